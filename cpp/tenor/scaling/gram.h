#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tenor/scaling/sparse.h"
#include "tenor/scaling/team.h"

namespace tenor {

/// v -> a' (a v), where a is x or its transpose, whichever has fewer columns.
///
/// Both products are made in one pass over the rows, sorted by their length: sentences are short, so a
/// processor that cannot guess where a row ends loses more time there than in the sums. Most counts are 1,
/// and those are stored as places alone.
class Gram {
 public:
  /// What `x` views must live as long as this does.
  Gram(const SparseView& x, Team& team);
  Gram(const Gram&) = delete;
  Gram& operator=(const Gram&) = delete;

  [[nodiscard]] std::size_t size() const { return a_.columns; }
  /// Whether `half` is the transpose.
  [[nodiscard]] bool wide() const { return wide_; }
  [[nodiscard]] const SparseView& half() const { return a_; }
  void operator()(const double* v, double* out);

 private:
  void sort_rows();

  Team& team_;
  bool wide_;
  SparseMatrix flipped_;
  SparseView a_;
  // The rows of a_ that are not empty, by their numbers of ones and of others.
  std::vector<std::int32_t> ones_;
  SparseMatrix others_;
  std::vector<std::size_t> one_starts_;
  std::vector<std::size_t> parts_;  // rows of each part; they depend on the matrix alone
  std::vector<double> sums_;        // each part's share of the result
};

}  // namespace tenor
