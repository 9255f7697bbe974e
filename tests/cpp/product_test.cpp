#include "tenor/syntax/product.h"

#include <gtest/gtest.h>

#include <random>

namespace tenor {
namespace {

TEST(Product, EveryKernelGivesTheSumsOfTheDefinition) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> left_value(-4095, 4095), right_value(-127, 127);
  for (const std::size_t rows : {1U, 2U, 7U, 8U, 13U, 29U}) {
    for (const std::size_t columns : {1U, 31U, 32U, 45U, 128U}) {
      const std::size_t length = 16, taps = 3, step = 24, stride = 20;
      std::vector<std::int16_t> left(rows * stride + taps * step + length);
      for (std::int16_t& v : left) v = static_cast<std::int16_t>(left_value(random));
      PackedMatrix right(taps * length, columns);
      std::vector<int> plain(taps * length * columns);
      for (std::size_t r = 0; r < taps * length; ++r)
        for (std::size_t c = 0; c < columns; ++c) {
          plain[r * columns + c] = right_value(random);
          right.set(r, c, static_cast<std::int16_t>(plain[r * columns + c]));
        }
      for (const ProductKernel& kernel : product_kernels()) {
        std::vector<std::int32_t> out(rows * right.padded(), -1);
        kernel.multiply({left.data(), rows, stride, length, taps, step}, right, out.data());
        for (std::size_t i = 0; i < rows; ++i)
          for (std::size_t c = 0; c < right.padded(); ++c) {
            int sum = 0;
            for (std::size_t t = 0; t < taps && c < columns; ++t)
              for (std::size_t k = 0; k < length; ++k)
                sum += left[i * stride + t * step + k] * plain[(t * length + k) * columns + c];
            ASSERT_EQ(out[i * right.padded() + c], sum) << kernel.name << " " << rows << "x" << columns;
          }
      }
    }
  }
}

TEST(Product, HoldsTheLargestSums) {
  // 128 products of 12-bit numbers: the most that multiply promises.
  const std::vector<std::int16_t> left(128, -4095);
  PackedMatrix right(128, 1);
  for (std::size_t r = 0; r < 128; ++r) right.set(r, 0, 4095);
  for (const ProductKernel& kernel : product_kernels()) {
    std::vector<std::int32_t> out(right.padded());
    kernel.multiply({left.data(), 1, 128, 128, 1, 0}, right, out.data());
    EXPECT_EQ(out[0], -128 * 4095 * 4095) << kernel.name;
  }
}

}  // namespace
}  // namespace tenor
