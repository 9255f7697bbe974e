#include "tenor/syntax/layers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>

namespace tenor {
namespace {

constexpr std::size_t width = 8;

/// A model of small random weights, written as the training scripts do.
class Written {
 public:
  template <class T>
  void add(const std::string& name, const char* type, std::size_t rows, std::size_t columns,
           const std::vector<T>& values) {
    text_ +=
        "tensor " + name + " " + type + " " + std::to_string(rows) + " " + std::to_string(columns) + "\n";
    const std::size_t at = bytes_.size();
    bytes_.resize(at + values.size() * sizeof(T));
    std::memcpy(bytes_.data() + at, values.data(), values.size() * sizeof(T));
  }
  void add_linear(const std::string& name, std::size_t rows, std::size_t columns) {
    std::vector<std::int8_t> weights(rows * columns);
    for (auto& w : weights) w = static_cast<std::int8_t>(static_cast<int>(random_() % 255) - 127);
    add(name + ".weight", "i1", rows, columns, weights);
    add(name + ".scale", "f4", rows, 1, std::vector<float>(rows, 1.0F / 4096));
    add(name + ".bias", "f4", rows, 1, std::vector<float>(rows, 0.25F));
  }
  void add_norm(const std::string& name) {
    add(name + ".gain", "f4", width, 1, std::vector<float>(width, 0.5F));
    add(name + ".bias", "f4", width, 1, std::vector<float>(width, 0.125F));
  }
  [[nodiscard]] std::string model() const {
    return "test 1\n# a note\nnames dilations 1 2\n" + text_ + "end\n" + bytes_;
  }

 private:
  std::mt19937 random_{3};
  std::string text_, bytes_;
};

std::string written() {
  Written out;
  out.add_norm("norm0");
  for (const char* number : {"1", "2"}) {
    out.add_linear(std::string("convolution") + number, width, 3 * width);
    out.add_norm(std::string("norm") + number);
  }
  return out.model();
}

/// The same with every sum written out, in double precision.
std::vector<double> slow(const NetworkReader& in, std::vector<double> x, double state) {
  const std::size_t n = x.size() / width;
  const auto normalize = [&](const std::string& name) {
    const auto gain = in.numbers<float>(name + ".gain"), bias = in.numbers<float>(name + ".bias");
    for (std::size_t i = 0; i < n; ++i) {
      double mean = 0, variance = 0;
      for (std::size_t k = 0; k < width; ++k) mean += x[i * width + k] / width;
      for (std::size_t k = 0; k < width; ++k) variance += std::pow(x[i * width + k] - mean, 2) / width;
      for (std::size_t k = 0; k < width; ++k)
        x[i * width + k] = (x[i * width + k] - mean) / std::sqrt(variance + 1e-5) * gain[k] + bias[k];
    }
  };
  normalize("norm0");
  for (const int layer : {1, 2}) {
    const std::string name = "convolution" + std::to_string(layer);
    const auto weights = in.numbers<std::int8_t>(name + ".weight");
    const auto scale = in.numbers<float>(name + ".scale"), bias = in.numbers<float>(name + ".bias");
    std::vector<double> next = x;
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t k = 0; k < width; ++k) {
        double sum = 0;
        for (int tap = -1; tap <= 1; ++tap) {
          const auto at = static_cast<std::ptrdiff_t>(i) + tap * layer;  // dilations are 1 and 2
          if (at < 0 || at >= static_cast<std::ptrdiff_t>(n)) continue;
          for (std::size_t j = 0; j < width; ++j)
            sum += std::round(x[static_cast<std::size_t>(at) * width + j] * state) *
                   weights[k * 3 * width + static_cast<std::size_t>(tap + 1) * width + j];
        }
        next[i * width + k] += std::max(0.0, sum * scale[k] + bias[k]);
      }
    x = next;
    normalize("norm" + std::to_string(layer));
  }
  return x;
}

TEST(Layers, ConvolveAsTheSlowSumsDo) {
  const std::string model = written();
  const NetworkReader in(model, "test 1");
  EXPECT_EQ(in.notes(), "a note");
  std::mt19937 random(5);
  for (const std::size_t n : {1U, 2U, 9U}) {
    std::vector<float> x(n * width);
    for (float& value : x) value = static_cast<float>(random() % 1000) / 500 - 1;
    const std::vector<double> expected = slow(in, {x.begin(), x.end()}, 256);
    std::vector<std::int16_t> rows;
    std::vector<std::int32_t> sums;
    const std::int16_t* whole = Convolutions(in, width).apply(n, 256, x, rows, sums);
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_NEAR(x[i], expected[i], 1e-3);
      EXPECT_NEAR(whole[i], x[i] * 256, 0.51);
    }
  }
}

TEST(Layers, WholeNumbersAreRoundedAndHeld) {
  for (const int value : {-4095, -7, 0, 7, 4095}) {
    EXPECT_EQ(to_whole(static_cast<float>(value)), value);
    EXPECT_EQ(to_whole(static_cast<float>(value) + 0.4F), std::min(value, 4095));
  }
  EXPECT_EQ(to_whole(1e30F), 4095);
  EXPECT_EQ(to_whole(-1e30F), -4095);
}

TEST(Layers, RefuseWhatIsMissingOrOfAnotherSize) {
  const std::string model = written();
  EXPECT_THROW(NetworkReader(model, "test 2"), Error);
  const NetworkReader in(model, "test 1");
  EXPECT_THROW(Convolutions(in, 16), Error);
  EXPECT_THROW(Linear(in, "other", width, width), Error);
  EXPECT_THROW(Embedding{in}, Error);
}

}  // namespace
}  // namespace tenor
