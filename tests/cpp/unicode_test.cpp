#include "tenor/text/unicode.h"

#include <gtest/gtest.h>

#include <random>

namespace tenor {
namespace {

TEST(Unicode, DecodesWellFormedText) {
  const std::string text = "a\u00e9\u20ac\U0001F600";
  std::size_t at = 0;
  EXPECT_EQ(decode(text, at), U'a');
  EXPECT_EQ(decode(text, at), U'\u00e9');
  EXPECT_EQ(decode(text, at), U'\u20ac');
  EXPECT_EQ(decode(text, at), U'\U0001F600');
  EXPECT_EQ(at, text.size());
}

TEST(Unicode, NamesTheFirstMalformedByte) {
  EXPECT_EQ(find_malformed("plain"), std::string_view::npos);
  EXPECT_EQ(find_malformed("ab\xff"), 2U);
  EXPECT_EQ(find_malformed("\xed\xa0\x80"), 0U);      // a surrogate
  EXPECT_EQ(find_malformed("x\xc0\xaf"), 1U);         // overlong
  EXPECT_EQ(find_malformed("caf\xc3"), 3U);           // cut short
  EXPECT_EQ(find_malformed("\xf4\x90\x80\x80"), 0U);  // beyond U+10FFFF
}

TEST(Unicode, FoldsForLookUp) {
  EXPECT_EQ(fold("\u201cDON\u2019T\u201d \u00c9"), "\"don't\" \u00e9");
}

TEST(CodePoints, AgreesWithCountingOnRandomBytes) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < round; ++i) {
      const auto r = static_cast<char32_t>(random());
      append_utf8(text, r % 3 ? U'a' + r % 26 : 0x80 + r % 0x7000);
    }
    const CodePoints points(text);
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
      EXPECT_EQ(points(at), count);
      EXPECT_EQ(points.byte(count), at);
      decode(text, at);
    }
    EXPECT_EQ(points(text.size()), count);
    EXPECT_EQ(points.byte(count), text.size());
  }
}

TEST(Unicode, AnyBytesEnd) {
  std::mt19937 random(2);
  for (int round = 0; round < 1000; ++round) {
    std::string text(random() % 40, '\0');
    for (char& c : text) c = static_cast<char>(random());
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t before = at;
      decode(text, at);
      ASSERT_GT(at, before);
      ASSERT_LE(at, text.size());
    }
    fold(text);
    CodePoints points(text);
    EXPECT_LE(points(text.size()), text.size());
  }
}

}  // namespace
}  // namespace tenor
