#include "tenor/text/byte_lanes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace tenor {
namespace {

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Every byte value in every lane, against the obvious definition.
template <class Lanes>
void check_every_byte() {
  for (unsigned byte = 0; byte < 256; ++byte) {
    for (std::size_t lane = 0; lane < Lanes::width; ++lane) {
      std::string text(Lanes::width, '~');
      text[lane] = static_cast<char>(byte);
      const Lanes bytes = Lanes::load(text.data());
      const std::uint64_t bit = std::uint64_t{1} << lane;
      const auto flag = [&](bool set) { return set ? bit : 0; };
      EXPECT_EQ(lanes::is_alnum(bytes).bits(), flag(is_alnum(static_cast<char>(byte)))) << byte;
      EXPECT_EQ(bytes.wide().bits(), flag(byte >= 128));
      const bool stops = byte == '.' || byte == '?' || byte == '!' || byte == '\n' || byte == '\r';
      EXPECT_EQ(lanes::may_stop(bytes).bits(), flag(stops || byte >= 128));
      if (byte < 128 && byte != '~') {
        EXPECT_EQ(bytes.equal(byte).bits(), bit);
      }
    }
  }
}

TEST(ByteLanes, FlagsAreTheBytesOwn) {
  check_every_byte<lanes::Eight>();
  check_every_byte<lanes::Widest>();
}

TEST(ByteLanes, ShortLoadsReadNoMore) {
  const std::string text = "\x01\x02\x03\x04\x05\x06\x07\x08";
  for (std::size_t size = 0; size <= 8; ++size) {
    const std::uint64_t mask = size == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * size)) - 1;
    EXPECT_EQ(lanes::load(text.data(), size), 0x0807060504030201U & mask);
  }
}

template <class Lanes>
void check_runs() {
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
    ASSERT_EQ(lanes::bits<Lanes>(text, at, lanes::is_alnum), bits);
  }
}

TEST(ByteLanes, RunsAgreeWithALoop) {
  check_runs<lanes::Eight>();
  check_runs<lanes::Widest>();
}

}  // namespace
}  // namespace tenor
