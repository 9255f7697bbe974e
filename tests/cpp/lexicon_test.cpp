#include "tenor/sentiment/lexicon.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tenor/error.h"

namespace tenor {
namespace {

const Lexicon lexicon(
    {{"good", 2}, {"Fed Up", -1}, {"fed up with", -2}, {"abus*", -3}, {"abuses", -2.5}, {"a*", 1}});

TEST(Lexicon, FindsWordsAndBeginnings) {
  EXPECT_EQ(lexicon.valence("good"), 2);
  EXPECT_EQ(lexicon.valence("goods"), std::nullopt);
  EXPECT_EQ(lexicon.valence("good's"), 2);
  EXPECT_EQ(lexicon.valence("'s"), std::nullopt);
  EXPECT_EQ(lexicon.valence("abused"), -3);    // the longest beginning
  EXPECT_EQ(lexicon.valence("abuses"), -2.5);  // the word itself comes first
  EXPECT_EQ(lexicon.valence("ab"), 1);
  EXPECT_EQ(lexicon.size(), 6U);
}

TEST(Lexicon, MatchesTheLongestPhrase) {
  const std::vector<std::string_view> words = {"i", "am", "fed", "up", "with", "good", "fed"};
  EXPECT_EQ(lexicon.match(words, 0), std::nullopt);
  const auto match = lexicon.match(words, 2);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->valence, -2);
  EXPECT_EQ(match->words, 3U);
  EXPECT_EQ(lexicon.match(words, 5)->words, 1U);
  EXPECT_EQ(lexicon.match(words, 6), std::nullopt);
}

TEST(Lexicon, RefusesWhatHasNoMeaning) {
  EXPECT_THROW(Lexicon({{"", 1}}), Error);
  EXPECT_THROW(Lexicon({{"good", std::nan("")}}), Error);
}

}  // namespace
}  // namespace tenor
