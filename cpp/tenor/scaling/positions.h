#pragma once

#include <cmath>
#include <span>
#include <vector>

#include "tenor/scaling/sparse.h"

namespace tenor {

/// Standard error of theta from the document's own information matrix (of alpha and theta).
inline double standard_error(double aa, double at, double tt) {
  return std::sqrt(aa / (aa * tt - at * at));
}

/// alpha, theta and se of documents, features' parameters given. Documents without counts get NaN.
struct Positions {
  std::vector<double> alpha, theta, se;
};
Positions positions(const SparseView& y, std::span<const double> psi, std::span<const double> beta,
                    std::span<const double> phi, double alpha_precision, double theta_precision,
                    unsigned threads);

}  // namespace tenor
