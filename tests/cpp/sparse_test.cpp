#include "tenor/scaling/sparse.h"

#include <gtest/gtest.h>

#include <cmath>

#include "counts.h"
#include "tenor/error.h"
#include "tenor/scaling/noise.h"

namespace tenor {
namespace {

TEST(Sparse, TransposedIsTheTranspose) {
  const SparseMatrix x = random_counts(40, 23, 0.2, 1);
  const SparseMatrix t = transposed(x);
  EXPECT_EQ(dense(t), dense(x).transpose());
  const SparseView view = t;
  for (std::size_t row = 0; row < view.rows(); ++row) {
    for (std::size_t e = view.begin(row) + 1; e < view.end(row); ++e)
      EXPECT_LT(view.indices[e - 1], view.indices[e]);
  }
}

TEST(Sparse, PartsCoverEveryRowOnce) {
  const SparseMatrix x = random_counts(3000, 100, 0.4, 2);
  const std::vector<std::size_t> parts = parts_of(x);
  EXPECT_GT(parts.size(), 3U);
  EXPECT_EQ(parts.front(), 0);
  EXPECT_EQ(parts.back(), 3000);
  EXPECT_TRUE(std::is_sorted(parts.begin(), parts.end()));
  EXPECT_EQ(parts_of(SparseMatrix{1, {0}, {}, {}}), (std::vector<std::size_t>{0, 0}));
}

TEST(Sparse, MultiplyIsTheProduct) {
  const SparseMatrix x = random_counts(900, 200, 0.3, 3);
  const std::vector<double> v = noise(200, 4);
  std::vector<double> y(900);
  Team team(3);
  multiply(x, parts_of(x), v.data(), y.data(), team);
  const Eigen::VectorXd expected = dense(x) * Eigen::Map<const Eigen::VectorXd>(v.data(), 200);
  for (std::size_t i = 0; i < y.size(); ++i) EXPECT_NEAR(y[i], expected[static_cast<Eigen::Index>(i)], 1e-12);
}

TEST(Sparse, CheckNamesThePlace) {
  const auto message = [](const SparseMatrix& x) {
    try {
      check(x);
    } catch (const Error& e) {
      return std::string(e.what());
    }
    return std::string();
  };
  EXPECT_EQ(message({2, {0, 1}, {1}, {1}}), "");
  EXPECT_NE(message({2, {0, 1}, {2}, {1}}).find("row 0 has an entry in column 2"), std::string::npos);
  EXPECT_NE(message({2, {0, 0, 1}, {1}, {INFINITY}}).find("row 1, column 1"), std::string::npos);
  EXPECT_NE(message({2, {0, 2, 1}, {0}, {1}}).find("not a valid CSR matrix"), std::string::npos);
}

}  // namespace
}  // namespace tenor
