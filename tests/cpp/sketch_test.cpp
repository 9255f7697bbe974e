#include "tenor/terms/sketch.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace tenor {
namespace {

TEST(Sketch, CountsAsFarAsAByteGoes) {
  Sketch sketch(8);
  for (int i = 0; i < 3; ++i) sketch.add(5);
  for (int i = 0; i < 300; ++i) sketch.add(6);
  EXPECT_EQ(sketch.at(5), 3);
  EXPECT_EQ(sketch.at(5 + 8), 3);  // who shares a counter
  EXPECT_EQ(sketch.at(6), Sketch::most);
  EXPECT_EQ(sketch.at(7), 0);
  Sketch other(8);
  for (int i = 0; i < 250; ++i) other.add(5);
  other.add(7);
  sketch.add(other);
  EXPECT_EQ(sketch.at(5), 253);
  EXPECT_EQ(sketch.at(6), Sketch::most);
  EXPECT_EQ(sketch.at(7), 1);
  sketch.add(other);
  EXPECT_EQ(sketch.at(5), Sketch::most);
}

TEST(Sketch, IsNeverBelowTheTruth) {
  std::mt19937_64 random(1);
  for (const std::size_t counters : {0U, 1U, 100U, 5000U}) {
    Sketch sketch(counters);
    std::map<std::uint64_t, int> truth;
    for (int i = 0; i < 3000; ++i) {
      const std::uint64_t hash = (random() % 500) * 0x9E3779B97F4A7C15ULL;
      sketch.add(hash);
      ++truth[hash];
    }
    for (const auto& [hash, count] : truth) EXPECT_GE(sketch.at(hash), std::min<int>(count, Sketch::most));
  }
}

}  // namespace
}  // namespace tenor
