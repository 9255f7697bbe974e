#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tenor {

/// A matrix of small integers, laid out for `multiply`: row 2k and 2k+1 lie in pairs, one pair for each
/// column, so that one instruction multiplies and adds both.
class PackedMatrix {
 public:
  /// Columns come in blocks of this many, the last filled with zeros.
  static constexpr std::size_t block = 16;

  PackedMatrix() = default;
  /// rows must be even.
  PackedMatrix(std::size_t rows, std::size_t columns);

  void set(std::size_t row, std::size_t column, std::int16_t value) {
    values_[((column / block) * rows_ / 2 + row / 2) * 2 * block + 2 * (column % block) + row % 2] = value;
  }
  /// All rows() values of a column.
  void set_column(std::size_t column, const std::int16_t* values);
  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  /// Columns with the filling: the width of a row of the product.
  [[nodiscard]] std::size_t padded() const { return (columns_ + block - 1) / block * block; }
  [[nodiscard]] const std::int16_t* values() const { return values_.data(); }

 private:
  std::size_t rows_ = 0, columns_ = 0;
  std::vector<std::int16_t> values_;
};

/// Windows over the rows of a matrix: row i of the left factor is `taps` stretches of `length` values, which
/// begin at data + i * stride + t * step.
struct Windows {
  const std::int16_t* data = nullptr;
  std::size_t rows = 0;
  std::size_t stride = 0;
  std::size_t length = 0;  // even
  std::size_t taps = 1;
  std::size_t step = 0;
};

/// The product in whole numbers, rows * padded() values. Sums must fit 32 bits: at most 12-bit values on both
/// sides for 128 terms, 12 bits and 8 for 384. Every processor gives the same.
void multiply(const Windows& left, const PackedMatrix& right, std::int32_t* out);

/// One way of computing `multiply`; `kernels` lists those that this processor can run, the best last.
struct ProductKernel {
  std::string_view name;
  void (*multiply)(const Windows& left, const PackedMatrix& right, std::int32_t* out);
};
std::vector<ProductKernel> product_kernels();

}  // namespace tenor
