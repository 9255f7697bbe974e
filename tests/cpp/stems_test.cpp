#include "tenor/text/stems.h"

#include <gtest/gtest.h>

namespace tenor {
namespace {

std::vector<std::uint64_t> stems(std::string_view text) {
  std::vector<std::uint64_t> out;
  add_stems(text, out);
  return out;
}

TEST(Stems, JoinFormsOfAWordAndLeaveFunctionWordsOut) {
  EXPECT_EQ(stems("Minister, MINISTERS"), stems("ministerial minist"));
  EXPECT_EQ(stems("that which would have been said"), stems(""));
  EXPECT_EQ(stems("of the war"), stems(""));
  EXPECT_EQ(stems("talks (failed)").size(), 2U);
  EXPECT_NE(stems("talks"), stems("table"));
}

TEST(Stems, ReadOtherScripts) {
  EXPECT_EQ(stems("министр"), stems("Министры"));
  EXPECT_EQ(stems("по и"), stems(""));
  // Each pair of signs.
  EXPECT_EQ(stems("東京都知").size(), 3U);
  EXPECT_EQ(stems("京都"), (std::vector{stems("東京都")[1]}));
  EXPECT_TRUE(stems("\xff\xe2").size() <= 1);
}

}  // namespace
}  // namespace tenor
