#include "tenor/scaling/tridiagonal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tenor/scaling/noise.h"

namespace tenor {
namespace {

// Eigenvalues of the second difference are known: 2 - 2 cos(j pi / (n + 1)).
TEST(Tridiagonal, SecondDifference) {
  constexpr std::size_t n = 50;
  const std::vector<double> diagonal(n, 2), off(n - 1, -1);
  const std::vector<Ritz> found = ritz_values({diagonal, off});
  for (std::size_t j = 0; j < n; ++j) {
    const double angle = static_cast<double>(n - j) * std::numbers::pi / (n + 1);
    EXPECT_NEAR(found[j].value, 2 - 2 * std::cos(angle), 1e-13);
    EXPECT_NEAR(found[j].last, std::sqrt(2.0 / (n + 1)) * std::abs(std::sin(n * angle)), 1e-12);
  }
}

TEST(Tridiagonal, VectorsAreEigenvectorsAndOrthogonal) {
  constexpr std::size_t n = 80, k = 20;
  const std::vector<double> diagonal = noise(n, 3);
  std::vector<double> off = noise(n - 1, 4);
  off[30] = 0;  // two matrices in one
  std::vector<double> values;
  for (const Ritz& ritz : ritz_values({diagonal, off})) values.push_back(ritz.value);
  values.resize(k);
  const std::vector<double> x = vectors_of({diagonal, off}, values);
  const auto at = [&](std::size_t i, std::size_t j) { return x[i * k + j]; };
  for (std::size_t j = 0; j < k; ++j) {
    for (std::size_t i = 0; i < n; ++i) {
      double row = (diagonal[i] - values[j]) * at(i, j);
      if (i > 0) row += off[i - 1] * at(i - 1, j);
      if (i + 1 < n) row += off[i] * at(i + 1, j);
      EXPECT_NEAR(row, 0, 1e-12);
    }
    for (std::size_t other = 0; other <= j; ++other) {
      double cosine = 0;
      for (std::size_t i = 0; i < n; ++i) cosine += at(i, j) * at(i, other);
      EXPECT_NEAR(cosine, j == other ? 1 : 0, 1e-12);
    }
  }
}

}  // namespace
}  // namespace tenor
