#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <random>

#include "tenor/scaling/sparse.h"

namespace tenor {

/// Documents by features, small counts.
inline SparseMatrix random_counts(std::size_t rows, std::size_t columns, double density, unsigned seed) {
  std::mt19937 random(seed);
  SparseMatrix out;
  out.columns = columns;
  out.row_starts.push_back(0);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      if (std::generate_canonical<double, 32>(random) >= density) continue;
      out.indices.push_back(static_cast<std::int32_t>(j));
      out.values.push_back(1 + static_cast<double>(random() % 3));
    }
    out.row_starts.push_back(static_cast<std::int64_t>(out.values.size()));
  }
  return out;
}

inline Eigen::MatrixXd dense(const SparseView& x) {
  Eigen::MatrixXd out =
      Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(x.rows()), static_cast<Eigen::Index>(x.columns));
  for (std::size_t row = 0; row < x.rows(); ++row) {
    for (std::size_t e = x.begin(row); e < x.end(row); ++e)
      out(static_cast<Eigen::Index>(row), x.indices[e]) = x.values[e];
  }
  return out;
}

}  // namespace tenor
