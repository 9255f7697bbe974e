#include "tenor/text/marks.h"

#include <gtest/gtest.h>

#include <string>

namespace tenor {
namespace {

TEST(Marks, ReadsWhatStandsAroundAMark) {
  const std::string text = "He left?!\" (\u201cWhy-not";
  const Mark m = read_mark(text, 0, 7);
  EXPECT_EQ(m.marks_end, 9U);
  EXPECT_EQ(m.end, 10U);
  EXPECT_EQ(m.gap.next, 11U);
  EXPECT_EQ(m.gap.lines, 0);
  EXPECT_TRUE(m.quoted);
  EXPECT_TRUE(m.opens);
  EXPECT_EQ(m.first, U'W');
  EXPECT_EQ(m.next_word(text), "Why-not");
}

TEST(Marks, ReadsGaps) {
  const std::string text = "a.  \r\n\u2029b";
  const MarkGap gap = gap_after(text, 2);
  EXPECT_EQ(gap.lines, 3);  // a paragraph separator counts as a blank line
  EXPECT_EQ(gap.line, 4U);
  EXPECT_EQ(gap.next, text.size() - 1);
  EXPECT_EQ(gap_after("a.", 2).next, 2U);
  EXPECT_EQ(skip_space("a \u00a0b", 1), 4U);
}

TEST(Marks, ReadsBack) {
  EXPECT_EQ(word_before("the U.S.", 7), "U.S");
  EXPECT_EQ(word_before("(Mr.", 3), "Mr");
  EXPECT_EQ(word_before(".", 0), "");
  std::size_t start = 0;
  EXPECT_EQ(decode_back("a\u2019", 4, start), U'\u2019');
  EXPECT_EQ(start, 1U);
  EXPECT_EQ(decode_back("a\xff", 2, start), U'\uFFFD');
  EXPECT_EQ(start, 1U);
}

// The marks that close with a sentence though a space stands before them.
TEST(Marks, ClosesApart) {
  const auto end = [](const std::string& text, std::size_t begin = 0) {
    return read_mark(text, begin, text.find('.')).end;
  };
  EXPECT_EQ(end("\"It is. \" He"), 9U);
  EXPECT_EQ(end("It is. \"He\""), 6U);
  EXPECT_EQ(end("It is. \"\nHe"), 8U);
  EXPECT_EQ(end("(It is. ) He"), 9U);
  EXPECT_EQ(end("It is. ) He"), 6U);
  EXPECT_EQ(end("It is. [3] [\u2026] He"), 16U);
  EXPECT_EQ(end("It is. [a] He"), 6U);
  EXPECT_EQ(end("It is. =) He"), 9U);
}

}  // namespace
}  // namespace tenor
