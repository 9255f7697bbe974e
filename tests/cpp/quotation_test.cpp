#include "tenor/voice/quotation.h"

#include <gtest/gtest.h>

#include <random>

namespace tenor {
namespace {

std::vector<std::string> quoted(std::string_view text) {
  const Reading reading = read(text, Segmenter());
  std::vector<std::string> out;
  for (const Quotation& q : quotations(reading)) out.emplace_back(reading.of(q.span));
  return out;
}

using Strings = std::vector<std::string>;

TEST(Quotation, ReadsEveryKindOfMark) {
  EXPECT_EQ(quoted("He said \"no\" to it."), Strings{"\"no\""});
  EXPECT_EQ(quoted("He said \u201Cno\u201D to it."), Strings{"\u201Cno\u201D"});
  EXPECT_EQ(quoted("Il a dit \u00ABnon\u00BB hier."), Strings{"\u00ABnon\u00BB"});
  EXPECT_EQ(quoted("Er sagte \u201Enein\u201C gestern."), Strings{"\u201Enein\u201C"});
  EXPECT_EQ(quoted("He said ''no'' to it."), Strings{"''no''"});
  EXPECT_EQ(quoted("He said 'no' to it."), Strings{"'no'"});
}

TEST(Quotation, TakesNoApostropheForAMark) {
  EXPECT_EQ(quoted("The workers' plan isn't the mayor's."), Strings{});
  EXPECT_EQ(quoted("The workers\u2019 plan isn\u2019t the mayor\u2019s."), Strings{});
}

TEST(Quotation, KeepsTheInnerOneInside) {
  EXPECT_EQ(quoted("\u201CHe called it \u2018a joke\u2019 today,\u201D she said."),
            Strings{"\u201CHe called it \u2018a joke\u2019 today,\u201D"});
}

TEST(Quotation, RunsOnWhereTheNextParagraphOpensAgain) {
  const Reading reading = read("\"We begin.\n\n\"We end.\" He left.", Segmenter());
  const auto found = quotations(reading);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].continues);
  EXPECT_EQ(reading.of(found[0].span), "\"We begin.");
  EXPECT_EQ(reading.of(found[1].span), "\"We end.\"");
}

TEST(Quotation, LeavesOutAStrayMark) {
  EXPECT_EQ(quoted("A \"stray mark.\n\nHe said \"no\" here."), Strings{"\"no\""});
}

TEST(Quotation, AnyBytesGiveSpansInOrder) {
  std::mt19937 random(5);
  for (int round = 0; round < 500; ++round) {
    std::string text(random() % 120, '\0');
    for (char& c : text)
      c = static_cast<char>(round % 2 ? random() : "a '\"\n\xE2\x80\x9C\x9D."[random() % 9]);
    const Reading reading = read(text, Segmenter());
    std::size_t last = 0;
    for (const Quotation& q : quotations(reading)) {
      ASSERT_LE(last, q.span.begin);
      ASSERT_LT(q.span.begin, q.span.end);
      ASSERT_LE(q.span.end, text.size());
      last = q.span.end;
    }
  }
}

}  // namespace
}  // namespace tenor
