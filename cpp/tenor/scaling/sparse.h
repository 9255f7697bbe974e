#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tenor/scaling/team.h"

namespace tenor {

/// Documents by features, stored by rows, owned by somebody else (scipy's CSR arrays).
struct SparseView {
  std::size_t columns = 0;
  std::span<const std::int64_t> row_starts;  // rows + 1
  std::span<const std::int32_t> indices;
  std::span<const double> values;

  [[nodiscard]] std::size_t rows() const { return row_starts.size() - 1; }
  [[nodiscard]] std::size_t begin(std::size_t row) const { return static_cast<std::size_t>(row_starts[row]); }
  [[nodiscard]] std::size_t end(std::size_t row) const {
    return static_cast<std::size_t>(row_starts[row + 1]);
  }
  [[nodiscard]] std::size_t column(std::size_t entry) const {
    return static_cast<std::size_t>(indices[entry]);
  }
};

struct SparseMatrix {
  std::size_t columns = 0;
  std::vector<std::int64_t> row_starts;
  std::vector<std::int32_t> indices;
  std::vector<double> values;

  operator SparseView() const { return {columns, row_starts, indices, values}; }  // NOLINT
};

/// Column numbers ascend within each row of the result.
SparseMatrix transposed(const SparseView& x);

/// Throws Error where the three arrays are not a CSR matrix, or a value is not finite: everything below
/// trusts them.
void check(const SparseView& x);
/// The same, and where a value is no whole number from 0.
void check_counts(const SparseView& y);

/// Rows cut into parts of about the same number of entries; the cut depends on the matrix alone.
std::vector<std::size_t> parts_of(const SparseView& x);

/// y = x v. `parts` from parts_of(x).
void multiply(const SparseView& x, std::span<const std::size_t> parts, const double* v, double* y,
              Team& team);

}  // namespace tenor
