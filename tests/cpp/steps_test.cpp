#include "tenor/syntax/steps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

#include "tenor/syntax/layers.h"

namespace tenor {
namespace {

std::vector<float> random_floats(std::mt19937& random, std::size_t n, float largest) {
  std::uniform_real_distribution<float> draw(-largest, largest);
  std::vector<float> out(n);
  for (float& x : out) x = draw(random);
  return out;
}

template <class Whole>
std::vector<Whole> random_wholes(std::mt19937& random, std::size_t n, int largest) {
  std::uniform_int_distribution<int> draw(-largest, largest);
  std::vector<Whole> out(n);
  for (Whole& x : out) x = static_cast<Whole>(draw(random));
  return out;
}

// Bits, so that -0 is not 0.
void expect_same(const std::vector<float>& found, const std::vector<float>& expected, const char* name) {
  EXPECT_EQ(std::memcmp(found.data(), expected.data(), found.size() * sizeof(float)), 0) << name;
}

TEST(Steps, EachSetOfInstructionsGivesTheNumbersOfTheDefinition) {
  std::mt19937 random(11);
  for (const std::size_t n : {8U, 16U, 48U, 64U, 144U}) {
    const auto sums = random_wholes<std::int32_t>(random, n, 3'000'000);
    const auto scale = random_floats(random, n, 1e-4F), bias = random_floats(random, n, 4),
               x = random_floats(random, n, 50);
    const auto a = random_wholes<std::int16_t>(random, n, 4095),
               b = random_wholes<std::int16_t>(random, n, 900);
    std::vector<float> finished(n), added(n), combined(n);
    std::vector<std::int16_t> active(n);
    for (std::size_t k = 0; k < n; ++k) {
      finished[k] = static_cast<float>(sums[k]) * scale[k] + bias[k];
      added[k] = x[k] + positive(finished[k]);
      active[k] = to_whole(positive(finished[k] + x[k]) * 300.0F);
      combined[k] = static_cast<float>(a[k]) * scale[k] + static_cast<float>(b[k]) * bias[k];
    }
    for (const Steps& s : all_steps()) {
      for (const std::size_t count : {n, n - 1, n - 5}) {
        std::vector<float> out(n, 7);
        s.finish(count, sums.data(), scale.data(), bias.data(), out.data());
        std::vector<float> expected(n, 7);
        std::copy_n(finished.begin(), count, expected.begin());
        expect_same(out, expected, s.name);
      }
      std::vector<float> out = x;
      s.add_positive(n, sums.data(), scale.data(), bias.data(), out.data());
      expect_same(out, added, s.name);
      s.combine(n, a.data(), scale.data(), b.data(), bias.data(), out.data());
      expect_same(out, combined, s.name);
      std::vector<std::int16_t> whole(n);
      s.activate(n, sums.data(), scale.data(), bias.data(), x.data(), 300.0F, whole.data());
      EXPECT_EQ(whole, active) << s.name;
    }
  }
}

TEST(Steps, NormalizeTheSameEverywhereAndAsInDoublePrecision) {
  std::mt19937 random(12);
  for (const std::size_t n : {8U, 24U, 64U}) {
    const auto gain = random_floats(random, n, 2), bias = random_floats(random, n, 1),
               x = random_floats(random, n, 30);
    double mean = 0, variance = 0;
    for (const float value : x) mean += value / static_cast<double>(n);
    for (const float value : x) variance += std::pow(value - mean, 2) / static_cast<double>(n);
    std::vector<float> first;
    std::vector<std::int16_t> first_whole;
    for (const Steps& s : all_steps()) {
      std::vector<float> out = x;
      std::vector<std::int16_t> whole(n);
      s.normalize(n, gain.data(), bias.data(), 256, out.data(), whole.data());
      if (first.empty()) first = out, first_whole = whole;
      expect_same(out, first, s.name);
      EXPECT_EQ(whole, first_whole) << s.name;
      for (std::size_t k = 0; k < n; ++k) {
        EXPECT_NEAR(out[k], (x[k] - mean) / std::sqrt(variance + 1e-5) * gain[k] + bias[k], 1e-4);
        EXPECT_EQ(whole[k], to_whole(out[k] * 256));
      }
    }
  }
}

TEST(Steps, AddRowsOfAnyWidth) {
  std::mt19937 random(13);
  for (const std::size_t n : {1U, 8U, 31U, 32U, 48U, 70U}) {
    std::vector<std::vector<std::int8_t>> all;
    std::vector<const std::int8_t*> rows;
    std::vector<std::int16_t> expected(n);
    for (int i = 0; i < 7; ++i) all.push_back(random_wholes<std::int8_t>(random, n, 127));
    for (const auto& row : all) rows.push_back(row.data());
    for (const auto& row : all)
      for (std::size_t k = 0; k < n; ++k) expected[k] = static_cast<std::int16_t>(expected[k] + row[k]);
    for (const Steps& s : all_steps()) {
      std::vector<std::int16_t> out(n);
      s.add_rows(n, rows.data(), rows.size(), out.data());
      EXPECT_EQ(out, expected) << s.name << " " << n;
    }
  }
}

TEST(Steps, HoldWholeNumbersToTwelveBits) {
  const std::vector<float> zero(8, 0), more{1e30F, 3e3F, 2, 1, 0.499F, 0, -1, -1e30F};
  const std::vector<std::int32_t> sums(8);
  for (const Steps& s : all_steps()) {
    std::vector<std::int16_t> out(8);
    s.activate(8, sums.data(), zero.data(), zero.data(), more.data(), 2, out.data());
    EXPECT_EQ(out, (std::vector<std::int16_t>{4095, 4095, 4, 2, 1, 0, 0, 0})) << s.name;
  }
}

}  // namespace
}  // namespace tenor
