#include "tenor/text/lines.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tenor {
namespace {

TEST(Lines, AreMeasuredBeforeAWordIsRead) {
  const std::string text = "The U.S. left, he said: \u201cNo deal.\u201d";
  const Line line = measure(text, {0, text.size()});
  EXPECT_EQ(line.words, 8U);
  EXPECT_EQ(line.capital_words, 4U);
  EXPECT_EQ(line.commas, 1U);
  EXPECT_TRUE(line.ends_sentence);
  EXPECT_FALSE(line.ellipsis);
  EXPECT_EQ(line.first, U'T');
  EXPECT_EQ(line.last, U'.');
  EXPECT_TRUE(measure("Read on...", {0, 10}).ellipsis);
  EXPECT_TRUE(measure("\u6771\u4eac", {0, 6}).cjk);
}

TEST(Lines, AreCutWhereTheTextDecides) {
  const std::string hard = "One line.\nAnother line.\n\n  A third one. \n";
  const auto found = lines(hard);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[2].span.of(hard), "A third one.");
  EXPECT_TRUE(lines(" \n\t\n").empty());
  const std::string twice = "same\n\nother\n\nsame";
  const auto same = lines(twice);
  EXPECT_EQ(same[0].hash, same[2].hash);
  EXPECT_EQ(repeats({same[0].hash, same[1].hash, same[2].hash}), (std::vector<char>{1, 0, 1}));
}

TEST(Lines, HoldEveryByteThatIsNoSpace) {
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 40; n-- > 0;) text.push_back("ab. \n\n\t\xc2\xa0\xe2\x80"[random() % 11]);
    std::size_t at = 0;
    for (const Line& line : lines(text)) {
      ASSERT_LE(at, line.span.begin);
      for (; at < line.span.begin; ++at) ASSERT_NE(std::string_view("ab.").find(text[at]), 0U) << text;
      at = line.span.end;
    }
    EXPECT_EQ(text.find_first_of("ab.", at), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace tenor
