#include "tenor/text/phrase_finder.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace tenor {
namespace {

using Found = std::vector<std::pair<std::uint32_t, std::size_t>>;

Found scan(const PhraseFinder& finder, std::string_view text) {
  Found out;
  finder.scan(text, [&](std::uint32_t phrase, std::size_t at) { out.emplace_back(phrase, at); });
  return out;
}

TEST(PhraseFinder, FindsPhrasesThatOverlap) {
  const PhraseFinder finder({"sign up", "up", "up for"});
  EXPECT_EQ(scan(finder, "sign up for"), (Found{{0, 0}, {1, 5}, {2, 5}}));
  EXPECT_EQ(finder[2], "up for");
  EXPECT_TRUE(scan(finder, "").empty());
  EXPECT_TRUE(scan(finder, "u").empty());
  EXPECT_EQ(scan(finder, "up"), (Found{{1, 0}}));
}

TEST(PhraseFinder, FindsWhatASearchFinds) {
  std::mt19937 random(3);
  auto word = [&](std::size_t least, std::size_t most) {
    std::string out;
    for (std::size_t n = least + random() % (most - least + 1); n-- > 0;) out += "ab\xE2"[random() % 3];
    return out;
  };
  for (int round = 0; round < 500; ++round) {
    std::vector<std::string> phrases;
    for (int i = 0; i < 5; ++i) phrases.push_back(word(2, 4));
    const std::string text = word(0, 40);
    const PhraseFinder finder({phrases.begin(), phrases.end()});
    Found expected;
    for (std::size_t at = 0; at < text.size(); ++at)
      for (std::uint32_t i = 0; i < phrases.size(); ++i)
        if (text.compare(at, phrases[i].size(), phrases[i]) == 0) expected.emplace_back(i, at);
    EXPECT_EQ(scan(finder, text), expected) << text;
  }
}

}  // namespace
}  // namespace tenor
