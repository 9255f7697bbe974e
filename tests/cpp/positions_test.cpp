#include "tenor/scaling/positions.h"

#include <gtest/gtest.h>

#include <cmath>

#include "counts.h"
#include "tenor/error.h"
#include "tenor/scaling/noise.h"

namespace tenor {
namespace {

TEST(Positions, AreWhereTheGradientIsZero) {
  constexpr std::size_t documents = 40, words = 120;
  const SparseMatrix y = random_counts(documents, words, 0.5, 2);
  const std::vector<double> psi = noise(words, 1), beta = noise(words, 2);
  std::vector<double> phi(words, 1.0);
  for (std::size_t k = 0; k < words; k += 2) phi[k] = 2.5;
  const Positions found = positions(y, psi, beta, phi, 0.1, 1, 2);
  const Eigen::MatrixXd counts = dense(y);
  for (std::size_t i = 0; i < documents; ++i) {
    double level = -0.1 * found.alpha[i], slope = -found.theta[i];
    double aa = 0.1, at = 0, tt = 1;
    for (std::size_t k = 0; k < words; ++k) {
      const double mu = std::exp(found.alpha[i] + psi[k] + beta[k] * found.theta[i]);
      const double rest = counts(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(k)) - mu;
      level += rest / phi[k], slope += beta[k] * rest / phi[k];
      aa += mu / phi[k], at += beta[k] * mu / phi[k], tt += beta[k] * beta[k] * mu / phi[k];
    }
    EXPECT_NEAR(level, 0, 1e-8);
    EXPECT_NEAR(slope, 0, 1e-8);
    EXPECT_NEAR(found.se[i], std::sqrt(aa / (aa * tt - at * at)), 1e-10);
  }
}

TEST(Positions, NoCountsNoPosition) {
  const SparseMatrix y{2, {0, 0, 2}, {0, 1}, {3, 1}};
  const std::vector<double> psi{0, 0}, beta{-1, 1}, phi{1, 1};
  const Positions found = positions(y, psi, beta, phi, 0, 1, 1);
  EXPECT_TRUE(std::isnan(found.theta[0]) && std::isnan(found.se[0]) && std::isnan(found.alpha[0]));
  EXPECT_LT(found.theta[1], 0);
  EXPECT_THROW((void)positions(SparseMatrix{2, {0, 1}, {0}, {0.5}}, psi, beta, phi, 0, 1, 1), Error);
}

}  // namespace
}  // namespace tenor
