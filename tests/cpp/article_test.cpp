#include "tenor/text/article.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

const std::string page =
    "Skip to content\n\nWar on Terror\n\nThe Harbour Post\n\n"
    "Ministers leave harbour talks without a deal on fishing rights\n\nThe Harbour Post\n\nBy Ann Lee\n\n"
    "Monday, 2 March 2020 10:15 PM GMT\n\n"
    "Ministers left the talks on fishing rights in the old harbour without a deal on Monday.\n\n"
    "\"We tried,\" the minister said.\n\n"
    "A boat leaves the harbour. (Image: Getty)\n\n"
    "Both sides will meet again next week, officials said after the talks.\n\n"
    "Related: Fishermen block port\n\nSubscribe to our newsletter\n\n\u00a9 2020 All rights reserved";

std::string of(const std::optional<Span>& span, std::string_view text) {
  return span ? std::string(span->of(text)) : "(none)";
}

TEST(Article, FindsThePartsOfAPage) {
  const Article a = clean(page);
  EXPECT_EQ(of(a.title, page), "Ministers leave harbour talks without a deal on fishing rights");
  EXPECT_EQ(of(a.outlet, page), "The Harbour Post");
  EXPECT_EQ(of(a.byline, page), "By Ann Lee");
  EXPECT_EQ(of(a.dateline, page), "Monday, 2 March 2020 10:15 PM GMT");
  EXPECT_EQ(a.date, "2020-03-02T22:15+00:00");
  ASSERT_EQ(a.body.size(), 3U);
  EXPECT_EQ(a.body[1].of(page), "\"We tried,\" the minister said.");
  ASSERT_EQ(a.captions.size(), 1U);
  EXPECT_EQ(a.captions[0].of(page), "A boat leaves the harbour. (Image: Getty)");
  ASSERT_EQ(a.removed.size(), 6U);
  EXPECT_EQ(a.removed[0].reason, "navigation");
  EXPECT_EQ(a.removed[3].reason, "related");
  EXPECT_EQ(a.removed[4].reason, "subscription");
  EXPECT_EQ(a.removed[5].reason, "copyright");
}

TEST(Article, LeavesPlainTextWhole) {
  for (const std::string text : {"One sentence.", "no full stop here", "Advertisement",
                                 "The first paragraph ends here.\n\nThe second one ends there, too."}) {
    const Article a = clean(text);
    EXPECT_FALSE(a.title) << text;
    EXPECT_TRUE(a.removed.empty()) << text;
    EXPECT_EQ(a.body.front().begin, 0U) << text;
    EXPECT_EQ(a.body.back().end, text.size()) << text;
  }
  EXPECT_TRUE(clean("").body.empty());
  EXPECT_TRUE(clean(" \n\t\n ").body.empty());
}

TEST(Article, SetsAWireDatelineApart) {
  const std::string text =
      "MOSCOW, Dec 3 (Reuters) - The talks ended on Wednesday.\n\nNo date was set for more of them.";
  const Article a = clean(text);
  EXPECT_EQ(of(a.dateline, text), "MOSCOW, Dec 3 (Reuters)");
  EXPECT_EQ(of(a.outlet, text), "Reuters");
  ASSERT_EQ(a.body.size(), 2U);
  EXPECT_EQ(a.body[0].of(text), "The talks ended on Wednesday.");
}

/// Between two parts there is white space (that of no width too), and marks that stand between the pieces of
/// a line.
void expect_gap(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::u32string_view between = U"|,-\u2013\u2014/\u200b\ufeff\u00ad";
  while (begin < end) {
    const std::size_t at = begin;
    const char32_t c = decode(text, begin);
    ASSERT_TRUE(is_space(c) || between.find(c) != std::u32string_view::npos) << text << " lost at " << at;
  }
}

/// Every byte of a text is in one part, or white space, or one of the marks that part a line's pieces: and
/// the parts do not overlap (the agency stands inside its dateline).
void expect_whole(std::string_view text) {
  const Article a = clean(text);
  std::vector<Span> parts = a.body;
  parts.insert(parts.end(), a.captions.begin(), a.captions.end());
  parts.insert(parts.end(), a.pull_quotes.begin(), a.pull_quotes.end());
  for (const Removed& r : a.removed) parts.push_back(r.span);
  for (const auto& part : {a.title, a.byline, a.dateline})
    if (part) parts.push_back(*part);
  if (a.outlet && std::none_of(parts.begin(), parts.end(), [&](Span p) { return p.contains(*a.outlet); }))
    parts.push_back(*a.outlet);
  std::sort(parts.begin(), parts.end());
  std::size_t at = 0;
  for (const Span& part : parts) {
    ASSERT_LE(at, part.begin) << text;
    ASSERT_LE(part.end, text.size());
    expect_gap(text, at, part.begin);
    at = part.end;
  }
  expect_gap(text, at, text.size());
}

TEST(Article, LosesNothingWhateverTheText) {
  expect_whole(page);
  const std::vector<std::string> pieces = {
      "\n",
      "\n\n",
      " ",
      "By Jane Doe",
      "On 3 May 2019",
      "Advertisement",
      "KYIV (AP) \u2014 ",
      "The talks failed.",
      "\xff",
      "\u00a9 2019",
      "A line of some length about nothing in particular, without an end",
      "Photo: AP",
      "The BBC | ",
      "\u3053\u308c\u306f\u6587\u3067\u3059\u3002",
      "x",
      "10:48 PM ET",
      "- Reuters",
      "\r\n",
      "\"",
      "\u00a0",
      "By\n",
      "\"A quoted line of five words\"\n",
      "They said: \"A quoted line of five words\" and more of it, then left the room for good.\n",
      "197 Shares\n",
      "\u95a2\u9023\u8a18\u4e8b\n",
      "1530 GMT",
      "\u200b"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 30; n-- > 0;) text += pieces[random() % pieces.size()];
    expect_whole(text);
  }
}

}  // namespace
}  // namespace tenor
