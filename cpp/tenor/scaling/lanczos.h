#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "tenor/scaling/team.h"

namespace tenor {

/// out = A v, for a symmetric matrix A without negative eigenvalues.
using Operator = std::function<void(const double* v, double* out)>;

struct Eigenpairs {
  std::vector<double> values;   // descending; those beyond k are estimates
  std::vector<double> vectors;  // size x k, by rows; empty where the rank is below k
  std::size_t steps = 0;        // of the Lanczos method; 0 where the matrix was small enough to be dense
  std::size_t size = 0;

  /// Values above round-off.
  [[nodiscard]] std::size_t rank() const;
};

/// The k largest eigenvalues of a symmetric matrix and their vectors, to working precision.
///
/// Lanczos' method without restarts. A vector loses its orthogonality to the others slowly, at a rate that is
/// measured; so the expensive re-orthogonalisation against all of them is done for several vectors at once,
/// before the loss reaches 1e-9 (Simon 1984, doi 10.1090/S0025-5718-1984-0725988-X: up to 1e-8 it has no
/// effect on the values found). The same operator and seed give the same result for any number of threads.
Eigenpairs leading_eigenpairs(std::size_t size, const Operator& apply, std::size_t k, std::uint64_t seed,
                              Team& team);

}  // namespace tenor
