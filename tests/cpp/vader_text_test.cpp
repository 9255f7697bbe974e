#include "tenor/sentiment/vader_text.h"

#include <gtest/gtest.h>

#include <cctype>
#include <random>

namespace tenor {
namespace {

const EmojiTable emoji({{"\U0001F600", "good face"}, {"\u2639", "sad face"}, {"\u00A9", "copyright"}});
constexpr VaderText::Options news{true, true, true, true};

std::vector<std::string> words(const VaderText& text) {
  std::vector<std::string> out;
  for (const VaderText::Token& token : text.tokens()) out.emplace_back(text.lower(token));
  return out;
}
std::vector<std::string> words(std::string_view text, const VaderText::Options& options = {}) {
  VaderText read;
  read.read(text, emoji, options);
  return words(read);
}

// ASCII as the original has it: cut at white space, marks stripped from what has more than two letters then.
std::vector<std::string> slowly(const std::string& text) {
  const auto is_space = [](char c) { return (c >= 9 && c <= 13) || (c >= 28 && c <= 32); };
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    std::string word = text.substr(at, end - at);
    for (char& c : word) c = static_cast<char>(std::tolower(c));
    std::size_t first = 0, last = word.size();
    while (first < last && std::ispunct(word[first])) ++first;
    while (first < last && std::ispunct(word[last - 1])) --last;
    out.push_back(last - first > 2 ? word.substr(first, last - first) : word);
    at = end;
  }
  return out;
}

using Words = std::vector<std::string>;

TEST(VaderText, CutsAtWhiteSpaceAndStripsLongWords) {
  EXPECT_EQ(words("(The plan), no. \"OK\" don't!!\n:D"),
            (Words{"the", "plan", "no.", "\"ok\"", "don't", ":d"}));
  EXPECT_EQ(words(""), Words{});
  EXPECT_EQ(words(" \x1c\t"), Words{});
  EXPECT_EQ(words("no, \"OK\" :D", news), (Words{"no", "ok", ":d"}));
  EXPECT_EQ(words("anti-war and/or -", news), (Words{"anti", "war", "and", "or", "-"}));
}

TEST(VaderText, ReadsBeyondAscii) {
  EXPECT_EQ(words("\u201cGood\u201d isn\u2019t\u00a0\u00c9lan \u2014 d\u00e9\u2019, \u00e9!"),
            (Words{"\u201cgood\u201d", "isn\u2019t", "\u00e9lan", "\u2014", "d\u00e9\u2019", "\u00e9!"}));
  EXPECT_EQ(words("\u201cGood\u201d isn\u2019t\u2026 \u00e9!", news), (Words{"good", "isn't", "\u00e9"}));
  EXPECT_EQ(words("so\U0001F600\u00a9x"), (Words{"so", "good", "face", "copyrightx"}));
  EXPECT_EQ(words("\u0130 \xe2\x80"), (Words{"i\u0307", "\uFFFD\uFFFD"}));
}

TEST(VaderText, AgreesWithASlowReadingOnRandomBytes) {
  std::mt19937 random(5);
  VaderText text;  // kept: what one text leaves must not show in the next one
  for (int round = 0; round < 20000; ++round) {
    std::string bytes(random() % 200, '\0');
    const auto spaces = 2 + random() % 40;
    for (char& c : bytes) c = random() % spaces == 0 ? ' ' : static_cast<char>(random() % 128);
    text.read(bytes, emoji, {});
    ASSERT_EQ(words(text), slowly(bytes)) << bytes;
  }
}

TEST(VaderText, AWordBeyondAsciiReadsAlikeWhereverItStands) {
  std::mt19937 random(6);
  const std::vector<std::string> some = {"\u201c", "\u2019", "\u00e9", "\u00c9", "\u0130", "a",
                                         "B",      "-",      ",",      "\u00a0", "\xe2"};
  for (const VaderText::Options& options : {VaderText::Options{}, news}) {
    for (int round = 0; round < 3000; ++round) {
      std::string word;
      for (auto i = random() % 8; i-- > 0;) word += some[random() % some.size()];
      const Words alone = words(word, options);
      Words both = words(std::string(random() % 130, ' ') + word + std::string(random() % 130, ' '), options);
      EXPECT_EQ(both, alone) << word;
    }
  }
}

TEST(VaderText, LongWordsAreWhole) {
  const std::string longest(1000, 'x');
  EXPECT_EQ(words("(" + longest + ") y"), (Words{longest, "y"}));
  EXPECT_EQ(words(longest + "\u00e9"), Words{longest + "\u00e9"});
  EXPECT_EQ(words(longest + "-" + longest, news), (Words{longest, longest}));
}

TEST(VaderText, CountsStress) {
  VaderText text;
  const std::string stressed = std::string(70, 'a') + "!? !";
  text.read(stressed, emoji, {});
  EXPECT_EQ(text.stress('!'), 2U);
  EXPECT_EQ(text.stress('?'), 1U);
  text.read("a", emoji, {});
  EXPECT_EQ(text.stress('!'), 0U);
}

}  // namespace
}  // namespace tenor
