#include "tenor/sentiment/news.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace tenor {
namespace {

const NewsScorer scorer(Lexicon::Entries{{"peace plan", 1},
                                         {"peace", 2},
                                         {"reject", -1},
                                         {"war", -2},
                                         {"good", 2},
                                         {"fair", 1},
                                         {"mass destruction", 0},
                                         {"destruction", -2}},
                        EmojiTable::Entries{});

// The sum of valences, before it is squeezed into (-1, 1).
double sum(std::string_view text) {
  const double s = scorer.score(text).value;
  return s * std::sqrt(15 / (1 - s * s));
}

TEST(News, ANegationBelongsToTheNextWordOfTheLexicon) {
  EXPECT_NEAR(sum("The minister did not reject the peace plan."), 0.74 + 1, 1e-9);
  EXPECT_NEAR(sum("It is not a good or fair plan"), -0.74 * 3, 1e-9);
  EXPECT_NEAR(sum("It is not, they said, good"), 2, 1e-9);
  EXPECT_NEAR(sum("It isn\u2019t good"), -0.74 * 2, 1e-9);
}

TEST(News, ANegationMayHaveAValenceOfItsOwn) {
  const NewsScorer other(Lexicon::Entries{{"good", 2}}, {}, -0.5);
  const auto shares = other.explain("not good").shares;
  ASSERT_EQ(shares.size(), 2U);
  EXPECT_NEAR(shares[1].value / shares[0].value, -0.74 * 2 / -0.5, 1e-9);
  EXPECT_EQ(shares[0].rule, "negation");
}

TEST(News, AVerbCanTurnItsObjectRound) {
  EXPECT_NEAR(sum("They ended the war"), 1, 1e-9);
  EXPECT_NEAR(sum("They did not end the war"), 0.74 * 2, 1e-9);
  EXPECT_NEAR(sum("They reject peace"), -1 - 0.6, 1e-9);
  EXPECT_NEAR(sum("They reject war"), -1 - 2, 1e-9);
}

TEST(News, APassiveTurnsItsSubjectRound) {
  EXPECT_NEAR(sum("The war has been ended"), 1, 1e-9);
  EXPECT_NEAR(sum("The war was not ended"), -2, 1e-9);
  EXPECT_NEAR(sum("The war was, they ended"), -2, 1e-9);
  EXPECT_NEAR(sum("Peace will be rejected"), -0.6, 1e-9);
  EXPECT_NEAR(sum("War will be rejected"), -2, 1e-9);
  EXPECT_NEAR(sum("The war ended it"), -2, 1e-9);
}

TEST(News, DegreeContrastConditionAndHedgeChangeAValence) {
  EXPECT_NEAR(sum("very good"), 2.293, 1e-9);
  EXPECT_NEAR(sum("slightly good"), 1.707, 1e-9);
  EXPECT_NEAR(sum("good but war"), 2 * 0.6 - 2 * 1.3, 1e-9);
  EXPECT_NEAR(sum("if it is good, war"), 2 * 0.7 - 2, 1e-9);
  EXPECT_NEAR(sum("it may be good"), 1.6, 1e-9);
}

TEST(News, PhrasesMatchAcrossHyphensAndHideTheirWords) {
  EXPECT_NEAR(sum("the peace-plan\u2019s"), 1, 1e-9);
  EXPECT_NEAR(sum("Peace Plan"), 1, 1e-9);
  EXPECT_EQ(scorer.score("mass destruction").hits, 0);
  EXPECT_EQ(scorer.score("").value, 0);
}

TEST(News, APhraseMayBeginWithANegation) {
  const NewsScorer other(Lexicon::Entries{{"good", 2}, {"not goo*", -1}, {"not", -3}}, {}, -0.5);
  EXPECT_EQ(other.explain("not good").shares.size(), 1U);
  EXPECT_LT(other.score("not good").value, 0);
  EXPECT_EQ(other.explain("not a good").shares.size(), 2U);
}

TEST(News, CountsWordsForAndAgainst) {
  const Counts counts = scorer.counts("It is not good, they said: good, fair and WAR");
  EXPECT_EQ(counts.positive, 2);
  EXPECT_EQ(counts.negative, 2);
  EXPECT_EQ(counts.words, 10);
  EXPECT_EQ(scorer.counts("").words, 0);
}

TEST(News, SharesAddUpOnAnyBytes) {
  const std::vector<std::string> parts = {"good",
                                          "war",
                                          "not",
                                          "very",
                                          "but",
                                          "if",
                                          "may",
                                          "ended",
                                          "reject",
                                          "peace",
                                          "plan",
                                          "and",
                                          ",",
                                          "-",
                                          " ",
                                          "\u2019s",
                                          "\xff",
                                          "\xe2\x80",
                                          std::string(1, '\0'),
                                          "(",
                                          "fair"};
  std::mt19937 random(5);
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (std::size_t n = random() % 30; n > 0; --n)
      text += parts[random() % parts.size()] + (random() % 3 ? " " : "");
    double total = 0;
    std::size_t last = 0;
    for (const Share& share : scorer.explain(text).shares) {
      total += share.value;
      EXPECT_LE(last, share.span.begin);
      EXPECT_LT(share.span.begin, share.span.end);
      last = share.span.end;
    }
    EXPECT_LE(last, text.size());
    EXPECT_NEAR(total, scorer.score(text).value, 1e-9) << text;
    const Polarity p = scorer.polarity(text);
    EXPECT_TRUE(p.neg + p.neu + p.pos == 0 || std::abs(p.neg + p.neu + p.pos - 1) < 1e-9) << text;
  }
}

}  // namespace
}  // namespace tenor
