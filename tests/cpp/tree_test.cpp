#include "tenor/syntax/tree.h"

#include <gtest/gtest.h>

#include <random>

namespace tenor {
namespace {

float total(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
  return sum;
}

// The best of all ways to give n words heads that are a tree.
float best_by_trying(const std::vector<float>& scores, std::size_t n) {
  std::vector<std::uint32_t> heads(n, 0);
  float best = -1e9F;
  for (;;) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < n && heads[i] == n) heads[i++] = 0;
    if (i == n) return best;
    ++heads[i];
  }
}

TEST(Tree, KnowsTrees) {
  EXPECT_TRUE(is_tree({}));
  EXPECT_TRUE(is_tree({0}));
  EXPECT_TRUE(is_tree({2, 0, 2}));
  EXPECT_FALSE(is_tree({0, 0}));     // two roots
  EXPECT_FALSE(is_tree({1}));        // a word on itself
  EXPECT_FALSE(is_tree({0, 3, 2}));  // a cycle beside the root
  EXPECT_FALSE(is_tree({2, 3, 1}));  // no root
}

TEST(Tree, BreaksACycleWhereItCostsLeast) {
  // Words 1 and 2 want each other; word 1 gives less up for the root (rows: root, 1, 2).
  EXPECT_EQ(best_tree({4, -9, 5, 1, 6, -9}, 2), (std::vector<std::uint32_t>{0, 1}));
}

TEST(Tree, HasOneRootWhereTwoScoreBetter) {
  EXPECT_EQ(best_tree({9, -9, 1, 8, 2, -9}, 2), (std::vector<std::uint32_t>{0, 1}));
}

TEST(Tree, IsTheBestOfAll) {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> score(-20, 20);
  for (int round = 0; round < 600; ++round) {
    const std::size_t n = 1 + static_cast<std::size_t>(round) % 5;
    std::vector<float> scores(n * (n + 1));
    for (float& s : scores) s = static_cast<float>(score(random));
    const auto heads = best_tree(scores, n);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_EQ(total(scores, heads), best_by_trying(scores, n)) << "round " << round;
  }
}

TEST(Tree, LongSentencesMakeTrees) {
  std::mt19937 random(13);
  std::uniform_real_distribution<float> score(-20, 20);
  for (const std::size_t n : {100U, 250U}) {
    std::vector<float> scores(n * (n + 1));
    for (float& s : scores) s = score(random);
    EXPECT_TRUE(is_tree(best_tree(scores, n)));
  }
}

}  // namespace
}  // namespace tenor
