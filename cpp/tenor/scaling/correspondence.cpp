#include "tenor/scaling/correspondence.h"

#include <cmath>

#include "tenor/error.h"
#include "tenor/scaling/lanczos.h"
#include "tenor/scaling/moments.h"

namespace tenor {
namespace {

// sqrt(share of all that stands in a row), for each row.
std::vector<double> masses(const SparseView& x, double total) {
  std::vector<double> out(x.rows());
  for (std::size_t row = 0; row < x.rows(); ++row) {
    double here = 0;
    for (std::size_t e = x.begin(row); e < x.end(row); ++e) here += x.values[e];
    out[row] = std::sqrt(here / total);
  }
  return out;
}

}  // namespace

std::vector<double> first_axis(const SparseView& y, const SparseView& flipped, Team& team) {
  const double total = sum(y.values);
  const std::vector<double> a = masses(y, total), b = masses(flipped, total);
  const std::vector<std::size_t> y_parts = parts_of(y), flipped_parts = parts_of(flipped);
  std::vector<double> scaled(a.size()), words(b.size());
  const Operator apply = [&](const double* v, double* to) {
    double along = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      scaled[i] = v[i] / (a[i] * total);
      along += a[i] * v[i];
    }
    multiply(flipped, flipped_parts, scaled.data(), words.data(), team);
    double back = 0;
    for (std::size_t k = 0; k < b.size(); ++k) {
      const double value = words[k] / b[k] - b[k] * along;
      back += b[k] * value;
      words[k] = value / b[k];
    }
    multiply(y, y_parts, words.data(), to, team);
    for (std::size_t i = 0; i < a.size(); ++i) to[i] = to[i] / (a[i] * total) - a[i] * back;
  };
  Eigenpairs pairs = leading_eigenpairs(a.size(), apply, 1, 0, team);
  // A share of the largest possible value, 1: below it is round-off.
  if (pairs.values[0] < 1e-12) {
    throw Error("all documents use the words in the same proportions, so there is nothing to scale them by");
  }
  for (std::size_t i = 0; i < a.size(); ++i) pairs.vectors[i] /= a[i];
  return std::move(pairs.vectors);
}

}  // namespace tenor
