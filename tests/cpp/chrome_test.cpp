#include "tenor/text/chrome.h"

#include <gtest/gtest.h>

#include <string>

namespace tenor {
namespace {

Signs signs(std::string_view text) {
  return read_signs(text, measure(text, {0, text.size()}));
}
std::string reason(std::string_view text) {
  return std::string(signs(text).reason);
}

TEST(Chrome, KnowsWhatSitesSayEverywhere) {
  EXPECT_EQ(reason("Advertisement"), "advertisement");
  EXPECT_EQ(reason("Share this article \u00BB"), "share");
  EXPECT_EQ(reason("Sign up for our morning briefing"), "subscription");
  EXPECT_EQ(reason("\u00a9 2019 The Daily Bugle. All rights reserved."), "copyright");
  EXPECT_EQ(reason("(Reporting by Jane Doe; Editing by John Roe)"), "credit");
  EXPECT_EQ(reason("Read more: Ministers leave talks"), "related");
  EXPECT_EQ(reason("* * *"), "separator");
  EXPECT_EQ(reason("All posts by Jane Doe"), "author");
}

TEST(Chrome, CountsBesideALabelDoNotHideIt) {
  EXPECT_EQ(reason("197 Shares"), "share");
  EXPECT_EQ(reason("1.2k shares"), "share");
  EXPECT_EQ(reason("Comments (12)"), "comments");
  EXPECT_EQ(reason("(42) Comments"), "comments");
  EXPECT_EQ(reason("12 dead"), "");
  EXPECT_EQ(reason("2019"), "");
}

TEST(Chrome, ReadsTheLabelsOfOtherLanguages) {
  EXPECT_EQ(reason("Weitere Artikel"), "related");
  EXPECT_EQ(reason("\u0427\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043a\u0436\u0435:"), "related");
  EXPECT_EQ(reason("\u95a2\u9023\u8a18\u4e8b"), "related");
  EXPECT_EQ(reason("Leia tamb\u00e9m: Ministros deixam a mesa"), "related");
  EXPECT_EQ(reason("\ub313\uae00"), "comments");
  EXPECT_EQ(reason("Datenschutz"), "navigation");
}

TEST(Chrome, LeavesNewsAlone) {
  for (const std::string text :
       {"The advertisement was banned by the regulator on Monday.", "Shares fell by 12 percent in Tokyo.",
        "He can be proud of his record, the minister said.", "Comment is free, the editor wrote in 1921.",
        "Home prices rose for a third month.", "More than 200 people fled."})
    EXPECT_EQ(reason(text), "") << text;
}

TEST(Chrome, TellsDatesBylinesAndCaptions) {
  EXPECT_TRUE(signs("Published 3 May 2020 | Updated 4 May 2020").date);
  EXPECT_TRUE(signs("By Jane Doe and John Roe").byline);
  EXPECT_FALSE(signs("By the end of the year all was over").byline);
  EXPECT_TRUE(signs("A boat leaves the harbour. (Image: Getty)").caption);
  EXPECT_FALSE(
      signs("A photo by Getty Images was shown in court. The judge then left the room for an hour.").caption);
  EXPECT_EQ(signs("Jane Doe is a reporter and a former editor").author, 2U);
  EXPECT_TRUE(signs("Write to news@example.org").address);
}

TEST(Chrome, KnowsTheNamesOfPapers) {
  auto named = [](std::string_view text) { return is_outlet_name(text, measure(text, {0, text.size()})); };
  EXPECT_TRUE(named("The Harbour Post"));
  EXPECT_TRUE(named("Reuters"));
  EXPECT_FALSE(named("Jane Doe"));
  EXPECT_FALSE(named("Post"));
  EXPECT_FALSE(named("The Times reported on Monday."));
}

}  // namespace
}  // namespace tenor
