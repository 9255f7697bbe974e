#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/terms/hash.h"

namespace tenor {

static_assert(std::endian::native == std::endian::little, "keys are read as little-endian words");

/// A word on its way into a table: up to eleven bytes are the key themselves, so that nearly every word is
/// compared without touching its text; of a longer one the key is a hash.
struct WordKey {
  static constexpr std::size_t inlined = 11;

  std::string_view text;
  std::uint64_t head = 0;  // the first eight bytes, or the hash
  std::uint32_t tail = 0;  // the next three, and above them the length plus one: never 0
  std::uint64_t hash = 0;  // of both

  WordKey() = default;
  /// At least twelve bytes must be readable from the begin of `padded`. Inlined, so that the fields are
  /// written once, where they are to stay.
  [[gnu::always_inline]] WordKey(std::string_view padded, std::uint64_t seed) : text(padded) {
    const std::size_t size = padded.size();
    if (size <= inlined) {
      head = load64(padded.data()) & masks[size].head;
      tail = (load32(padded.data() + 8) & masks[size].tail) | static_cast<std::uint32_t>(size + 1) << 24;
    } else {
      head = hash_text(padded, seed);
      tail = long_word | static_cast<std::uint32_t>(size & 0xFFFFFF);
    }
    hash = hash_key(head, tail, seed);
  }
  static std::uint64_t hash_key(std::uint64_t head, std::uint32_t tail, std::uint64_t seed) {
    return mix(head ^ seed, tail * 0xA0761D6478BD642FULL);
  }
  [[nodiscard]] bool whole() const { return tail < long_word; }

 private:
  static std::uint64_t hash_text(std::string_view text, std::uint64_t seed);
  static constexpr std::uint32_t long_word = 0xFF000000;
  struct Mask {
    std::uint64_t head;
    std::uint32_t tail;
  };
  static constexpr auto masks = [] {
    std::array<Mask, inlined + 1> out{};
    for (std::size_t size = 0; size <= inlined; ++size) {
      out[size].head = size >= 8 ? ~0ULL : (1ULL << (8 * size)) - 1;
      out[size].tail = size <= 8 ? 0 : (1U << (8 * (size - 8))) - 1;
    }
    return out;
  }();
};

/// Words numbered from 0 in the order they came. A hash table with open addressing, sixteen bytes a slot, so
/// that a look-up touches one cache line.
class WordIndex {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  /// Numbers stay below this, so that the top bit can mark a sequence of words (GramIndex).
  static constexpr std::uint32_t limit = 0x7FFFFFFF;

  WordIndex();

  /// Brings what `find` and `insert` will read into the cache.
  void prefetch(const WordKey& token) const { __builtin_prefetch(&slots_[token.hash & mask_]); }
  /// The word's number, or `none`.
  [[nodiscard]] std::uint32_t find(const WordKey& token) const {
    for (std::size_t i = token.hash & mask_;; i = (i + 1) & mask_) {
      const Slot& slot = slots_[i];
      if (slot.tail == 0) return none;
      if (same(slot, token)) return slot.id;
    }
  }
  std::uint32_t insert(const WordKey& token) {
    for (std::size_t i = token.hash & mask_;; i = (i + 1) & mask_) {
      const Slot& slot = slots_[i];
      if (slot.tail == 0) return add(token, i);
      if (same(slot, token)) return slot.id;
    }
  }
  std::uint32_t insert(std::string_view word);
  [[nodiscard]] std::uint32_t find(std::string_view word) const;
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view operator[](std::uint32_t id) const {
    const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(texts_).substr(begin, ends_[id] - begin);
  }
  /// Takes in another's words; gives their numbers here, by their numbers there.
  std::vector<std::uint32_t> absorb(WordIndex other);
  /// Every word's place in the order of its code points (which is the order of UTF-8's bytes).
  [[nodiscard]] std::vector<std::uint32_t> ranks(std::size_t threads) const;
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Slot {
    std::uint64_t head = 0;
    std::uint32_t tail = 0;  // 0 is an empty slot
    std::uint32_t id = 0;
  };

  [[nodiscard]] bool same(const Slot& slot, const WordKey& token) const {
    if (slot.head != token.head || slot.tail != token.tail) return false;
    return token.whole() || (*this)[slot.id] == token.text;
  }
  std::uint32_t add(const WordKey& token, std::size_t at);
  void grow();

  std::uint64_t seed_;
  std::size_t mask_;
  std::vector<Slot> slots_;
  std::string texts_;
  std::vector<std::size_t> ends_;
};

}  // namespace tenor
