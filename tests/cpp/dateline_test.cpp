#include "tenor/text/dateline.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tenor {
namespace {

std::string iso(std::string_view line) {
  const auto found = find_date(line);
  return found ? found->iso : "(none)";
}

TEST(Dateline, ReadsDatesAsPapersWriteThem) {
  EXPECT_EQ(iso("Wednesday, 03 December 2025 8:24 AM"), "2025-12-03T08:24");
  EXPECT_EQ(iso("Published 3 December 2025 08:24 GMT"), "2025-12-03T08:24+00:00");
  EXPECT_EQ(iso("Friday, January 4, 2019\u00a0"), "2019-01-04");
  EXPECT_EQ(iso("Nov 18, 2019 at 9:24 pm ET \u2022 2 min read"), "2019-11-18T21:24-05:00");
  EXPECT_EQ(iso("PUBLISHED: 10:48, Tue, Nov 19, 2019"), "2019-11-19T10:48");
  EXPECT_EQ(iso("2025-12-03T08:24:05Z"), "2025-12-03T08:24+00:00");
  EXPECT_EQ(iso("2025-12-03 08:24 +0530"), "2025-12-03T08:24+05:30");
  EXPECT_EQ(iso("12:05 a.m. EST, Sept. 9th, 2001"), "2001-09-09T00:05-05:00");
  EXPECT_EQ(iso("21/06/2014 Tony Carter"), "2014-06-21");
  EXPECT_EQ(iso("21.06.2014"), "2014-06-21");
}

TEST(Dateline, LeavesTwoReadingsUnread) {
  EXPECT_EQ(iso("03/04/2019"), "");
  EXPECT_EQ(iso("Dec 3"), "");
  EXPECT_EQ(iso("February 30, 2019"), "(none)");
  EXPECT_EQ(iso("a score of 3-2-1"), "(none)");
  EXPECT_EQ(iso("They may 3 times refuse"), "(none)");
}

TEST(Dateline, TellsADateLineFromNews) {
  EXPECT_TRUE(is_date_line("Updated: November 19, 2019, 10:15 p.m. EST"));
  EXPECT_TRUE(is_date_line("6 years ago"));
  EXPECT_TRUE(is_date_line("Published 3 May 2020 | Updated 4 May 2020"));
  EXPECT_FALSE(is_date_line("On 3 May 2020 the talks failed"));
  EXPECT_FALSE(is_date_line("The talks failed"));
  EXPECT_FALSE(is_date_line(""));
}

TEST(Dateline, AnyBytesEnd) {
  std::mt19937 random(3);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n-- > 0;)
      text.push_back("0123:/-., MayTue(AP)pm\xff\xe2"[random() % 25]);
    if (const auto found = find_date(text)) {
      EXPECT_LE(found->span.end, text.size());
    }
    is_date_line(text);
  }
}

}  // namespace
}  // namespace tenor
