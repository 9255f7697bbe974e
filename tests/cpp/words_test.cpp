#include "tenor/text/words.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tenor/text/segmenter.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

std::string words(const std::string& text) {
  std::string out;
  for (const Span& s : Segmenter().words(text)) out += (out.empty() ? "" : "|") + std::string(s.of(text));
  return out;
}

TEST(Words, KeepsNewsWordsWhole) {
  EXPECT_EQ(words("\"Ukraine's 28-point plan,\" he said."), "\"|Ukraine's|28-point|plan|,|\"|he|said|.");
  EXPECT_EQ(words("The U.S. and U.S.-led forces, Mr. Poe’s AT&T"),
            "The|U.S.|and|U.S.-led|forces|,|Mr.|Poe’s|AT&T");
  EXPECT_EQ(words("son-in-law NATO-related J. Poe's"), "son-in-law|NATO-related|J.|Poe's");
  EXPECT_EQ(words("It is in the U.S."), "It|is|in|the|U.S.");
  EXPECT_EQ(words("Acme Inc.'s No. 5 and no. Yes."), "Acme|Inc.'s|No.|5|and|no|.|Yes|.");
}

TEST(Words, Numbers) {
  EXPECT_EQ(words("$1.5 billion, US$20, €5m, 5%, 3.5%-plus 1,000,000"),
            "$1.5|billion|,|US$20|,|€5m|,|5%|,|3.5%-plus|1,000,000");
  EXPECT_EQ(words("at 8:24 on 9/11, 1990s"), "at|8:24|on|9/11|,|1990s");
  EXPECT_EQ(words("$5-a-share 20€."), "$5-a-share|20€|.");
}

TEST(Words, NamesTagsAndAddresses) {
  EXPECT_EQ(words("@poe_1, #tag: hi"), "@poe_1|,|#tag|:|hi");
  EXPECT_EQ(words("(see https://a.org/b?c=d&e=(f).) a.b-c@d.co.uk, www.a.org/x-y."),
            "(|see|https://a.org/b?c=d&e=(f)|.|)|a.b-c@d.co.uk|,|www.a.org/x-y|.");
  EXPECT_EQ(words("GlobalSecurity.org bbc.co.uk/news"), "GlobalSecurity.org|bbc.co.uk/news");
}

TEST(Words, MarksAndFaces) {
  EXPECT_EQ(words("Well... yes -- no :-) 'so' said:he"), "Well|...|yes|--|no|:-)|'|so|'|said|:|he");
  EXPECT_EQ(words("“Hi!” 👩‍👩‍👧🇺🇦"), "“|Hi|!|”|👩‍👩‍👧|🇺🇦");
}

TEST(Words, PartsOfCompounds) {
  const std::string text = "son-in-law a-b@c.org -- plain";
  const auto found = Segmenter().words(text);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(word_parts(text, found[0]), (std::vector<Span>{{0, 3}, {4, 6}, {7, 10}}));
  for (int i = 1; i < 4; ++i) EXPECT_EQ(word_parts(text, found[static_cast<std::size_t>(i)]).size(), 1U);
}

// Any bytes: words in order, together all that is not white space, and no sentence ends inside one.
TEST(Words, AnyBytesAreCoveredAndSentencesEndBetweenWords) {
  std::mt19937 random(4);
  const std::vector<std::string> pieces = {
      "a",    "B",      "U.S",    ".",  ".", " ",    " ",  "\n", "?",     "!",  "\"", "'",
      "-",    "--",     "$5",     "%",  "&", "http", ":",  "/",  "www.",  "@",  "#",  "x.org",
      "\xff", "\u2019", "\u201d", "(",  ")", ",",    "12", "Mr", "Inc",   "'s", "_",  "=",
      "\r\n", "…",      "\u3002", ":)", "é", "p",    "no", "I",  "\u2010"};
  const Segmenter segmenter;
  for (int round = 0; round < 60000; ++round) {
    std::string text;
    for (auto n = random() % 16; n > 0; --n) text += pieces[random() % pieces.size()];
    const auto found = segmenter.words(text);
    std::size_t last = 0;
    for (const Span& s : found) {
      ASSERT_FALSE(s.empty());
      for (std::size_t at = last; at < s.begin;) ASSERT_TRUE(is_space(decode(text, at))) << text;
      last = s.end;
    }
    std::size_t word = 0;
    for (const Span& s : segmenter.sentences(text)) {
      while (word < found.size() && found[word].end <= s.end) ++word;
      ASSERT_TRUE(word == found.size() || found[word].begin >= s.end) << text << " at " << s.end;
    }
  }
}

}  // namespace
}  // namespace tenor
