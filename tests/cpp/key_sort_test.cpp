#include "tenor/terms/key_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

namespace tenor {
namespace {

TEST(KeySort, SortsAsTheStandardLibraryDoes) {
  std::mt19937_64 random(5);
  for (const int bits : {0, 1, 9, 10, 34, 62}) {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{1000}}) {
      std::vector<std::pair<std::uint64_t, std::uint32_t>> expected;
      Buffer<std::uint64_t> keys;
      Buffer<std::uint32_t> values;
      for (std::uint32_t i = 0; i < size; ++i) {
        expected.emplace_back(random() & ((std::uint64_t{1} << bits) - 1), i);
        keys.push_back(expected.back().first);
        values.push_back(i);
      }
      std::sort(expected.begin(), expected.end());
      sort_keys(keys, values, bits);
      ASSERT_EQ(keys.size(), size);
      for (std::size_t i = 0; i < size; ++i) EXPECT_EQ(std::pair(keys[i], values[i]), expected[i]) << bits;
    }
  }
}

}  // namespace
}  // namespace tenor
