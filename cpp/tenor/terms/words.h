#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/terms/hash.h"

namespace tenor {

static_assert(std::endian::native == std::endian::little, "keys are read as little-endian words");

/// A word on its way into a table: up to eight bytes are the key themselves, so that most words are compared
/// without touching their text; of a longer one the key is a hash.
struct WordKey {
  std::string_view text;
  std::uint64_t key = 0;

  /// At least eight bytes must be readable from the begin of `padded`.
  static WordKey of_padded(std::string_view padded, std::uint64_t seed) {
    if (padded.size() <= 8) {
      const std::uint64_t mask = padded.size() == 8 ? ~0ULL : (1ULL << (8 * padded.size())) - 1;
      return {padded, load64(padded.data()) & mask};
    }
    std::uint64_t key = seed ^ padded.size();
    std::size_t at = 0;
    for (; at + 8 < padded.size(); at += 8)
      key = mix(key ^ load64(padded.data() + at), 0x9E3779B97F4A7C15ULL);
    key = mix(key ^ load64(padded.data() + padded.size() - 8), 0xD6E8FEB86659FD93ULL);
    return {padded, key};
  }
};

/// Words numbered from 0 in the order they came. A hash table with open addressing, sixteen bytes a slot.
class WordIndex {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  /// Numbers stay below this, so that the top bit can mark a sequence of words (GramIndex).
  static constexpr std::uint32_t limit = 0x7FFFFFFF;

  WordIndex();

  /// The word's number, or `none`.
  [[nodiscard]] std::uint32_t find(const WordKey& token) const {
    for (std::size_t i = home(token);; i = (i + 1) & mask_) {
      const Slot& slot = slots_[i];
      if (slot.length == 0) return none;
      if (same(slot, token)) return slot.id;
    }
  }
  std::uint32_t insert(const WordKey& token) {
    for (std::size_t i = home(token);; i = (i + 1) & mask_) {
      const Slot& slot = slots_[i];
      if (slot.length == 0) return add(token, i);
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
  /// Every word's place in the order of its code points (which is the order of UTF-8's bytes).
  [[nodiscard]] std::vector<std::uint32_t> ranks() const;
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t id = 0;
    std::uint32_t length = 0;  // in bytes, plus one; 0 is an empty slot
  };

  [[nodiscard]] std::size_t home(const WordKey& token) const {
    return mix(token.key ^ seed_, 0xA0761D6478BD642FULL) & mask_;
  }
  [[nodiscard]] bool same(const Slot& slot, const WordKey& token) const {
    if (slot.key != token.key || slot.length != token.text.size() + 1) return false;
    return token.text.size() <= 8 || (*this)[slot.id] == token.text;
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
