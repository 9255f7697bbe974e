#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tenor/scaling/sparse.h"

namespace tenor {

enum class Dispersion : std::uint8_t { poisson, overall, feature };

struct WordfishOptions {
  /// Precisions (1 / sd^2; 0 for a flat prior) of alpha, psi, beta, theta.
  std::array<double, 4> precision{0, 0, 1.0 / 9, 1};
  Dispersion dispersion = Dispersion::poisson;
  double dispersion_floor = 0;
  /// A fit ends when the objective rises by no more than the first; a Newton iteration when no parameter
  /// moves by more than the second.
  double tolerance = 1e-6, parameter_tolerance = 1e-8;
  /// The objective may also fall by up to `tolerance` (R's abs_err).
  bool absolute = false;
  std::size_t max_iterations = 100;
  /// True: the posterior's maximum. False: quanteda's procedure, which stops elsewhere.
  bool maximise = false;
  /// theta[low] < theta[high].
  std::size_t low = 0, high = 1;
  unsigned threads = 1;
};

struct WordfishFit {
  std::vector<double> alpha, theta, se;  // documents
  std::vector<double> psi, beta, phi;    // features
  std::vector<double> path;              // the objective after each iteration
  bool converged = false;
  double theta_precision = 1;  // of the prior, on the scale of theta as returned
};

/// Wordfish (Slapin & Proksch 2008, doi 10.1111/j.1540-5907.2008.00338.x): counts y_ik are Poisson with
/// log rate = alpha_i + psi_k + beta_k theta_i, theta standardised; se as in Lowe & Benoit 2013 (doi
/// 10.1093/pan/mpt002), given the features' parameters. Neither documents nor features may be empty.
WordfishFit wordfish(const SparseView& y, const WordfishOptions& options);

}  // namespace tenor
