#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/syntax/network_reader.h"
#include "tenor/syntax/product.h"
#include "tenor/syntax/word_features.h"

namespace tenor {

// Layers of the shipped networks. Weights are 8-bit, and what the layers hand on is 12-bit, so the large
// products are whole numbers and exact. Between them stand sums, products, one division and one square root
// in single precision, each in a fixed order: the same on every machine that rounds by IEEE 754.

inline float positive(float value) {
  return value > 0.0F ? value : 0.0F;
}

/// Rounds to the nearest of 12 bits and a sign: see multiply.
inline std::int16_t to_whole(float value) {
  constexpr float largest = 4095;
  const float above = value > -largest ? value : -largest;
  const float held = above < largest ? above : largest;
  // Adding the shift is exact enough, and truncation then rounds down.
  return static_cast<std::int16_t>(static_cast<std::int32_t>(held + 8192.5F) - 8192);
}

/// y = scale * (x W) + bias for whole-number x and W.
struct Linear {
  PackedMatrix weights;
  std::vector<float> scale, bias;

  Linear() = default;
  /// Reads NAME.weight (rows by columns, one row for each y), NAME.scale and NAME.bias.
  Linear(const NetworkReader& in, const std::string& name, std::size_t rows, std::size_t columns);
  /// y[first, first + count) from the sums of a row of x W.
  void finish(const std::int32_t* sums, std::size_t first, std::size_t count, float* out) const;
};

/// Vectors of words and of their parts.
class Embedding {
 public:
  Embedding() = default;
  /// Reads word_keys, affix_keys, words and affixes.
  explicit Embedding(const NetworkReader& in);
  [[nodiscard]] std::size_t width() const { return word_width_ + affix_width_; }
  /// Writes width() numbers for each word: the word's, then the sum of its parts'. `letters` is scratch
  /// space.
  void write(std::span<const std::string_view> words, std::int16_t* out, std::string& letters) const;

 private:
  std::size_t word_width_ = 0, affix_width_ = 0;
  WordFeatures features_;
  std::vector<std::int8_t> words_, affixes_;
};

/// Layer normalization (Ba and others 2016).
struct Norm {
  std::vector<float> gain, bias;

  Norm() = default;
  /// Reads NAME.gain and NAME.bias; the width is a multiple of 8.
  Norm(const NetworkReader& in, const std::string& name, std::size_t width);
  /// Normalizes x in place, and writes it times `scale` as whole numbers.
  void apply(float* x, float scale, std::int16_t* out) const;
};

/// A residual convolution over three words, which stand `dilation` words apart (Strubell and others 2017).
struct Convolution {
  Linear linear;
  Norm norm;
  std::size_t dilation = 1;
};

/// Convolutions one after the other, over n words of `width` numbers.
class Convolutions {
 public:
  Convolutions() = default;
  /// Reads the names "dilations", then norm0, and convolutionN and normN for each of them.
  Convolutions(const NetworkReader& in, std::size_t width);

  /// Takes x (n by width), leaves what the last layer makes of it, and returns its whole numbers, times
  /// `scale`, in `rows`. `rows` and `sums` are scratch space.
  const std::int16_t* apply(std::size_t n, float scale, std::vector<float>& x,
                            std::vector<std::int16_t>& rows, std::vector<std::int32_t>& sums) const;

 private:
  std::size_t width_ = 0, widest_ = 0;
  Norm first_;
  std::vector<Convolution> layers_;
};

}  // namespace tenor
