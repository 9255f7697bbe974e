#include "tenor/scaling/newton.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "tenor/scaling/noise.h"

namespace tenor {
namespace {

// Poisson regressions of one explanatory variable: counts with rates exp(a + level_i + b place_i).
struct Regressions {
  std::vector<double> levels = noise(30, 1), places = noise(30, 2), weights = std::vector<double>(30, 1.0);
  std::vector<double> a, b, u, v, share;

  explicit Regressions(double count) {
    for (std::size_t p = 0; p < 50; ++p) {
      const std::vector<double> draws = noise(30, p + 3);
      a.push_back(0), b.push_back(0), u.push_back(0), v.push_back(0), share.push_back(1);
      for (std::size_t i = 0; i < 30; ++i) {
        const double y = std::floor(count * (draws[i] + 1));
        u[p] += y, v[p] += y * places[i];
      }
    }
  }
  double solve(const NewtonOptions& options, unsigned threads = 1) {
    Team team(threads);
    GeneratingFunction g(levels, weights, places);
    return maximise({a, b, u, v, share, 0.1, 0.2}, g, options, team);
  }
  // The gradient at the maximum is 0: counts equal rates, less what the priors pull.
  void expect_maximum() const {
    for (std::size_t p = 0; p < a.size(); ++p) {
      double rate = 0, first = 0;
      for (std::size_t i = 0; i < levels.size(); ++i) {
        const double mu = std::exp(a[p] + levels[i] + b[p] * places[i]);
        rate += mu, first += mu * places[i];
      }
      EXPECT_NEAR(u[p] - rate, 0.1 * a[p], 1e-8 * (1 + u[p]));
      EXPECT_NEAR(v[p] - first, 0.2 * b[p], 1e-8 * (1 + u[p]));
    }
  }
};

TEST(Newton, FindsTheMaximum) {
  Regressions r(5);
  EXPECT_LE(r.solve({1, 1e-10, 30, false}), 1e-10);
  r.expect_maximum();
}

TEST(Newton, GuardedComesBackFromFarOff) {
  Regressions r(5), plain(5);
  for (double& a : r.a) a = -12;  // from where Newton's step is far too long
  plain.a = r.a;
  EXPECT_LE(r.solve({1, 1e-10, 100, true}), 1e-10);
  r.expect_maximum();
  (void)plain.solve({1, 1e-10, 30, false});
  EXPECT_FALSE(std::isfinite(plain.a[0]));
}

TEST(Newton, OneSweepMovesByTheShareAsked) {
  Regressions whole(5), half(5);
  (void)whole.solve({1, 1e-10, 1, false});
  (void)half.solve({0.5, 1e-10, 1, false});
  for (std::size_t p = 0; p < whole.a.size(); ++p) EXPECT_NEAR(half.a[p], whole.a[p] / 2, 1e-14);
}

TEST(Newton, SameForAnyNumberOfThreads) {
  Regressions one(3), four(3);
  (void)one.solve({1, 1e-10, 30, true});
  (void)four.solve({1, 1e-10, 30, true}, 4);
  EXPECT_EQ(one.a, four.a);
  EXPECT_EQ(one.b, four.b);
}

}  // namespace
}  // namespace tenor
