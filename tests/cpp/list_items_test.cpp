#include "tenor/text/list_items.h"

#include <gtest/gtest.h>

#include <string>

namespace tenor {
namespace {

constexpr auto npos = std::string_view::npos;

TEST(ListItems, FindsTheNextItemOfALine) {
  EXPECT_EQ(next_item("1.) one 2.) two", 0), 8U);
  EXPECT_EQ(next_item("9) nine 10) ten", 0), 8U);
  EXPECT_EQ(next_item("a. one b. two", 0), 7U);
  EXPECT_EQ(next_item("\u2022 one \u2022 two", 0), 8U);
  EXPECT_EQ(next_item("1.) one 3.) three", 0), npos);
  EXPECT_EQ(next_item("1.) one\n2.) two", 0), npos);
  EXPECT_EQ(next_item("z. one", 0), npos);
  EXPECT_EQ(next_item("", 0), npos);
}

bool label(const std::string& text) {
  return is_label(text, read_mark(text, 0, text.rfind('.', text.size() - 2)));
}

TEST(ListItems, KnowsLabels) {
  for (const char* text : {"1. One.", "2.1. One.", "IV. One.", "a. One.", "Figure 12. One.", "P.S. One.",
                           "*3. One.", "\u2022 1. One.", "Do this: 1. One."})
    EXPECT_TRUE(label(text)) << text;
  for (const char* text : {"1945. One.", "Go. One.", "It was 1. One.", "The score: 3. One."})
    EXPECT_FALSE(label(text)) << text;
}

}  // namespace
}  // namespace tenor
