#include "tenor/scaling/correspondence.h"

#include <gtest/gtest.h>

#include <Eigen/SVD>
#include <cmath>

#include "counts.h"
#include "tenor/error.h"

namespace tenor {
namespace {

TEST(Correspondence, IsTheFirstSingularVectorOfTheResiduals) {
  const SparseMatrix y = random_counts(300, 250, 0.2, 1);
  const Eigen::ArrayXXd dense_y = dense(y).array();
  const double total = dense_y.sum();
  const Eigen::ArrayXd r = dense_y.rowwise().sum(), c = dense_y.colwise().sum();
  const Eigen::ArrayXXd expected = (r.matrix() * c.matrix().transpose()).array() / total;
  const Eigen::MatrixXd residuals = (dense_y - expected) / expected.sqrt();
  const Eigen::BDCSVD<Eigen::MatrixXd> svd(residuals, Eigen::ComputeThinU);
  for (const unsigned threads : {1U, 3U}) {
    Team team(threads);
    const std::vector<double> found = first_axis(y, transposed(y), team);
    ASSERT_EQ(found.size(), 300);
    const double sign = found[0] * svd.matrixU()(0, 0) > 0 ? 1 : -1;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const auto at = static_cast<Eigen::Index>(i);
      EXPECT_NEAR(sign * found[i], svd.matrixU()(at, 0) / std::sqrt(r(at) / total), 1e-9);
    }
  }
}

TEST(Correspondence, TwoDocumentsLieOnEitherSide) {
  const SparseMatrix y{2, {0, 2, 4}, {0, 1, 0, 1}, {3, 1, 1, 3}};
  Team team(1);
  const std::vector<double> found = first_axis(y, transposed(y), team);
  EXPECT_NEAR(std::abs(found[0]), 1, 1e-14);
  EXPECT_NEAR(found[1], -found[0], 1e-14);
}

TEST(Correspondence, EqualProportionsAreAnError) {
  const SparseMatrix y{2, {0, 2, 4}, {0, 1, 0, 1}, {1, 2, 2, 4}};
  Team team(1);
  EXPECT_THROW((void)first_axis(y, transposed(y), team), Error);
}

}  // namespace
}  // namespace tenor
