#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/byte_lanes.h"

namespace tenor {

/// Numbers words 1, 2, 3 ... in the order of their insertion; 0 is "unknown". Open addressing at half load,
/// with 32 bits of the hash beside each number, behind a filter of bits that turns away most unknown words
/// without a look at the table. A word of up to 16 bytes is compared as two integers.
class WordTable {
 public:
  /// Bytes that `find_padded` may read from a word's first one on, whatever its size.
  static constexpr std::size_t padding = 16;

  WordTable() : filter_(2), slots_(16) {}
  /// The word's number, new or old.
  std::uint32_t insert(std::string_view word);
  [[nodiscard]] std::uint32_t find(std::string_view word) const {
    return word.size() > longest_ ? 0 : find(key(word), word.data());
  }
  /// As `find`, quicker, for a word with at least `padding` readable bytes from its first one on.
  [[nodiscard]] std::uint32_t find_padded(std::string_view word) const {
    return word.size() > longest_ ? 0 : find(padded_key(word), word.data());
  }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  /// The word of a number from 1 to size().
  [[nodiscard]] std::string_view word(std::uint32_t number) const {
    const Word& w = words_[number - 1];
    return {arena_.data() + w.begin, w.key.size};
  }

 private:
  // The first eight bytes and the rest of a word of up to 16 (zeros after it); of a longer one the first
  // eight and the last eight.
  struct Key {
    std::uint64_t low, high;
    std::uint32_t size;
    bool operator==(const Key&) const = default;
    [[nodiscard]] std::uint64_t hash() const {
      std::uint64_t h = (low ^ size) * 0x9E3779B97F4A7C15U ^ high * 0xD6E8FEB86659FD93U;
      h = (h ^ h >> 32) * 0xFF51AFD7ED558CCDU;
      return h ^ h >> 29;
    }
  };
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t number = 0;
  };
  struct Word {
    Key key;
    std::uint32_t begin;
  };

  static Key key(std::string_view word) {
    const char* p = word.data();
    const std::size_t size = word.size();
    if (size <= 8) return {lanes::load(p, size), 0, static_cast<std::uint32_t>(size)};
    const std::uint64_t last = lanes::load(p + size - 8, 8);
    return {lanes::load(p, 8), size < 16 ? last >> 8 * (16 - size) : last, static_cast<std::uint32_t>(size)};
  }
  static Key padded_key(std::string_view word) {
    // What to keep of the second eight bytes and, eight places on, of the first.
    static constexpr auto kept = [] {
      std::array<std::uint64_t, padding + 9> out{};
      for (std::size_t i = 8; i < out.size(); ++i)
        out[i] = i < 16 ? (std::uint64_t{1} << 8 * (i - 8)) - 1 : ~std::uint64_t{0};
      return out;
    }();
    const std::size_t size = word.size();
    if (size > padding) return key(word);
    return {lanes::load(word.data(), 8) & kept[size + 8], lanes::load(word.data() + 8, 8) & kept[size],
            static_cast<std::uint32_t>(size)};
  }
  [[nodiscard]] std::uint32_t find(const Key& key, const char* word) const {
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
