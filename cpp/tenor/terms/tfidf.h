#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tenor {

enum class Norm : std::uint8_t { none, l1, l2 };

/// Inverse document frequencies as scikit-learn has them: log((n + s) / (df + s)) + 1, with s = 1 where
/// smoothed.
template <class T>
std::vector<T> inverse_document_frequencies(std::span<const std::int64_t> df, std::int64_t documents,
                                            bool smooth);

/// Weighs a matrix of counts in place: count (sublinear: 1 + log count) times idf (empty: 1), rows then
/// scaled to length 1 in the norm. A row of zeros stays as it is.
template <class T, class Index>
void weigh(std::span<const Index> row_starts, std::span<const Index> columns, std::span<T> values,
           std::span<const T> idf, bool sublinear, Norm norm, unsigned threads);

}  // namespace tenor
