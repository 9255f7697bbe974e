#include "tenor/text/sentence_context.h"

#include <gtest/gtest.h>

#include <string>

namespace tenor {
namespace {

// Asks at the bar in the text, which is taken out: it stands before the mark.
bool ask(bool (*question)(std::string_view, const Mark&), std::string text) {
  const std::size_t at = text.find('|');
  text.erase(at, 1);
  return question(text, read_mark(text, 0, at));
}

TEST(SentenceContext, Brackets) {
  EXPECT_TRUE(ask(in_brackets, "He (No|. Never.) left"));
  EXPECT_TRUE(ask(in_brackets, "He left (No|. Never). She"));
  EXPECT_FALSE(ask(in_brackets, "He (No|. Never.) She"));
  EXPECT_FALSE(ask(in_brackets, "(No|. Never.) he said"));
  EXPECT_FALSE(ask(in_brackets, "He (No|. Never"));
  EXPECT_TRUE(ask(aside_follows, "Why Not|? (1950) and"));
  EXPECT_FALSE(ask(aside_follows, "Why Not|? (1950) And"));
}

TEST(SentenceContext, Speech) {
  EXPECT_TRUE(ask(speech_follows, "Why|?\" asked Poe"));
  EXPECT_TRUE(ask(speech_follows, "Why|?\" Mr. J. Poe said"));
  EXPECT_FALSE(ask(speech_follows, "Why|?\" The man said"));
}

TEST(SentenceContext, Capitals) {
  EXPECT_TRUE(ask(in_title_case, "Senate Leaves U.S|. The House Stays Behind"));
  EXPECT_FALSE(ask(in_title_case, "The senate leaves U.S|. The House"));
  EXPECT_TRUE(ask(is_uncapitalised, "he left|. she"));
  EXPECT_FALSE(ask(is_uncapitalised, "He left|. she"));
  EXPECT_FALSE(ask(is_uncapitalised, "iPods left|. she"));
  EXPECT_TRUE(ask(is_camel_case, "Yes|. eBay"));
  EXPECT_FALSE(ask(is_camel_case, "Yes|. else"));
}

TEST(SentenceContext, TimesAndLabels) {
  EXPECT_TRUE(ask(is_only_time, "On Monday at about 10:30 a.m|. Sue"));
  EXPECT_FALSE(ask(is_only_time, "He left at 10 a.m|. Sue"));
  EXPECT_FALSE(ask(is_only_time, "10 a.m|. Sue"));
  EXPECT_TRUE(ask(is_label_next, "D.C|. Image: AP"));
  EXPECT_FALSE(ask(is_label_next, "D.C|. At 10:30"));
}

TEST(SentenceContext, EllipsesAndAddresses) {
  EXPECT_TRUE(ask(ellipsis_follows, "No|. ... The"));
  EXPECT_TRUE(ask(ellipsis_follows, "No|. . . . The"));
  EXPECT_TRUE(ask(ellipsis_follows, "No|. \u2026 The"));
  EXPECT_FALSE(ask(ellipsis_follows, "No|. . . .\u201d"));
  EXPECT_FALSE(ask(ellipsis_follows, "No|. ..."));
  EXPECT_TRUE(is_address("see http://a.org", 14));
  EXPECT_FALSE(is_address("see a.org", 7));
}

}  // namespace
}  // namespace tenor
