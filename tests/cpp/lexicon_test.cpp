#include "tenor/sentiment/lexicon.h"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "tenor/error.h"

namespace tenor {
namespace {

const Lexicon lexicon({{"good", 2},
                       {"Fed Up", -1},
                       {"fed up with", -2},
                       {"abus*", -3},
                       {"abuses", -2.5},
                       {"a*", 1},
                       {"climate chang*", -1.5},
                       {"ab* power", -4},
                       {"not a* good", -0.5},
                       {"\u201cCo-operate\u201d", 1.25},
                       {":*", 3},
                       {":-/", -1.25}});

// The longest term that begins with the first of these words.
std::optional<Lexicon::Match> match(const std::vector<std::string>& words) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& word : words) numbers.push_back(lexicon.number(word));
  return lexicon.match(numbers);
}
std::optional<double> valence(const std::string& word) {
  const auto found = match({word});
  return found ? std::optional(found->valence) : std::nullopt;
}

TEST(Lexicon, FindsWordsAndBeginnings) {
  EXPECT_EQ(valence("good"), 2);
  EXPECT_EQ(valence("goods"), std::nullopt);
  EXPECT_EQ(valence("good's"), 2);
  EXPECT_EQ(valence("'s"), std::nullopt);
  EXPECT_EQ(valence("abused"), -3);    // the longest beginning
  EXPECT_EQ(valence("abuses"), -2.5);  // the word itself comes first
  EXPECT_EQ(valence("abuses's"), -3);  // a beginning comes before the possessive
  EXPECT_EQ(valence("ab"), 1);
  EXPECT_EQ(valence("up"), std::nullopt);
  EXPECT_EQ(lexicon.size(), 12U);
}

TEST(Lexicon, MatchesTheLongestPhrase) {
  EXPECT_EQ(match({"i", "am", "fed", "up", "with"}), std::nullopt);
  EXPECT_EQ(match({"fed", "up", "with", "good"}), Lexicon::Match(-2, 3));
  EXPECT_EQ(match({"fed", "up", "to"}), Lexicon::Match(-1, 2));
  EXPECT_EQ(match({"good", "fed"}), Lexicon::Match(2, 1));
  EXPECT_EQ(match({"fed"}), std::nullopt);
}

TEST(Lexicon, PhrasesHoldBeginnings) {
  EXPECT_EQ(match({"climate", "change's"}), Lexicon::Match(-1.5, 2));
  EXPECT_EQ(match({"climates", "change"}), std::nullopt);
  EXPECT_EQ(match({"abuses", "power"}), Lexicon::Match(-4, 2));  // though "abuses" has an entry of its own
  EXPECT_EQ(match({"abused", "power"}), Lexicon::Match(-4, 2));
  EXPECT_EQ(match({"not", "very", "good"}), std::nullopt);
  EXPECT_EQ(match({"not", "a", "good"}), Lexicon::Match(-0.5, 3));
}

TEST(Lexicon, ReadsTermsAsTexts) {
  EXPECT_EQ(match({"co", "operate"}), Lexicon::Match(1.25, 2));
  EXPECT_EQ(match({":*"}), Lexicon::Match(3, 1));  // an emoticon, not a beginning
  EXPECT_EQ(match({":("}), std::nullopt);
  EXPECT_EQ(match({":-/"}), Lexicon::Match(-1.25, 1));
  EXPECT_EQ(match({":"}), std::nullopt);
}

TEST(Lexicon, RefusesWhatHasNoMeaning) {
  EXPECT_THROW(Lexicon({{"", 1}}), Error);
  EXPECT_THROW(Lexicon({{"good", std::nan("")}}), Error);
  EXPECT_THROW(Lexicon({{"*", 1}}), Error);
  EXPECT_THROW(Lexicon({{"a*b", 1}}), Error);
}

}  // namespace
}  // namespace tenor
