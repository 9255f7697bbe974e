#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tenor {

/// What stands between the large products of a network: short loops over one word's numbers, for one set of
/// vector instructions. Each number goes through the same operations in the same order on every processor.
/// Counts are multiples of eight but for `finish` and `add_rows`.
struct Steps {
  const char* name;
  /// out[k] = sums[k] * scale[k] + bias[k].
  void (*finish)(std::size_t count, const std::int32_t* sums, const float* scale, const float* bias,
                 float* out);
  /// x[k] += what `finish` gives, where that is above zero.
  void (*add_positive)(std::size_t count, const std::int32_t* sums, const float* scale, const float* bias,
                       float* x);
  /// out[k] = (what `finish` gives + more[k]) where that is above zero, times `factor`, as a whole number.
  void (*activate)(std::size_t count, const std::int32_t* sums, const float* scale, const float* bias,
                   const float* more, float factor, std::int16_t* out);
  /// out[k] = the sum of rows[i][k] over so many rows.
  void (*add_rows)(std::size_t count, const std::int8_t* const* rows, std::size_t how_many,
                   std::int16_t* out);
  /// x[k] = a[k] * a_scale[k] + b[k] * b_scale[k].
  void (*combine)(std::size_t count, const std::int16_t* a, const float* a_scale, const std::int16_t* b,
                  const float* b_scale, float* x);
  /// x = (x - mean) / deviation * gain + bias, and that times `factor` as whole numbers.
  void (*normalize)(std::size_t count, const float* gain, const float* bias, float factor, float* x,
                    std::int16_t* out);
};

/// Those that this processor can run, the best last.
std::vector<Steps> all_steps();
/// The best.
const Steps& steps();

}  // namespace tenor
