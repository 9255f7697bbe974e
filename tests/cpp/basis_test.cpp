#include "tenor/scaling/basis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tenor/scaling/noise.h"

namespace tenor {
namespace {

// Unit vectors with nothing in common: each lives in a stretch of its own, with a tail that fits no lane.
Basis stretches(std::size_t count, std::size_t each) {
  Basis out(count * each);
  for (std::size_t i = 0; i < count; ++i) {
    double* v = out.grow();
    std::fill_n(v, out.length(), 0.0);
    std::fill_n(v + i * each, each, 1 / std::sqrt(static_cast<double>(each)));
  }
  return out;
}

TEST(Basis, VectorsStayWhereTheyAre) {
  Basis basis(300'000);  // two of them fill a block
  double* first = basis.grow();
  std::fill_n(first, basis.length(), 1.5);
  for (int i = 0; i < 9; ++i) std::fill_n(basis.grow(), basis.length(), 2.5);
  EXPECT_EQ(basis.size(), 10);
  EXPECT_EQ(basis[0], first);
  EXPECT_EQ(dot(basis[0], basis[9], basis.length()), 300'000 * 1.5 * 2.5);
}

TEST(Basis, RemoveLeavesWhatIsOrthogonal) {
  constexpr std::size_t count = 37, each = 43;
  const Basis basis = stretches(count, each);
  for (const std::size_t columns : {1U, 2U, 5U}) {
    std::vector<std::vector<double>> vectors;
    std::vector<double*> from;
    for (std::size_t c = 0; c < columns; ++c) vectors.push_back(noise(basis.length(), c + 1));
    for (auto& vector : vectors) from.push_back(vector.data());
    const std::vector<double> last = vectors.back();
    Team team(3);
    const double largest = basis.remove(30, from.data(), columns, team);
    double expected = 0;
    for (std::size_t i = 0; i < 30; ++i) {
      expected = std::max(expected, std::abs(dot(basis[i], last.data(), basis.length())));
      for (const auto& vector : vectors) EXPECT_NEAR(dot(basis[i], vector.data(), basis.length()), 0, 1e-14);
    }
    for (std::size_t i = 30; i < count; ++i) {  // these have kept what they had
      EXPECT_NEAR(dot(basis[i], vectors.back().data(), basis.length()),
                  dot(basis[i], last.data(), basis.length()), 1e-14);
    }
    EXPECT_NEAR(largest, expected, 1e-14);
  }
}

TEST(Basis, CombineIsTheProduct) {
  constexpr std::size_t count = 21, length = 203, columns = 11;
  Basis basis(length);
  for (std::size_t i = 0; i < count; ++i) {
    const std::vector<double> v = noise(length, i + 1);
    std::copy(v.begin(), v.end(), basis.grow());
  }
  const std::vector<double> weights = noise(count * columns, 99);
  std::vector<double> out(length * columns);
  Team team(2);
  basis.combine(weights, columns, out.data(), team);
  for (std::size_t k = 0; k < length; ++k) {
    for (std::size_t c = 0; c < columns; ++c) {
      double expected = 0;
      for (std::size_t i = 0; i < count; ++i) expected += basis[i][k] * weights[i * columns + c];
      EXPECT_NEAR(out[k * columns + c], expected, 1e-14);
    }
  }
}

}  // namespace
}  // namespace tenor
