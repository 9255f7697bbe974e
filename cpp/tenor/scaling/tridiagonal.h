#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace tenor {

/// A symmetric tridiagonal matrix: `diagonal` of n values, `off` of n - 1 or more.
struct Tridiagonal {
  std::span<const double> diagonal, off;
};

struct Ritz {
  double value = 0;
  double last = 0;  // |last component| of its unit vector: times the next off-diagonal it is the residual
};

/// All eigenvalues, descending, with the last components, in O(n^2): implicit QL that rotates one row of the
/// vectors (Golub & Welsch 1969, doi 10.1090/S0025-5718-69-99647-1).
std::vector<Ritz> ritz_values(const Tridiagonal& t);

/// Unit vectors (n x values, by rows) of the given eigenvalues, by inverse iteration, made orthogonal to each
/// other.
std::vector<double> vectors_of(const Tridiagonal& t, std::span<const double> values);

}  // namespace tenor
