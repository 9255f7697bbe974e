#pragma once

#include <cstddef>
#include <span>

#include "tenor/scaling/generating.h"

namespace tenor {

/// Many points (a, b), each of which is to maximise its own
///   a u + b v - share exp(a) G(b) - (p_a a^2 + p_b b^2) / 2,
/// a concave function. A word has u, v = its count and its counts' sum times theta; a document likewise.
struct Points {
  std::span<double> a, b;
  std::span<const double> u, v, share;
  double a_precision = 0, b_precision = 0;
};

struct NewtonOptions {
  double first_step = 1;    // length of the first step, as a share of Newton's
  double tolerance = 1e-8;  // a point is done when neither of its parameters moves by more
  std::size_t most = 10;    // steps
  bool guarded = false;     // halve a step that would lower the objective
};

/// Newton's method for all points. Returns the largest move of the last step of any point.
double maximise(const Points& points, GeneratingFunction& g, const NewtonOptions& options, Team& team);

}  // namespace tenor
