#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tenor/text/word_key.h"

namespace tenor {

/// Turns away nearly all words that are none of a set, without a branch: two bits for each word, both in the
/// same eight bytes (a Bloom filter in blocks), in so few bytes that they stay in the first-level cache.
class WordFilter {
 public:
  /// For about `words` words: sixteen to 32 bits for each.
  explicit WordFilter(std::size_t words) : blocks_(std::bit_ceil(std::max<std::size_t>(words / 4, 1))) {}

  void insert(std::string_view word) {
    const std::uint64_t h = WordKey(word).quick_hash();
    blocks_[block(h)] |= std::uint64_t{1} << first(h) | std::uint64_t{1} << second(h);
  }
  /// False only for a word that was never inserted.
  [[nodiscard]] bool may_hold(const WordKey& word) const {
    const std::uint64_t h = word.quick_hash(), bits = blocks_[block(h)];
    return (bits >> first(h) & bits >> second(h) & 1) != 0;
  }

 private:
  // From the upper bits, which are the mixed ones; up to 2^20 blocks.
  [[nodiscard]] std::size_t block(std::uint64_t hash) const { return hash >> 44 & (blocks_.size() - 1); }
  static std::uint64_t first(std::uint64_t hash) { return hash >> 38 & 63; }
  static std::uint64_t second(std::uint64_t hash) { return hash >> 32 & 63; }

  std::vector<std::uint64_t> blocks_;
};

}  // namespace tenor
