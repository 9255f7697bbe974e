// The blocked product of product.h for one set of vector instructions. Included by product_*.cpp, each
// compiled for its own instructions: everything here is in the including file's anonymous namespace, so that
// no code for newer processors is shared.
#pragma once

#include <cstdint>
#include <cstring>

#include "tenor/syntax/product.h"

namespace tenor {
namespace {

// V: struct with type `Vector`, `lanes` 32-bit numbers wide, and load, store, zero, broadcast (of a pair),
// add_products (acc + the two products of each pair).
template <class V, std::size_t height>
void tile(const Windows& left, const std::int16_t* first, const std::int16_t* block, std::size_t padded,
          std::int32_t* out) {
  constexpr std::size_t width = PackedMatrix::block / V::lanes;
  // Half a block at a time where registers are few.
  constexpr std::size_t step = width > 4 ? 4 : width;
  for (std::size_t part = 0; part < width; part += step) {
    typename V::Vector sums[height][step];
    for (std::size_t r = 0; r < height; ++r)
      for (std::size_t c = 0; c < step; ++c) sums[r][c] = V::zero();
    const std::int16_t* weights = block + part * V::lanes * 2;
    for (std::size_t t = 0; t < left.taps; ++t) {
      const std::int16_t* values = first + t * left.step;
      for (std::size_t k = 0; k < left.length; k += 2, weights += 2 * PackedMatrix::block) {
        typename V::Vector w[step];
        for (std::size_t c = 0; c < step; ++c) w[c] = V::load(weights + c * V::lanes * 2);
        for (std::size_t r = 0; r < height; ++r) {
          const typename V::Vector pair = V::broadcast(values + r * left.stride + k);
          for (std::size_t c = 0; c < step; ++c) sums[r][c] = V::add_products(sums[r][c], pair, w[c]);
        }
      }
    }
    for (std::size_t r = 0; r < height; ++r)
      for (std::size_t c = 0; c < step; ++c) V::store(out + r * padded + (part + c) * V::lanes, sums[r][c]);
  }
}

// Rows from `row` on, `height` at a time, then what is left by half as many.
template <class V, std::size_t height>
void rows_with(const Windows& left, const std::int16_t* block, std::size_t padded, std::size_t row,
               std::int32_t* out) {
  for (; row + height <= left.rows; row += height)
    tile<V, height>(left, left.data + row * left.stride, block, padded, out + row * padded);
  if constexpr (height > 1) rows_with<V, height / 2>(left, block, padded, row, out);
}

template <class V, std::size_t height>
void multiply_with(const Windows& left, const PackedMatrix& right, std::int32_t* out) {
  const std::size_t padded = right.padded();
  for (std::size_t b = 0; b < padded / PackedMatrix::block; ++b) {
    const std::int16_t* block = right.values() + b * right.rows() * PackedMatrix::block;
    rows_with<V, height>(left, block, padded, 0, out + b * PackedMatrix::block);
  }
}

}  // namespace
}  // namespace tenor
