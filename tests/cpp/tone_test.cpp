#include "tenor/pipeline/tone.h"

#include <gtest/gtest.h>

#include "tenor/sentiment/news.h"
#include "tenor/sentiment/vader.h"

namespace tenor {
namespace {

const Lexicon::Entries lexicon = {{"good", 2.0}, {"awful", -3.0}, {"fine", 1.0}};

Attribution holding(std::vector<Span> content, std::string_view rule = "") {
  Attribution a;
  a.content = std::move(content);
  a.rule = rule;
  return a;
}

TEST(Tone, SplitsASentenceByVoice) {
  const NewsScorer scorer(lexicon, {});
  const std::string_view text = "The good mayor called it awful and fine.";
  const Span content{25, 39};
  const Tone found = tone(scorer, text, {0, text.size()}, {content});
  EXPECT_EQ(found.positive, 2);
  EXPECT_EQ(found.negative, 1);
  EXPECT_EQ(found.outlet_positive, 1);
  EXPECT_EQ(found.outlet_negative, 0);
  double own = 0, all = 0;
  for (const Share& share : scorer.explain(text).shares) {
    all += share.value;
    if (share.span.begin < content.begin) own += share.value;
  }
  EXPECT_DOUBLE_EQ(found.outlet_score, own);
  EXPECT_DOUBLE_EQ(found.score.value, all);
  EXPECT_GT(own, 0);
}

TEST(Tone, OfASentenceWithoutQuotesIsAllTheOutlets) {
  const NewsScorer scorer(lexicon, {});
  const std::string_view text = "Before. A good, awful day.";
  const Tone found = tone(scorer, text, {8, text.size()}, {});
  EXPECT_EQ(found.outlet_score, found.score.value);
  EXPECT_EQ(found.outlet_positive, 1);
  EXPECT_EQ(found.outlet_negative, 1);
}

TEST(Tone, CountsAsTheScorerDoes) {
  const VaderScorer scorer(lexicon, {}, 0);
  const std::string_view text = "A good day!!!";
  const Tone found = tone(scorer, text, {0, text.size()}, {});
  const Counts counts = scorer.counts(text);
  EXPECT_EQ(found.positive, counts.positive);
  EXPECT_EQ(found.negative, counts.negative);
  EXPECT_EQ(found.words, counts.words);
}

TEST(QuotedParts, AreApartAndCutAtTheSentencesEnds) {
  Reading reading;
  reading.text = "aaaa bbbb. cccc dddd. eeee.";
  reading.sentences = {{{0, 10}, Section::body, 0, 0, 2}, {{11, 21}, Section::body, 0, 2, 4}, {{22, 27}}};
  reading.words = {{0, 4}, {5, 9}, {11, 15}, {16, 20}};
  const auto parts =
      quoted_parts(reading, {holding({{5, 15}}), holding({{5, 9}, {16, 20}}), holding({{0, 27}}, seeming)});
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0], (std::vector<Span>{{5, 10}}));
  EXPECT_EQ(parts[1], (std::vector<Span>{{11, 15}, {16, 20}}));
  EXPECT_TRUE(parts[2].empty());
  EXPECT_DOUBLE_EQ(outlet_share(reading, reading.sentences[0], parts[0]), 0.5);
  EXPECT_DOUBLE_EQ(outlet_share(reading, reading.sentences[1], parts[1]), 0.0);
  EXPECT_DOUBLE_EQ(outlet_share(reading, reading.sentences[2], parts[2]), 1.0);
}

}  // namespace
}  // namespace tenor
