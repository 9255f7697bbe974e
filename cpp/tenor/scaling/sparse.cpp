#include "tenor/scaling/sparse.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "tenor/error.h"

namespace tenor {

SparseMatrix transposed(const SparseView& x) {
  SparseMatrix out;
  out.columns = x.rows();
  out.row_starts.assign(x.columns + 1, 0);
  out.indices.resize(x.values.size());
  out.values.resize(x.values.size());
  for (const std::int32_t column : x.indices) ++out.row_starts[static_cast<std::size_t>(column) + 1];
  for (std::size_t c = 0; c < x.columns; ++c) out.row_starts[c + 1] += out.row_starts[c];
  std::vector<std::int64_t> place(out.row_starts.begin(), out.row_starts.end() - 1);
  for (std::size_t row = 0; row < x.rows(); ++row) {
    for (std::size_t e = x.begin(row); e < x.end(row); ++e) {
      const auto to = static_cast<std::size_t>(place[x.column(e)]++);
      out.indices[to] = static_cast<std::int32_t>(row);
      out.values[to] = x.values[e];
    }
  }
  return out;
}

void check(const SparseView& x) {
  if (x.row_starts.empty() || x.row_starts.front() != 0 || x.indices.size() != x.values.size() ||
      x.row_starts.back() != static_cast<std::int64_t>(x.values.size()) ||
      !std::is_sorted(x.row_starts.begin(), x.row_starts.end())) {
    throw Error("the matrix is not a valid CSR matrix: its row starts do not fit its entries");
  }
  if (x.rows() > INT32_MAX) throw Error("the matrix has more than 2,147,483,647 rows; split it");
  for (std::size_t row = 0; row < x.rows(); ++row) {
    for (std::size_t e = x.begin(row); e < x.end(row); ++e) {
      if (x.indices[e] < 0 || x.column(e) >= x.columns) {
        throw Error("row " + std::to_string(row) + " has an entry in column " + std::to_string(x.indices[e]) +
                    ", but the matrix has " + std::to_string(x.columns) + " columns");
      }
      if (!std::isfinite(x.values[e])) {
        throw Error("the value in row " + std::to_string(row) + ", column " + std::to_string(x.indices[e]) +
                    " is not a finite number; drop it or set it to 0");
      }
    }
  }
}

void check_counts(const SparseView& y) {
  check(y);
  for (std::size_t row = 0; row < y.rows(); ++row) {
    for (std::size_t e = y.begin(row); e < y.end(row); ++e) {
      const double value = y.values[e];
      if (value < 0 || value != std::floor(value)) {
        throw Error("the value " + std::to_string(value) + " in row " + std::to_string(row) + ", column " +
                    std::to_string(y.indices[e]) +
                    " is not a count: Wordfish needs whole numbers from 0; give the counts, not weights");
      }
    }
  }
}

std::vector<std::size_t> parts_of(const SparseView& x) {
  constexpr std::size_t entries = 1 << 15;
  std::vector<std::size_t> parts{0};
  for (std::size_t row = 0; row < x.rows(); ++row) {
    if (x.end(row) - x.begin(parts.back()) >= entries) parts.push_back(row + 1);
  }
  if (parts.back() != x.rows() || parts.size() == 1) parts.push_back(x.rows());
  return parts;
}

void multiply(const SparseView& x, std::span<const std::size_t> parts, const double* v, double* y,
              Team& team) {
  const std::int32_t* columns = x.indices.data();
  const double* values = x.values.data();
  team.run(parts.size() - 1, [&](std::size_t part) {
    for (std::size_t row = parts[part]; row < parts[part + 1]; ++row) {
      // Four sums, so that one addition need not wait for the one before it.
      double sum[4] = {0, 0, 0, 0};
      std::size_t e = x.begin(row);
      const std::size_t end = x.end(row);
      for (; e + 4 <= end; e += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) sum[lane] += values[e + lane] * v[columns[e + lane]];
      }
      for (; e < end; ++e) sum[0] += values[e] * v[columns[e]];
      y[row] = (sum[0] + sum[1]) + (sum[2] + sum[3]);
    }
  });
}

}  // namespace tenor
