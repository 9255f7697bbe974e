#include "tenor/terms/collocations.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

#include "tenor/error.h"

namespace tenor {
namespace {

using Words = std::vector<std::uint32_t>;
constexpr std::uint32_t gap = CollocationCounter::gap;

TEST(Collocations, KnownByHand) {
  CollocationCounter counter({2});
  counter.add(Words{0, 1, gap, 0, 1, gap, 2, 3});
  const auto found = counter.find(2, 0.5);
  ASSERT_EQ(found.size(), 1);
  EXPECT_EQ(found[0].words, (Words{0, 1}));
  EXPECT_EQ(found[0].count, 2);
  EXPECT_EQ(found[0].nested, 0);
  EXPECT_NEAR(found[0].lambda, std::log(2.5 * 1.5 / (0.5 * 0.5)), 1e-14);
  EXPECT_NEAR(found[0].z, found[0].lambda / std::sqrt(1 / 2.5 + 1 / 1.5 + 2 / 0.5), 1e-14);
}

// Every n_m counted by comparing every sequence with every other.
TEST(Collocations, EqualsTheDefinition) {
  std::mt19937 random(1);
  Words text(400);
  for (auto& word : text) word = random() % 9 == 8 ? gap : static_cast<std::uint32_t>(random() % 6);
  CollocationCounter counter({2, 3, 4});
  counter.add(text);
  const auto found = counter.find(1, 0.5);
  std::map<std::size_t, std::size_t> seen;
  for (const Collocation& c : found) {
    const std::size_t size = c.words.size();
    ++seen[size];
    std::vector<double> cells(std::size_t{1} << size, 0.5);
    for (std::size_t at = 0; at + size <= text.size(); ++at) {
      std::size_t agrees = 0;
      bool whole = true;
      for (std::size_t i = 0; i < size; ++i) {
        whole &= text[at + i] != gap;
        agrees |= static_cast<std::size_t>(text[at + i] == c.words[i]) << i;
      }
      if (whole) ++cells[agrees];
    }
    double lambda = 0, variance = 0;
    for (std::size_t m = 0; m < cells.size(); ++m) {
      const auto missing = size - static_cast<std::size_t>(__builtin_popcountll(m));
      lambda += (missing % 2 ? -1 : 1) * std::log(cells[m]);
      variance += 1 / cells[m];
    }
    EXPECT_EQ(static_cast<double>(c.count), cells.back() - 0.5);
    EXPECT_NEAR(c.lambda, lambda, 1e-12);
    EXPECT_NEAR(c.z, lambda / std::sqrt(variance), 1e-12);
  }
  EXPECT_EQ(seen.size(), 3);
}

TEST(Collocations, BadInputIsNamed) {
  EXPECT_THROW(CollocationCounter({}), Error);
  EXPECT_THROW(CollocationCounter({1}), Error);
  EXPECT_THROW(CollocationCounter({6}), Error);
  EXPECT_THROW((void)CollocationCounter({2}).find(1, 0), Error);
}

}  // namespace
}  // namespace tenor
