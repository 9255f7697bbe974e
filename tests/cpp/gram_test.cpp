#include "tenor/scaling/gram.h"

#include <gtest/gtest.h>

#include "counts.h"
#include "tenor/scaling/noise.h"

namespace tenor {
namespace {

TEST(Gram, KnownByHand) {
  const SparseMatrix x{2, {0, 2, 2, 3}, {0, 1, 1}, {1, 2, 3}};  // (1 2; 0 0; 0 3)
  Team team(1);
  Gram gram(x, team);
  EXPECT_EQ(gram.size(), 2);
  EXPECT_FALSE(gram.wide());
  const double v[] = {1, 10};
  double out[2];
  gram(v, out);
  EXPECT_EQ(out[0], 21);
  EXPECT_EQ(out[1], 2 * 21 + 3 * 30);
}

void expect_both_products(std::size_t rows, std::size_t columns, double factor = 1) {
  SparseMatrix x = random_counts(rows, columns, 0.05, 7);
  for (double& value : x.values) value *= factor;
  const bool wide = columns > rows;
  const Eigen::MatrixXd a = dense(wide ? transposed(x) : x);
  const std::vector<double> v = noise(static_cast<std::size_t>(a.cols()), 1);
  const Eigen::VectorXd expected =
      a.transpose() * (a * Eigen::Map<const Eigen::VectorXd>(v.data(), a.cols()));
  std::vector<double> one(v.size()), three(v.size());
  Team alone(1), team(3);
  Gram(x, alone)(v.data(), one.data());
  Gram gram(x, team);
  gram(v.data(), three.data());
  EXPECT_EQ(gram.wide(), wide);
  EXPECT_EQ(one, three);
  for (std::size_t i = 0; i < v.size(); ++i)
    EXPECT_NEAR(one[i], expected[static_cast<Eigen::Index>(i)], 1e-11);
}

TEST(Gram, EqualsBothProductsForAnyNumberOfThreads) {
  expect_both_products(2000, 300);
  expect_both_products(300, 900);
  expect_both_products(300, 200, 0.7);  // no entry is 1
}

TEST(Gram, SumsOfMoreColumnsThanOnePieceHolds) {
  constexpr std::size_t n = 10'000;
  SparseMatrix x{n, {0}, {}, {}};
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(n); ++i) {
    x.indices.push_back(i);
    x.values.push_back(i % 2 == 0 ? 1 : 3);
    x.row_starts.push_back(i + 1);
  }
  Team team(2);
  const std::vector<double> v(n, 5.0);
  std::vector<double> out(n);
  Gram(x, team)(v.data(), out.data());
  for (std::size_t i = 0; i < n; ++i) EXPECT_EQ(out[i], i % 2 == 0 ? 5 : 45);
}

TEST(Gram, NoEntries) {
  const SparseMatrix x{2, {0, 0, 0, 0}, {}, {}};
  Team team(2);
  Gram gram(x, team);
  const double v[] = {1, 2};
  double out[] = {5, 5};
  gram(v, out);
  EXPECT_EQ(out[0], 0);
  EXPECT_EQ(out[1], 0);
}

}  // namespace
}  // namespace tenor
