#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tenor/terms/grams.h"
#include "tenor/terms/rows.h"

namespace tenor {

/// The column of each term as one shard numbers its terms, or WordIndex::none.
struct ColumnMap {
  std::span<const std::uint32_t> words, grams;

  [[nodiscard]] std::uint32_t operator()(std::uint32_t term) const {
    return (term & gram_bit) != 0 ? grams[term & ~gram_bit] : words[term];
  }
};

/// Rows up to `last` whose terms are numbered as `shard` numbers them.
struct Segment {
  std::size_t shard, last;
};

/// The finished matrix, made where the rows lie. `maps` has a map a shard; `segments` are in the order of
/// their rows.
template <class T>
Csr<T> to_matrix(Rows rows, std::span<const Segment> segments, std::span<const ColumnMap> maps,
                 std::uint32_t columns, unsigned threads);

}  // namespace tenor
