#pragma once

#include <cstdint>
#include <vector>

#include "tenor/scaling/sparse.h"

namespace tenor {

struct Svd {
  std::vector<double> singular_values;  // k, descending
  std::vector<double> right;            // columns x k, by rows: a row is a feature's vector
  std::size_t steps = 0;  // of the Lanczos method; 0 where the matrix was small enough to be dense
};

/// The k leading singular values and right singular vectors of a sparse matrix, to working precision.
///
/// Lanczos' method (lanczos.h) on x' x or x x', whichever is smaller.
///
/// The same matrix and seed give the same result for any number of threads. Throws Error where k is 0 or
/// above the rank of the matrix.
Svd leading_svd(const SparseView& x, std::size_t k, unsigned threads, std::uint64_t seed);

}  // namespace tenor
