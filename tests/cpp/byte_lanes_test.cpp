#include "tenor/text/byte_lanes.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tenor {
namespace {

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Every byte value in every lane, against the obvious definition.
TEST(ByteLanes, FlagsAreTheBytesOwn) {
  for (unsigned byte = 0; byte < 256; ++byte) {
    for (std::size_t lane = 0; lane < 8; ++lane) {
      std::string text(8, byte == 'x' ? 'y' : 'x');
      text[lane] = static_cast<char>(byte);
      const std::uint64_t bytes = lanes::load(text, 0), flag = std::uint64_t{0x80} << (8 * lane);
      EXPECT_EQ((bytes >> (8 * lane)) & 255U, byte);
      EXPECT_EQ((lanes::alnum(bytes) & flag) != 0, is_alnum(static_cast<char>(byte)));
      if (byte >= 128) continue;
      EXPECT_EQ(lanes::equal(bytes, byte), flag);
      EXPECT_EQ(lanes::first(lanes::equal(bytes, byte)), lane);
      EXPECT_EQ((lanes::within(bytes, '0', '9') & flag) != 0, byte >= '0' && byte <= '9');
    }
  }
  EXPECT_EQ(lanes::first(0), 8U);
}

TEST(ByteLanes, RunsAgreeWithALoop) {
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    std::string text(random() % 90, '\0');
    for (char& c : text) c = random() % 9 == 0 ? static_cast<char>(random()) : 'q';
    const std::size_t at = random() % (text.size() + 1);
    std::size_t end = at;
    while (end < text.size() && is_alnum(text[end])) ++end;
    ASSERT_EQ(lanes::alnum_end(text, at), end);
    std::uint64_t bits = 0;
    for (std::size_t i = at; i < std::min(text.size(), at + 64); ++i)
      bits |= static_cast<std::uint64_t>(is_alnum(text[i])) << (i - at);
    ASSERT_EQ(lanes::alnum_bits(text, at), bits);
  }
}

}  // namespace
}  // namespace tenor
