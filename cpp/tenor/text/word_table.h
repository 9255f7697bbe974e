#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/word_key.h"

namespace tenor {

/// Numbers words 1, 2, 3 ... in the order of their insertion; 0 is "unknown". Open addressing at half load,
/// with 32 bits of the hash beside each number, behind a filter of bits that turns away most unknown words
/// without a look at the table. A word of up to 16 bytes is compared as two integers.
class WordTable {
 public:
  /// Bytes that `find_padded` may read from a word's first one on, whatever its size.
  static constexpr std::size_t padding = WordKey::padding;

  WordTable() : filter_(2), slots_(16) {}
  /// The word's number, new or old.
  std::uint32_t insert(std::string_view word);
  [[nodiscard]] std::uint32_t find(std::string_view word) const {
    return word.size() > longest_ ? 0 : find(WordKey(word), word.data());
  }
  /// As `find`, quicker, for a word with at least `padding` readable bytes from its first one on.
  [[nodiscard]] std::uint32_t find_padded(std::string_view word) const {
    return word.size() > longest_ ? 0 : find(WordKey::padded(word), word.data());
  }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  /// The word of a number from 1 to size().
  [[nodiscard]] std::string_view word(std::uint32_t number) const {
    const Word& w = words_[number - 1];
    return {arena_.data() + w.begin, w.key.size};
  }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t number = 0;
  };
  struct Word {
    WordKey key;
    std::uint32_t begin;
  };

  [[nodiscard]] std::uint32_t find(const WordKey& key, const char* word) const {
    const std::uint64_t h = key.hash();
    if ((filter_[h >> 38 & (filter_.size() - 1)] >> (h >> 32 & 63) & 1) == 0) return 0;
    const auto tag = static_cast<std::uint32_t>(h >> 32);
    for (std::size_t at = h & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot slot = slots_[at];
      if (slot.number == 0) return 0;
      if (slot.tag != tag || words_[slot.number - 1].key != key) continue;
      if (key.size <= 16 || std::memcmp(this->word(slot.number).data(), word, key.size) == 0)
        return slot.number;
    }
  }
  void place(std::uint32_t number);

  std::vector<std::uint64_t> filter_;  // the bit of each word's hash; eight and more bits a word
  std::vector<Slot> slots_;
  std::vector<Word> words_;
  std::string arena_;
  std::size_t longest_ = 0;
};

}  // namespace tenor
