#include "tenor/pipeline/analyzer.h"

#include <gtest/gtest.h>

#include "models.h"
#include "tenor/pipeline/parallel.h"

namespace tenor {
namespace {

Analyzer analyzer() {
  const Segmenter segmenter;
  auto finder = std::make_shared<StanceFinder>(nullptr, nullptr, TargetMatcher({}, segmenter), true);
  return {segmenter, std::make_shared<Tagger>(shipped("tagger_en.txt")),
          std::make_shared<Parser>(shipped("parser_en.bin")), nullptr, finder};
}

TEST(Analyzer, GivesTheSameTablesForAnyNumberOfThreads) {
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i)
    texts.push_back("Mayor Jane Roe said \u201Cno\u201D to plan " + std::to_string(i) +
                    ".\n\nShe rejected the offer.");
  const std::vector<std::optional<std::string_view>> views(texts.begin(), texts.end());
  const Analyzer a = analyzer();
  const Tables one = a.analyze(views, 0, 1, true), four = a.analyze(views, 0, 4, true);
  EXPECT_EQ(one.sentences.start, four.sentences.start);
  EXPECT_EQ(one.quotes.holder.bytes, four.quotes.holder.bytes);
  EXPECT_EQ(one.quotes.content.start, four.quotes.content.start);
  EXPECT_EQ(one.stances.target.bytes, four.stances.target.bytes);
  EXPECT_EQ(one.articles.article.size(), texts.size());
  EXPECT_GT(one.stances.stance.size(), 0U);
}

TEST(Analyzer, CountsOffsetsInCodePoints) {
  const std::string text = "\u201CN\u00F3,\u201D Jane Roe said.";
  const Tables t = analyzer().analyze({text}, 0, 1, false);
  ASSERT_EQ(t.quotes.quote.size(), 1U);
  EXPECT_EQ(t.quotes.content.start, std::vector<std::int64_t>{0});
  EXPECT_EQ(t.quotes.content.end, std::vector<std::int64_t>{5});
}

TEST(Analyzer, SaysWhichTextsCannotBeRead) {
  const Tables t = analyzer().analyze({"One.", std::nullopt, "", "Two.\xff"}, 10, 2, false);
  EXPECT_EQ(t.sentences.article, std::vector<std::int64_t>{10});
  EXPECT_EQ(t.unreadable.article, (std::vector<std::int64_t>{11, 12, 13}));
  EXPECT_EQ(t.unreadable.status.bytes,
            "missing: there is no textemptynot UTF-8: byte 0xff at byte 4 of the text");
}

TEST(Parallel, ThrowsTheFirstFailureAgain) {
  for (const unsigned threads : {1U, 4U}) {
    try {
      parallel_for(100, threads, [](std::size_t i) {
        if (i == 7) throw std::runtime_error("seven");
      });
      FAIL();
    } catch (const std::runtime_error& e) {
      EXPECT_STREQ(e.what(), "seven");
    }
  }
}

}  // namespace
}  // namespace tenor
