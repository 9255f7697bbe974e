#include "tenor/scaling/gram.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tenor {

Gram::Gram(const SparseView& x, Team& team)
    : team_(team),
      wide_(x.columns > x.rows()),
      flipped_(wide_ ? transposed(x) : SparseMatrix{}),
      a_(wide_ ? SparseView(flipped_) : x) {
  sort_rows();
  // As many parts as leave adding them up a small share of the work.
  const std::size_t entries = a_.values.size(), rows = one_starts_.size() - 1;
  const std::size_t count = std::clamp<std::size_t>(entries / (4 * size() + 1), 1, 32);
  parts_.push_back(0);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t done = one_starts_[row + 1] + static_cast<std::size_t>(others_.row_starts[row + 1]);
    if (done * count >= entries * parts_.size()) parts_.push_back(row + 1);
  }
  if (parts_.back() != rows || parts_.size() == 1) parts_.push_back(rows);
  sums_.resize((parts_.size() - 1) * size());
}

void Gram::sort_rows() {
  std::vector<std::pair<std::size_t, std::size_t>> lengths(a_.rows());  // ones, others
  for (std::size_t row = 0; row < a_.rows(); ++row) {
    for (std::size_t e = a_.begin(row); e < a_.end(row); ++e)
      ++(a_.values[e] == 1 ? lengths[row].first : lengths[row].second);
  }
  std::vector<std::size_t> order(a_.rows());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t one, std::size_t other) { return lengths[one] < lengths[other]; });
  others_.columns = a_.columns;
  others_.row_starts.push_back(0);
  one_starts_.push_back(0);
  for (const std::size_t row : order) {
    if (a_.begin(row) == a_.end(row)) continue;
    for (std::size_t e = a_.begin(row); e < a_.end(row); ++e) {
      if (a_.values[e] == 1) {
        ones_.push_back(a_.indices[e]);
      } else {
        others_.indices.push_back(a_.indices[e]);
        others_.values.push_back(a_.values[e]);
      }
    }
    others_.row_starts.push_back(static_cast<std::int64_t>(others_.values.size()));
    one_starts_.push_back(ones_.size());
  }
}

void Gram::operator()(const double* v, double* out) {
  const SparseView others = others_;
  const std::size_t n = size();
  team_.run(parts_.size() - 1, [&](std::size_t part) {
    double* to = &sums_[part * n];
    std::fill_n(to, n, 0.0);
    for (std::size_t row = parts_[part]; row < parts_[part + 1]; ++row) {
      // Two sums, so that one addition need not wait for the one before it.
      double even = 0, odd = 0;
      const std::int32_t *begin = ones_.data() + one_starts_[row], *end = ones_.data() + one_starts_[row + 1];
      const std::int32_t* one = begin;
      for (; one + 2 <= end; one += 2) even += v[one[0]], odd += v[one[1]];
      if (one < end) even += v[*one];
      for (std::size_t e = others.begin(row); e < others.end(row); ++e)
        odd += others.values[e] * v[others.column(e)];
      const double sum = even + odd;
      for (one = begin; one < end; ++one) to[*one] += sum;
      for (std::size_t e = others.begin(row); e < others.end(row); ++e)
        to[others.column(e)] += others.values[e] * sum;
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
