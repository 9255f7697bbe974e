#include "tenor/terms/tfidf.h"

#include <algorithm>
#include <cmath>

#include "tenor/terms/parts.h"

namespace tenor {

template <class T>
std::vector<T> inverse_document_frequencies(std::span<const std::int64_t> df, std::int64_t documents,
                                            bool smooth) {
  const T extra = smooth ? 1 : 0, n = static_cast<T>(documents + (smooth ? 1 : 0));
  std::vector<T> idf(df.size());
  std::transform(df.begin(), df.end(), idf.begin(),
                 [&](std::int64_t d) { return std::log(n / (static_cast<T>(d) + extra)) + T{1}; });
  return idf;
}

namespace {

template <class T, class Index>
void weigh_rows(std::span<const Index> row_starts, std::span<const Index> columns, std::span<T> values,
                std::span<const T> idf, bool sublinear, Norm norm, std::size_t first, std::size_t last) {
  // Most counts are small, and the logarithm is what costs.
  std::vector<T> logs(sublinear ? 256 : 0);
  for (std::size_t i = 1; i < logs.size(); ++i) logs[i] = std::log(static_cast<T>(i)) + T{1};
  for (std::size_t row = first; row < last; ++row) {
    // As scikit-learn has it, a float32 row's norm is summed in float64.
    double length = 0;
    const auto begin = static_cast<std::size_t>(row_starts[row]),
               end = static_cast<std::size_t>(row_starts[row + 1]);
    for (std::size_t e = begin; e < end; ++e) {
      T value = values[e];
      if (sublinear) {
        const auto whole = value >= 1 && value < 256 ? static_cast<std::size_t>(value) : 0;
        value = whole != 0 && static_cast<T>(whole) == value ? logs[whole] : std::log(value) + T{1};
      }
      if (!idf.empty()) value *= idf[static_cast<std::size_t>(columns[e])];
      values[e] = value;
      length += norm == Norm::l2 ? static_cast<double>(value) * static_cast<double>(value)
                                 : std::abs(static_cast<double>(value));
    }
    if (norm == Norm::none || length == 0) continue;
    if (norm == Norm::l2) length = std::sqrt(length);
    for (std::size_t e = begin; e < end; ++e)
      values[e] = static_cast<T>(static_cast<double>(values[e]) / length);
  }
}

}  // namespace

template <class T, class Index>
void weigh(std::span<const Index> row_starts, std::span<const Index> columns, std::span<T> values,
           std::span<const T> idf, bool sublinear, Norm norm, unsigned threads) {
  const std::size_t rows = row_starts.size() - 1, parts = std::clamp<std::size_t>(threads, 1, rows / 64 + 1);
  each(parts, [&](std::size_t i) {
    weigh_rows(row_starts, columns, values, idf, sublinear, norm, rows * i / parts, rows * (i + 1) / parts);
  });
}

template std::vector<double> inverse_document_frequencies(std::span<const std::int64_t>, std::int64_t, bool);
template std::vector<float> inverse_document_frequencies(std::span<const std::int64_t>, std::int64_t, bool);
#define TENOR_WEIGH(T, Index)                                                                           \
  template void weigh(std::span<const Index>, std::span<const Index>, std::span<T>, std::span<const T>, \
                      bool, Norm, unsigned)
TENOR_WEIGH(double, std::int32_t);
TENOR_WEIGH(double, std::int64_t);
TENOR_WEIGH(float, std::int32_t);
TENOR_WEIGH(float, std::int64_t);

}  // namespace tenor
