#include "tenor/text/transcode.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

template <class Unit>
void check(char32_t limit) {
  std::mt19937 random(3);
  std::string room;  // kept: what one text leaves must not show in the next one
  for (int round = 0; round < 5000; ++round) {
    std::vector<Unit> units(random() % 70);
    std::string expected;
    for (Unit& unit : units) {
      char32_t c = random() % 9 != 0 ? U'a' : static_cast<char32_t>(random()) % limit;
      if (c >= 0xD800 && c < 0xE000) c = U'?';
      unit = static_cast<Unit>(c);
      append_utf8(expected, c);
    }
    ASSERT_EQ(to_utf8(units.data(), units.size(), room), expected);
  }
}

TEST(Transcode, GivesTheUtf8OfAnyStorage) {
  check<std::uint8_t>(0x100);
  check<char16_t>(0x10000);
  check<char32_t>(0x110000);
}

TEST(Transcode, RefusesASurrogate) {
  std::string room;
  for (const std::size_t before : {0, 5, 16, 31}) {
    std::u16string text(before, u'a');
    text += static_cast<char16_t>(0xDC80);
    EXPECT_EQ(to_utf8(text.data(), text.size(), room), std::nullopt);
  }
}

}  // namespace
}  // namespace tenor
