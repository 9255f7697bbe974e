// The steps of steps.h for one set of vector instructions. Included by steps*.cpp, each compiled for its own
// instructions: everything here is in the including file's anonymous namespace, so that no code for newer
// processors is shared.
#pragma once

#include <cstdint>

#include "tenor/syntax/steps.h"

namespace tenor {
namespace {

constexpr std::size_t lanes = 8;

// V: struct with type `Vector` of eight floats, and load, store, same (one number eight times), of_whole (of
// 32-bit or 16-bit numbers), add, subtract, multiply, larger (the second where they are equal), sum (lane 0
// and 4, 1 and 5, 2 and 6, 3 and 7; then the first two and the last two of these), root (of one number) and
// store_whole (to_whole).
template <class V>
struct StepsWith {
  using Vector = typename V::Vector;

  static Vector finished(const std::int32_t* sums, const float* scale, const float* bias) {
    return V::add(V::multiply(V::of_whole(sums), V::load(scale)), V::load(bias));
  }

  static void finish(std::size_t count, const std::int32_t* sums, const float* scale, const float* bias,
                     float* out) {
    std::size_t k = 0;
    for (; k + lanes <= count; k += lanes) V::store(out + k, finished(sums + k, scale + k, bias + k));
    for (; k < count; ++k) out[k] = static_cast<float>(sums[k]) * scale[k] + bias[k];
  }

  static void add_positive(std::size_t count, const std::int32_t* sums, const float* scale, const float* bias,
                           float* x) {
    for (std::size_t k = 0; k < count; k += lanes) {
      const Vector more = V::larger(finished(sums + k, scale + k, bias + k), V::same(0.0F));
      V::store(x + k, V::add(V::load(x + k), more));
    }
  }

  static void activate(std::size_t count, const std::int32_t* sums, const float* scale, const float* bias,
                       const float* more, float factor, std::int16_t* out) {
    for (std::size_t k = 0; k < count; k += lanes) {
      const Vector all = V::add(finished(sums + k, scale + k, bias + k), V::load(more + k));
      V::store_whole(out + k, V::multiply(V::larger(all, V::same(0.0F)), V::same(factor)));
    }
  }

  static void add_rows(std::size_t count, const std::int8_t* const* rows, std::size_t how_many,
                       std::int16_t* out) {
    std::size_t k = 0;
    for (; k + V::bytes <= count; k += V::bytes) V::add_rows(rows, how_many, k, out + k);
    for (; k < count; ++k) {
      int sum = 0;
      for (std::size_t i = 0; i < how_many; ++i) sum += rows[i][k];
      out[k] = static_cast<std::int16_t>(sum);
    }
  }

  static void combine(std::size_t count, const std::int16_t* a, const float* a_scale, const std::int16_t* b,
                      const float* b_scale, float* x) {
    for (std::size_t k = 0; k < count; k += lanes) {
      const Vector both = V::add(V::multiply(V::of_whole(a + k), V::load(a_scale + k)),
                                 V::multiply(V::of_whole(b + k), V::load(b_scale + k)));
      V::store(x + k, both);
    }
  }

  static void normalize(std::size_t count, const float* gain, const float* bias, float factor, float* x,
                        std::int16_t* out) {
    const auto size = static_cast<float>(count);
    Vector sum = V::same(0.0F);
    for (std::size_t k = 0; k < count; k += lanes) sum = V::add(sum, V::load(x + k));
    const Vector mean = V::same(V::sum(sum) / size);
    sum = V::same(0.0F);
    for (std::size_t k = 0; k < count; k += lanes) {
      const Vector off = V::subtract(V::load(x + k), mean);
      sum = V::add(sum, V::multiply(off, off));
    }
    const Vector deviation = V::same(1.0F / V::root(V::sum(sum) / size + 1e-5F));
    for (std::size_t k = 0; k < count; k += lanes) {
      const Vector off = V::multiply(V::subtract(V::load(x + k), mean), deviation);
      const Vector value = V::add(V::multiply(off, V::load(gain + k)), V::load(bias + k));
      V::store(x + k, value);
      V::store_whole(out + k, V::multiply(value, V::same(factor)));
    }
  }

  static Steps all(const char* name) {
    return {name, &finish, &add_positive, &activate, &add_rows, &combine, &normalize};
  }
};

}  // namespace
}  // namespace tenor
