#include "tenor/scaling/wordfish.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tenor/error.h"
#include "tenor/scaling/positions.h"

namespace tenor {
namespace {

SparseMatrix of_rows(const std::vector<std::vector<double>>& rows) {
  SparseMatrix out;
  out.columns = rows[0].size();
  out.row_starts = {0};
  for (const auto& row : rows) {
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (row[k] == 0) continue;
      out.indices.push_back(static_cast<std::int32_t>(k));
      out.values.push_back(row[k]);
    }
    out.row_starts.push_back(static_cast<std::int64_t>(out.values.size()));
  }
  return out;
}

// Counts drawn from the model itself, documents from left to right.
SparseMatrix drawn(std::size_t documents, std::size_t words) {
  std::mt19937 random(7);
  std::vector<std::vector<double>> rows(documents, std::vector<double>(words));
  for (std::size_t i = 0; i < documents; ++i) {
    const double theta = -1.5 + 3.0 * static_cast<double>(i) / static_cast<double>(documents - 1);
    for (std::size_t k = 0; k < words; ++k) {
      const double beta = std::sin(static_cast<double>(k));
      rows[i][k] = std::poisson_distribution<int>(std::exp(1 + beta * theta))(random);
    }
  }
  return of_rows(rows);
}

TEST(Wordfish, FindsTheOrderOfDocuments) {
  for (const bool maximise : {false, true}) {
    WordfishOptions options;
    options.maximise = maximise;
    options.max_iterations = 500;
    options.high = 11;
    const WordfishFit fit = wordfish(drawn(12, 80), options);
    EXPECT_TRUE(fit.converged);
    EXPECT_TRUE(std::is_sorted(fit.theta.begin(), fit.theta.end()));
    options.low = 11, options.high = 0;
    EXPECT_LT(wordfish(drawn(12, 80), options).theta[11], 0);
  }
}

TEST(Wordfish, TheMaximumHasNoGradient) {
  const SparseMatrix y = drawn(9, 60);
  WordfishOptions options;
  options.maximise = true;
  options.max_iterations = 2000;
  const WordfishFit fit = wordfish(y, options);
  for (std::size_t i = 1; i < fit.path.size(); ++i) EXPECT_GT(fit.path[i], fit.path[i - 1] - 1e-7);
  // Row and column sums of the rates are those of the counts, for alpha and psi have flat priors.
  const SparseView view = y;
  std::vector<double> columns(60);
  for (std::size_t i = 0; i < 9; ++i) {
    double rates = 0, counts = 0;
    for (std::size_t k = 0; k < 60; ++k) {
      const double rate = std::exp(fit.alpha[i] + fit.psi[k] + fit.beta[k] * fit.theta[i]);
      rates += rate, columns[k] += rate;
    }
    for (std::size_t e = view.begin(i); e < view.end(i); ++e) {
      counts += view.values[e];
      columns[view.column(e)] -= view.values[e];
    }
    EXPECT_NEAR(rates, counts, 1e-4);
  }
  for (const double rest : columns) EXPECT_NEAR(rest, 0, 1e-4);
}

TEST(Wordfish, SameForAnyNumberOfThreads) {
  WordfishOptions options;
  options.dispersion = Dispersion::feature;
  const WordfishFit one = wordfish(drawn(12, 5000), options);
  options.threads = 4;
  const WordfishFit four = wordfish(drawn(12, 5000), options);
  EXPECT_EQ(one.theta, four.theta);
  EXPECT_EQ(one.beta, four.beta);
  EXPECT_EQ(one.path, four.path);
}

TEST(Wordfish, PlacesTheTrainingDocumentsWhereTheyAre) {
  const SparseMatrix y = drawn(9, 60);
  WordfishOptions options;
  options.maximise = true;
  options.max_iterations = 2000;
  const WordfishFit fit = wordfish(y, options);
  const Positions again = positions(y, fit.psi, fit.beta, fit.phi, 0, fit.theta_precision, 2);
  for (std::size_t i = 0; i < 9; ++i) {
    EXPECT_NEAR(again.theta[i], fit.theta[i], 1e-5);
    EXPECT_NEAR(again.se[i], fit.se[i], 1e-6);
  }
}

TEST(Wordfish, BadCountsAreNamed) {
  EXPECT_THROW((void)wordfish(of_rows({{1, 0.5}, {2, 1}}), {}), Error);
  EXPECT_THROW((void)wordfish(of_rows({{1, -1}, {2, 1}}), {}), Error);
  EXPECT_THROW((void)wordfish(of_rows({{1, 2}, {2, 4}}), {}), Error);  // the same proportions
}

}  // namespace
}  // namespace tenor
