#include "tenor/sentiment/vader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <thread>

namespace tenor {
namespace {

const Lexicon::Entries words = {{"good", 1.9},    {"bad", -2.5}, {"no", -1.2},   {"kind", 2.4},
                                {"fed up", -1.8}, {":D", 2.3},   {"shit", -2.6}, {"smart", 1.7}};
const EmojiTable::Entries emoji = {
    {"\U0001F600", "good face"}, {"\u2639\uFE0F", "bad face"}, {"\u2639", "face"}};

VaderScorer scorer(unsigned fixes = 0) {
  return {words, emoji, fixes};
}
double sum(std::string_view text, unsigned fixes = 0) {
  return scorer(fixes | fix_length).score(text).value;
}

TEST(Vader, GivesTheFourNumbers) {
  // 1.9 / sqrt(1.9^2 + 15) and 2.9 / (2.9 + 2), by hand.
  const Polarity p = scorer().polarity("a good plan");
  EXPECT_EQ(p.compound, 0.4404);
  EXPECT_EQ(p.pos, 0.592);
  EXPECT_EQ(p.neu, 0.408);
  EXPECT_EQ(p.neg, 0);
  EXPECT_EQ(scorer().polarity("").neu, 0);
}

TEST(Vader, AppliesEachRule) {
  EXPECT_DOUBLE_EQ(sum("not good"), 1.9 * -0.74);
  EXPECT_DOUBLE_EQ(sum("It didn't look good"), 1.9 * -0.74);
  EXPECT_DOUBLE_EQ(sum("very good"), 1.9 + 0.293);
  EXPECT_DOUBLE_EQ(sum("very much good"), 1.9 + 0.293 * 0.95);
  EXPECT_DOUBLE_EQ(sum("slightly bad"), -2.5 + 0.293);
  EXPECT_DOUBLE_EQ(sum("a GOOD plan"), 1.9 + 0.733);
  EXPECT_DOUBLE_EQ(sum("GOOD PLAN"), 1.9);
  EXPECT_DOUBLE_EQ(sum("good!!"), 1.9 + 2 * 0.292);
  EXPECT_DOUBLE_EQ(sum("bad??"), -2.5 - 2 * 0.18);
  EXPECT_DOUBLE_EQ(sum("good but bad"), 1.9 * 0.5 - 2.5 * 1.5);
  EXPECT_DOUBLE_EQ(sum("no good"), 1.9 * -0.74);
  EXPECT_DOUBLE_EQ(sum("kind of thing"), 0);
  EXPECT_DOUBLE_EQ(sum("it is quite simply the shit"), 3);
  EXPECT_DOUBLE_EQ(sum("one of the least bad"), -2.5 * -0.74);
}

TEST(Vader, KeepsItsQuirksUnlessRepaired) {
  const std::string quoted = "\u201cgood\u201d and isn\u2019t bad";
  EXPECT_DOUBLE_EQ(sum(quoted), -2.5);
  EXPECT_DOUBLE_EQ(sum(quoted, fix_quotes), 1.9 + -2.5 * -0.74);
  EXPECT_DOUBLE_EQ(sum("they were all so good"), (1.9 + 0.293) * 1.25);
  EXPECT_DOUBLE_EQ(sum("they were all so good", fix_so_this), 1.9 + 0.293);
  // The second "good" is found at the first one's place, which has been halved by then: 1.9, 0.95.
  EXPECT_DOUBLE_EQ(sum("good bad bad but good"), 1.9 * 0.5 - 2.5 * 0.5 * 2 + 1.9 * 1.5);
  EXPECT_DOUBLE_EQ(sum("smart but bad bad"), 1.7 * 0.5 - 2.5 * 1.5 * 2);
  EXPECT_DOUBLE_EQ(sum("the shit"), -2.6);
  EXPECT_DOUBLE_EQ(sum("the shit", fix_idioms), 3);
  EXPECT_DOUBLE_EQ(sum("fed up :D"), 0);
  EXPECT_DOUBLE_EQ(sum("fed up", fix_keys), -1.8);
  EXPECT_DOUBLE_EQ(sum(":D", fix_keys), 2.3);
  EXPECT_DOUBLE_EQ(sum("no, (no) no."), 0);
  EXPECT_DOUBLE_EQ(sum("no?", fix_short), -1.2);
  EXPECT_DOUBLE_EQ(sum("\u2639\uFE0F"), 0);
  EXPECT_DOUBLE_EQ(sum("\u2639\uFE0F", fix_emoji), -2.5);
  EXPECT_DOUBLE_EQ(sum("\U0001F600bad"), 1.9);
  EXPECT_DOUBLE_EQ(sum("\U0001F600bad", fix_emoji), 1.9 - 2.5);
}

TEST(Vader, SharesNameWordsOfTheText) {
  const std::string text = "\U0001F600 It is not good, but bad!";
  const auto shares = scorer().explain(text).shares;
  ASSERT_EQ(shares.size(), 4U);
  EXPECT_EQ(shares[0].span.of(text), "\U0001F600");
  EXPECT_EQ(shares[1].span.of(text), "good");
  EXPECT_EQ(shares[1].rule, "negation+contrast");
  EXPECT_EQ(shares[2].span.of(text), "bad");
  EXPECT_EQ(shares[3].span.of(text), "!");
  EXPECT_EQ(shares[3].rule, "emphasis");
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> parts = {"good",
                                                 "bad",
                                                 "not",
                                                 "very",
                                                 "BAD",
                                                 "but",
                                                 "so",
                                                 "never",
                                                 "no",
                                                 "the",
                                                 "shit",
                                                 "kind",
                                                 "of",
                                                 "!",
                                                 "?",
                                                 " ",
                                                 " ",
                                                 " ",
                                                 "\n",
                                                 "\u2019",
                                                 "n't",
                                                 "\U0001F600",
                                                 "\u2639\uFE0F",
                                                 "\xff",
                                                 "\xe2\x80",
                                                 std::string(1, '\0'),
                                                 "fed",
                                                 "up",
                                                 ":D"};
  std::string out;
  for (std::size_t i = random() % 40; i > 0; --i)
    out += parts[random() % parts.size()] + (random() % 2 ? " " : "");
  return out;
}

TEST(Vader, SharesAddUpOnAnyBytes) {
  std::mt19937 random(3);
  for (const unsigned fixes :
       {0U, static_cast<unsigned>(fix_all), fix_all - static_cast<unsigned>(fix_length), 0x15U}) {
    const VaderScorer vader = scorer(fixes);
    for (int i = 0; i < 3000; ++i) {
      const std::string text = random_text(random);
      double total = 0;
      std::size_t last = 0;
      for (const Share& share : vader.explain(text).shares) {
        total += share.value;
        EXPECT_LT(share.span.begin, share.span.end);
        EXPECT_LE(share.span.end, text.size());
        if (share.rule == "emphasis") continue;
        EXPECT_LE(last, share.span.begin) << text;
        last = share.span.begin;
      }
      EXPECT_NEAR(total, vader.score(text).value, 1e-9) << text;
    }
  }
}

TEST(Vader, OneServesManyThreads) {
  const VaderScorer vader = scorer();
  std::vector<std::jthread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&vader] {
      for (int i = 0; i < 500; ++i) EXPECT_EQ(vader.polarity("a good plan").compound, 0.4404);
    });
}

TEST(Vader, LongTextsTakeTheirShare) {
  // A million words with "but": quadratic rules would not end.
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "good bad \U0001F600 smart but ";
  EXPECT_EQ(scorer().score(text).hits, 800000);
}

}  // namespace
}  // namespace tenor
