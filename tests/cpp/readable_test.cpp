#include "tenor/pipeline/readable.h"

#include <gtest/gtest.h>

namespace tenor {
namespace {

TEST(Readable, TextsThatAre) {
  for (const char* text : {"a", " a", "\xC3\xA9", "\xF0\x9F\x98\x80", ".", "\xEF\xBB\xBF"})
    EXPECT_EQ(unreadable(text), "") << text;
  EXPECT_EQ(unreadable(std::string_view("\0", 1)), "");
}

TEST(Readable, TextsThatAreNot) {
  EXPECT_EQ(unreadable(std::nullopt), "missing: there is no text");
  EXPECT_EQ(unreadable(""), "empty");
  EXPECT_EQ(unreadable(" \n\t\xC2\xA0"), "empty: white space only");
  EXPECT_EQ(unreadable("caf\xE9 noir"), "not UTF-8: byte 0xe9 at byte 3 of the text");
  EXPECT_EQ(unreadable("\xED\xA0\x80"), "not UTF-8: byte 0xed at byte 0 of the text");  // a lone surrogate
  EXPECT_EQ(unreadable("  \xC3"), "not UTF-8: byte 0xc3 at byte 2 of the text");
}

}  // namespace
}  // namespace tenor
