#include "tenor/scaling/generating.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tenor/scaling/noise.h"

namespace tenor {
namespace {

TEST(GeneratingFunction, EqualsTheSums) {
  const std::vector<double> levels = noise(200, 1), weights(200, 0.7);
  std::vector<double> places = noise(200, 2);
  for (double& place : places) place *= 6;
  std::vector<double> at = noise(100, 3);
  for (double& s : at) s *= 9;
  Team team(3);
  GeneratingFunction g(levels, weights, places);
  std::vector<GeneratingFunction::Value> found(at.size());
  g.evaluate(at, found, team);
  for (std::size_t j = 0; j < at.size(); ++j) {
    double value = 0, first = 0, second = 0, size = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const double term = weights[i] * std::exp(levels[i] + at[j] * places[i]);
      value += term, first += places[i] * term, second += places[i] * places[i] * term;
      size += std::abs(places[i]) * term;
    }
    EXPECT_NEAR(found[j].g / value, 1, 1e-14);
    EXPECT_NEAR(found[j].first, first, 1e-14 * size);
    EXPECT_NEAR(found[j].second / second, 1, 1e-13);
  }
}

TEST(GeneratingFunction, PlacesThatAreAllZero) {
  const std::vector<double> levels{0, 0}, weights{1, 1}, places{0, 0}, at{-3, 0, 1e6};
  Team team(1);
  GeneratingFunction g(levels, weights, places);
  std::vector<GeneratingFunction::Value> found(3);
  g.evaluate(at, found, team);
  for (const auto& value : found) EXPECT_EQ(value.g, 2);
}

}  // namespace
}  // namespace tenor
