#include "tenor/scaling/gram.h"

#include <algorithm>
#include <numeric>

namespace tenor {

Gram::Gram(const SparseView& x, Team& team)
    : team_(team),
      wide_(x.columns > x.rows()),
      flipped_(wide_ ? transposed(x) : SparseMatrix{}),
      a_(wide_ ? SparseView(flipped_) : x) {
  sort_rows();
  // As many parts as leave adding them up a small share of the work.
  const std::size_t entries = rows_.values.size();
  const std::size_t count = std::clamp<std::size_t>(entries / (4 * size() + 1), 1, 32);
  const SparseView view = rows_;
  parts_.push_back(0);
  for (std::size_t row = 0; row < view.rows(); ++row) {
    if (view.end(row) * count >= entries * parts_.size()) parts_.push_back(row + 1);
  }
  if (parts_.back() != view.rows() || parts_.size() == 1) parts_.push_back(view.rows());
  sums_.resize((parts_.size() - 1) * size());
}

void Gram::sort_rows() {
  const auto length = [&](std::size_t row) { return a_.end(row) - a_.begin(row); };
  std::vector<std::size_t> order(a_.rows());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t one, std::size_t other) { return length(one) < length(other); });
  rows_.columns = a_.columns;
  rows_.row_starts.push_back(0);
  for (const std::size_t row : order) {
    if (length(row) == 0) continue;
    for (std::size_t e = a_.begin(row); e < a_.end(row); ++e) {
      rows_.indices.push_back(a_.indices[e]);
      rows_.values.push_back(a_.values[e]);
    }
    rows_.row_starts.push_back(static_cast<std::int64_t>(rows_.values.size()));
  }
}

void Gram::operator()(const double* v, double* out) {
  const SparseView view = rows_;
  const std::int32_t* columns = rows_.indices.data();
  const double* values = rows_.values.data();
  const std::size_t n = size();
  team_.run(parts_.size() - 1, [&](std::size_t part) {
    double* to = &sums_[part * n];
    std::fill_n(to, n, 0.0);
    for (std::size_t row = parts_[part]; row < parts_[part + 1]; ++row) {
      // Two sums, so that one addition need not wait for the one before it.
      double even = 0, odd = 0;
      const std::size_t begin = view.begin(row), end = view.end(row);
      std::size_t e = begin;
      for (; e + 2 <= end; e += 2) {
        even += values[e] * v[columns[e]];
        odd += values[e + 1] * v[columns[e + 1]];
      }
      if (e < end) even += values[e] * v[columns[e]];
      const double sum = even + odd;
      for (e = begin; e < end; ++e) to[columns[e]] += values[e] * sum;
    }
  });
  constexpr std::size_t chunk = 4096;
  team_.run((n + chunk - 1) / chunk, [&](std::size_t piece) {
    const std::size_t end = std::min(n, (piece + 1) * chunk);
    std::copy(&sums_[piece * chunk], &sums_[end - 1] + 1, &out[piece * chunk]);
    for (std::size_t part = 1; part + 1 < parts_.size(); ++part) {
      for (std::size_t i = piece * chunk; i < end; ++i) out[i] += sums_[part * n + i];
    }
  });
}

}  // namespace tenor
