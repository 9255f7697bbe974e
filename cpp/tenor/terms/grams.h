#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "tenor/terms/buffer.h"
#include "tenor/terms/hash.h"
#include "tenor/terms/rows.h"
#include "tenor/terms/words.h"

namespace tenor {

/// A term is a word, by its number, or a sequence of words, by its number in a GramIndex with this bit set.
inline constexpr std::uint32_t gram_bit = 0x80000000;

/// What a table of sequences has of each: the pair that it is, and what a count knows of it.
struct Gram {
  std::uint64_t pair;
};
struct CountedGram {
  std::uint64_t pair;
  Seen seen = {};
};

/// Sequences of words as a trie: a sequence is its beginning (a term) and one word more. So a bigram is
/// looked up by a pair of numbers and no text is put together or compared. Slots hold numbers only; the pairs
/// lie in the order they came, and the table grows without a second copy of them.
template <class Entry>
class GramTable {
 public:
  GramTable() : GramTable(Buffer<Entry>()) { index(); }
  /// Sequences that are known already, all different. They cannot be looked up before `index`.
  explicit GramTable(Buffer<Entry> grams) : seed_(hash_seed()), grams_(std::move(grams)) {}
  void index();
  /// What there is of each, in the order of their numbers; nothing is left.
  Buffer<Entry> release();

  static std::uint64_t pair(std::uint32_t head, std::uint32_t word) {
    return static_cast<std::uint64_t>(head) << 32 | word;
  }
  /// Brings what `find` and `insert` will read into the cache: the slot first, some calls later the pair.
  void prefetch(std::uint64_t pair) const { __builtin_prefetch(&slots_[hash(pair) & mask_]); }
  void prefetch_pair(std::uint64_t pair) const {
    const std::uint32_t slot = slots_[probe(pair, [](std::uint32_t) { return true; })] & number_mask();
    __builtin_prefetch(grams_.data() + (slot - (slot != 0 ? 1 : 0)));
  }

  /// The term (with `gram_bit`), or WordIndex::none.
  [[nodiscard]] std::uint32_t find(std::uint64_t pair) const {
    const std::uint32_t slot = slots_[place(pair)];
    return slot == 0 ? WordIndex::none : ((slot & number_mask()) - 1) | gram_bit;
  }
  std::uint32_t insert(std::uint64_t pair) {
    const std::size_t at = place(pair);
    return slots_[at] == 0 ? add(pair, at) : ((slots_[at] & number_mask()) - 1) | gram_bit;
  }

  [[nodiscard]] std::size_t size() const { return grams_.size(); }
  /// What there is of a sequence, by its term or its number.
  Entry& operator[](std::uint32_t gram) { return grams_[gram & ~gram_bit]; }
  const Entry& operator[](std::uint32_t gram) const { return grams_[gram & ~gram_bit]; }
  [[nodiscard]] std::uint32_t head(std::uint32_t gram) const {
    return static_cast<std::uint32_t>((*this)[gram].pair >> 32);
  }
  [[nodiscard]] std::uint32_t last(std::uint32_t gram) const {
    return static_cast<std::uint32_t>((*this)[gram].pair);
  }
  [[nodiscard]] std::size_t bytes() const { return grams_.room() * sizeof(Entry) + slots_.size() * 4; }

 private:
  // A slot is a number plus one, in as many bits as a place of the table takes, and above them bits of the
  // pair's hash: nearly no other pair than the one that is looked for is ever read. 0 is an empty slot.
  [[nodiscard]] std::uint64_t hash(std::uint64_t pair) const {
    return mix(pair ^ seed_, 0xE7037ED1A0B428DBULL);
  }
  [[nodiscard]] std::uint32_t number_mask() const { return static_cast<std::uint32_t>(mask_); }
  [[nodiscard]] std::uint32_t tag(std::uint64_t hash) const {
    return static_cast<std::uint32_t>(hash >> 32) & ~number_mask();
  }
  // The first place from the pair's own on that is empty, or has its tag and `is_it(number)`.
  template <class IsIt>
  [[nodiscard]] std::size_t probe(std::uint64_t pair, IsIt&& is_it) const {
    const std::uint64_t h = hash(pair);
    const std::uint32_t own = tag(h);
    for (std::size_t i = h & mask_;; i = (i + 1) & mask_) {
      const std::uint32_t slot = slots_[i];
      if (slot == 0 || ((slot & ~number_mask()) == own && is_it((slot & number_mask()) - 1))) return i;
    }
  }
  [[nodiscard]] std::size_t place(std::uint64_t pair) const {
    return probe(pair, [&](std::uint32_t number) { return grams_[number].pair == pair; });
  }
  std::uint32_t add(std::uint64_t pair, std::size_t at);
  void rebuild(std::size_t size);

  std::uint64_t seed_;
  std::size_t mask_ = 0;
  Buffer<std::uint32_t> slots_;
  Buffer<Entry> grams_;
};

using GramIndex = GramTable<Gram>;

}  // namespace tenor
