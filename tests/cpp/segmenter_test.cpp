#include "tenor/text/segmenter.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tenor/error.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

std::vector<std::string> cut(const std::string& text, SegmenterOptions options = {}) {
  std::vector<std::string> out;
  for (const Span& s : Segmenter(std::move(options)).sentences(text)) out.emplace_back(s.of(text));
  return out;
}

using Strings = std::vector<std::string>;

TEST(Segmenter, AbbreviationsByClass) {
  EXPECT_EQ(cut("Gov. Brown met Dr. Lee. They spoke."), (Strings{"Gov. Brown met Dr. Lee.", "They spoke."}));
  EXPECT_EQ(cut("He left the U.S. Senate. It is in the U.S. The rest stayed."),
            (Strings{"He left the U.S. Senate.", "It is in the U.S.", "The rest stayed."}));
  EXPECT_EQ(cut("She runs Acme Inc. Chairman Poe quit Acme Inc. Mr. Poe is 60."),
            (Strings{"She runs Acme Inc. Chairman Poe quit Acme Inc.", "Mr. Poe is 60."}));
  EXPECT_EQ(cut("See No. 5. He said no. Nobody came."),
            (Strings{"See No. 5.", "He said no.", "Nobody came."}));
  EXPECT_EQ(cut("On Sept. 11 J. P. Poe spoke at 5 p.m. Eastern. He left at 6 p.m. Sue stayed."),
            (Strings{"On Sept. 11 J. P. Poe spoke at 5 p.m. Eastern.", "He left at 6 p.m.", "Sue stayed."}));
  EXPECT_EQ(cut("At 6 p.m. Sue left. By about 8:15 a.m. Hiroshima time, it was over."),
            (Strings{"At 6 p.m. Sue left.", "By about 8:15 a.m. Hiroshima time, it was over."}));
  EXPECT_EQ(cut("It was Plan B. Mr. Poe shot a film in D.C. Image: AP."),
            (Strings{"It was Plan B.", "Mr. Poe shot a film in D.C.", "Image: AP."}));
}

TEST(Segmenter, QuotationsKeepTheirMarks) {
  EXPECT_EQ(
      cut("\"It is over.\" He left. \"Why?\" asked Poe. “Why?” President Poe said. \"Why?\" Nobody knew."),
      (Strings{"\"It is over.\"", "He left.", "\"Why?\" asked Poe.", "“Why?” President Poe said.", "\"Why?\"",
               "Nobody knew."}));
}

TEST(Segmenter, MarksSetOffByASpace) {
  EXPECT_EQ(cut("\"We won. It is over. \"\n\nShe left (at noon. ) He stayed."),
            (Strings{"\"We won.", "It is over. \"", "She left (at noon. )", "He stayed."}));
  EXPECT_EQ(cut("It is so. [...] He left.[12] [13] She stayed. :) They came."),
            (Strings{"It is so. [...]", "He left.[12] [13]", "She stayed. :)", "They came."}));
  EXPECT_EQ(cut("They pay a fee. 8 Yet some do not. 12 people came."),
            (Strings{"They pay a fee. 8", "Yet some do not.", "12 people came."}));
}

TEST(Segmenter, Ellipses) {
  EXPECT_EQ(cut("It was over. ... The rest left. . . . Nobody came."),
            (Strings{"It was over.", "... The rest left.", ". . . Nobody came."}));
  EXPECT_EQ(cut("It grew . . . and went on. He saw... I don't know. [...] He saw [...] Poe."),
            (Strings{"It grew . . . and went on.", "He saw... I don't know. [...]", "He saw [...] Poe."}));
}

TEST(Segmenter, WhatFollowsInLowerCase) {
  EXPECT_EQ(cut("He likes eBay. wikiHow is free. See it. http://a.org/b. Yes. (credit: AP) No! is a book."),
            (Strings{"He likes eBay.", "wikiHow is free.", "See it.", "http://a.org/b.", "Yes.",
                     "(credit: AP) No! is a book."}));
  EXPECT_EQ(cut("Her son (b. Aug. 2015. He is young). She works for Yahoo! Inc. now. Yahoo! The end."),
            (Strings{"Her son (b. Aug. 2015. He is young).", "She works for Yahoo! Inc. now.", "Yahoo!",
                     "The end."}));
}

TEST(Segmenter, Labels) {
  EXPECT_EQ(cut("P.S. Call me. Check the following: 1. Is it on? 2. Does it run?"),
            (Strings{"P.S. Call me.", "Check the following: 1. Is it on?", "2. Does it run?"}));
}

TEST(Segmenter, LinesAndParagraphs) {
  EXPECT_EQ(cut("HEADER:\nOne line\n\nTwo. Three"), (Strings{"HEADER:", "One line", "Two.", "Three"}));
  const std::string wrapped =
      "The minister said that the talks, which had begun on\nMonday in the capital, were going well and "
      "would go\non.";
  EXPECT_EQ(cut(wrapped).size(), 1U);
  EXPECT_EQ(cut(wrapped, {Newline::hard, {}, {}}).size(), 3U);
  EXPECT_EQ(resolve_newline(wrapped, Newline::automatic), Newline::soft);
}

TEST(Segmenter, TheUsersOwnWords) {
  const std::string text = "The Blk. Smith was in the U.S. Zyx came.";
  EXPECT_EQ(cut(text).size(), 2U);
  EXPECT_EQ(cut(text, {Newline::automatic, {"Blk."}, {"Zyx"}}),
            (Strings{"The Blk. Smith was in the U.S.", "Zyx came."}));
  EXPECT_THROW(Segmenter({Newline::automatic, {"two words"}, {}}), Error);
  EXPECT_THROW(Segmenter({Newline::automatic, {"."}, {}}), Error);
  EXPECT_THROW(Segmenter({Newline::automatic, {}, {""}}), Error);
}

TEST(Segmenter, ExplainsEachPlace) {
  const auto places = Segmenter().explain("Mr. Poe left. He did");
  ASSERT_EQ(places.size(), 3U);
  EXPECT_FALSE(places[0].broken);
  EXPECT_EQ(places[0].rule, "title before a name");
  EXPECT_TRUE(places[1].broken);
  EXPECT_EQ(places[1].at, 13U);
  EXPECT_EQ(places[2].rule, "end of text");
}

// Any bytes: spans in order, trimmed, and together all that is not white space.
TEST(Segmenter, AnyBytesAreCovered) {
  std::mt19937 random(3);
  const std::string alphabet = "aB. .?!\"'()\n\n1-\r\xe2\x80\x9d\xff";
  const Segmenter segmenter;
  for (int round = 0; round < 20000; ++round) {
    std::string text(random() % 40, '\0');
    for (char& c : text)
      c = random() % 20 == 0 ? static_cast<char>(random()) : alphabet[random() % alphabet.size()];
    std::size_t last = 0;
    for (const Span& s : segmenter.sentences(text)) {
      ASSERT_FALSE(s.empty());
      for (std::size_t at = last; at < s.begin;) ASSERT_TRUE(is_space(decode(text, at)));
      last = s.end;
    }
    for (std::size_t at = last; at < text.size();) ASSERT_TRUE(is_space(decode(text, at)));
  }
}

}  // namespace
}  // namespace tenor
