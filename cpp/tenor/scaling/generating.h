#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

#include "tenor/scaling/team.h"

namespace tenor {

/// G(s) = sum_i weight_i exp(level_i + s place_i), with its first two derivatives, at many s.
///
/// A Poisson model with the rate exp(a + b t) needs nothing of a row or column of rates but such sums, and
/// they are one smooth function for all of them. So it is expanded once in a Taylor series around each of a
/// few centres (|s - centre| max|place| <= 1/2, where 18 terms reach full precision), and a sum over a
/// million rates costs 18 operations: neither the rates nor anything else as large as documents x features is
/// ever made.
class GeneratingFunction {
 public:
  /// The spans must live as long as this does.
  GeneratingFunction(std::span<const double> levels, std::span<const double> weights,
                     std::span<const double> places);

  struct Value {
    double g = 0, first = 0, second = 0;
  };
  /// out[i] = G, G', G'' at[i].
  void evaluate(std::span<const double> at, std::span<Value> out, Team& team);

 private:
  static constexpr std::size_t terms = 18;
  using Series = std::array<double, terms>;

  [[nodiscard]] long long centre_of(double s) const;
  [[nodiscard]] Series expand(long long centre) const;

  std::span<const double> levels_, weights_, places_;
  double width_ = 1;
  std::unordered_map<long long, Series> series_;  // by centre, for as long as the levels stay
};

}  // namespace tenor
