#pragma once

#include <cmath>
#include <cstddef>
#include <span>

namespace tenor {

inline double sum(std::span<const double> x) {
  double out = 0;
  for (const double value : x) out += value;
  return out;
}
inline double inner(std::span<const double> x, std::span<const double> y) {
  double out = 0;
  for (std::size_t i = 0; i < x.size(); ++i) out += x[i] * y[i];
  return out;
}
inline double mean(std::span<const double> x) {
  return sum(x) / static_cast<double>(x.size());
}
/// Standard deviation, n - 1 in the denominator.
inline double deviation(std::span<const double> x) {
  const double middle = mean(x);
  double squares = 0;
  for (const double value : x) squares += (value - middle) * (value - middle);
  return std::sqrt(squares / static_cast<double>(x.size() - 1));
}

}  // namespace tenor
