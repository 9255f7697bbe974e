#include "tenor/scaling/svd.h"

#include <gtest/gtest.h>

#include <Eigen/SVD>
#include <cmath>

#include "counts.h"
#include "tenor/error.h"

namespace tenor {
namespace {

// The projection onto the space of the vectors, which no sign or order changes.
Eigen::MatrixXd projection(const Eigen::MatrixXd& vectors) {
  return vectors * vectors.transpose();
}

void expect_like_eigen(const SparseMatrix& x, std::size_t k) {
  const Svd found = leading_svd(x, k, 2, 0);
  const Eigen::BDCSVD<Eigen::MatrixXd> svd(dense(x), Eigen::ComputeThinV);
  const auto wanted = static_cast<Eigen::Index>(k);
  for (std::size_t j = 0; j < k; ++j)
    EXPECT_NEAR(found.singular_values[j], svd.singularValues()[static_cast<Eigen::Index>(j)], 1e-11);
  const Eigen::Map<const Eigen::Matrix<double, -1, -1, Eigen::RowMajor>> right(
      found.right.data(), static_cast<Eigen::Index>(x.columns), wanted);
  EXPECT_LT((projection(right) - projection(svd.matrixV().leftCols(wanted))).cwiseAbs().maxCoeff(), 1e-9);
}

TEST(Svd, KnownByHand) {
  const SparseMatrix x{3, {0, 1, 2, 3}, {0, 1, 2}, {3, 5, 4}};
  const Svd svd = leading_svd(x, 2, 1, 0);
  EXPECT_DOUBLE_EQ(svd.singular_values[0], 5);
  EXPECT_DOUBLE_EQ(svd.singular_values[1], 4);
  EXPECT_NEAR(svd.right[1 * 2 + 0], 1, 1e-15);  // signs are fixed: the largest component is positive
  EXPECT_NEAR(svd.right[2 * 2 + 1], 1, 1e-15);
}

TEST(Svd, AgreesWithEigenTallWideAndSmall) {
  expect_like_eigen(random_counts(500, 300, 0.05, 1), 40);
  expect_like_eigen(random_counts(300, 500, 0.05, 2), 40);
  expect_like_eigen(random_counts(60, 40, 0.2, 3), 10);
  expect_like_eigen(random_counts(260, 230, 0.1, 4), 230);  // every one there is
}

TEST(Svd, SameForAnyNumberOfThreads) {
  const SparseMatrix x = random_counts(700, 400, 0.05, 5);
  const Svd one = leading_svd(x, 30, 1, 0);
  for (const unsigned threads : {2U, 5U}) {
    const Svd more = leading_svd(x, 30, threads, 0);
    EXPECT_EQ(one.singular_values, more.singular_values);
    EXPECT_EQ(one.right, more.right);
  }
}

TEST(Svd, FindsTheRankOfRepeatedRows) {
  SparseMatrix x;  // 300 documents, 250 features, but only 210 different rows
  x.columns = 250;
  x.row_starts = {0};
  for (std::int32_t i = 0; i < 300; ++i) {
    x.indices.push_back(i % 210);
    x.values.push_back(1 + i % 210);
    x.row_starts.push_back(i + 1);
  }
  EXPECT_NEAR(leading_svd(x, 210, 1, 0).singular_values.back(), std::sqrt(2.0), 1e-9);
  try {
    (void)leading_svd(x, 211, 1, 0);
    FAIL();
  } catch (const Error& e) {
    EXPECT_STREQ(e.what(), "k is 211, but the matrix has rank 210; choose a smaller k");
  }
}

TEST(Svd, BadInputIsNamed) {
  const SparseMatrix x = random_counts(10, 5, 0.5, 6);
  EXPECT_THROW((void)leading_svd(x, 0, 1, 0), Error);
  EXPECT_THROW((void)leading_svd(x, 6, 1, 0), Error);
  EXPECT_THROW((void)leading_svd(SparseMatrix{2, {0, 1}, {2}, {1}}, 1, 1, 0), Error);
  EXPECT_THROW((void)leading_svd(SparseMatrix{2, {0, 1}, {0}, {NAN}}, 1, 1, 0), Error);
  EXPECT_THROW((void)leading_svd(SparseMatrix{2, {0, 2}, {0}, {1}}, 1, 1, 0), Error);
  EXPECT_THROW((void)leading_svd(SparseMatrix{2, {0, 0, 0}, {}, {}}, 1, 1, 0), Error);
}

}  // namespace
}  // namespace tenor
