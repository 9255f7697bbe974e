#include "tenor/text/pull_quotes.h"

#include <gtest/gtest.h>

#include <string>

#include "tenor/text/article.h"

namespace tenor {
namespace {

TEST(PullQuotes, AreWordsOfTheBodyPrintedTwice) {
  const std::string text =
      "The minister left the talks on Monday and told reporters that \u201cwe have never been so close to a "
      "deal\u201d "
      "in all these years.\n\n\u201cWe have never been so far\u201d\n\n\u201cwe have never been so close to "
      "a "
      "deal\u201d\n\nBoth sides meet again next week, officials said.\n\n\u201cThis one stands alone, and is "
      "no "
      "copy,\u201d she said.";
  const Article a = clean(text);
  ASSERT_EQ(a.pull_quotes.size(), 1U);
  EXPECT_EQ(a.pull_quotes[0].of(text), "\u201cwe have never been so close to a deal\u201d");
  EXPECT_EQ(a.body.size(), 4U);
}

TEST(PullQuotes, ARefrainIsNone) {
  // Equal lines are no extract of one another.
  const std::string line = "\"We shall not go home until the work is done\"";
  const Article a = clean(line + "\n\n" + line + "\n\nThe choir sang it twice, and the hall stood up.");
  EXPECT_TRUE(a.pull_quotes.empty());
}

TEST(PullQuotes, ManyLinesThatLookLikeOneAreAList) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "\"a quoted line of some words\"\n\n";
  text += "He said: \"a quoted line of some words\" forty times over, and then he went home to sleep.";
  EXPECT_TRUE(clean(text).pull_quotes.empty());
}

}  // namespace
}  // namespace tenor
