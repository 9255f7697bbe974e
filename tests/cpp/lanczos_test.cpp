#include "tenor/scaling/lanczos.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tenor/scaling/basis.h"

namespace tenor {
namespace {

// A diagonal matrix: its eigenvalues are known, and its eigenvectors are the axes.
Operator diagonal(const std::vector<double>& values) {
  return [values](const double* v, double* out) {
    for (std::size_t i = 0; i < values.size(); ++i) out[i] = values[i] * v[i];
  };
}

void expect_axes(const std::vector<double>& values, std::size_t k) {
  Team team(2);
  const Eigenpairs found = leading_eigenpairs(values.size(), diagonal(values), k, 1, team);
  ASSERT_EQ(found.vectors.size(), values.size() * k);
  for (std::size_t j = 0; j < k; ++j) {
    EXPECT_NEAR(found.values[j], values[j], 1e-12 * values[0]);
    // Sines of the angles to the axes: round-off of the whole matrix over the gap to the nearest value.
    const double after = values[j] - values[j + 1], before = j > 0 ? values[j - 1] - values[j] : after;
    const double sine = 1e-14 * values[0] / std::min(before, after);
    for (std::size_t i = 0; i < values.size(); ++i)
      EXPECT_NEAR(std::abs(found.vectors[i * k + j]), i == j ? 1 : 0, sine) << i << " " << j;
  }
}

TEST(Lanczos, SpectraThatDecayAndThatAreFlat) {
  std::vector<double> steep, flat, jump;
  for (std::size_t i = 0; i < 500; ++i) {
    const auto x = static_cast<double>(i);
    steep.push_back(std::exp(-x / 20));
    flat.push_back(2 - x / 500);
    jump.push_back((i < 10 ? 1e6 : 1) * (2 - x / 500));  // where vectors lose their orthogonality soonest
  }
  expect_axes(steep, 30);
  expect_axes(flat, 50);
  expect_axes(jump, 40);
}

TEST(Lanczos, RepeatedValuesComeAsOftenAsTheyStand) {
  std::vector<double> values{5, 5, 5, 3};
  values.resize(300, 1);
  Team team(1);
  const Eigenpairs found = leading_eigenpairs(values.size(), diagonal(values), 4, 0, team);
  const double expected[] = {5, 5, 5, 3};
  for (std::size_t j = 0; j < 4; ++j) EXPECT_NEAR(found.values[j], expected[j], 1e-12);
  for (std::size_t j = 0; j < 3; ++j) {  // unit vectors of the space of the first three axes
    double inside = 0;
    for (std::size_t i = 0; i < 3; ++i) inside += found.vectors[i * 4 + j] * found.vectors[i * 4 + j];
    EXPECT_NEAR(inside, 1, 1e-12);
  }
}

TEST(Lanczos, RankIsSeen) {
  std::vector<double> values{4, 3, 2};
  values.resize(250, 0);
  Team team(1);
  const Eigenpairs found = leading_eigenpairs(values.size(), diagonal(values), 5, 0, team);
  EXPECT_EQ(found.rank(), 3);
  EXPECT_TRUE(found.vectors.empty());
}

}  // namespace
}  // namespace tenor
