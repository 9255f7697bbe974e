#include "tenor/text/date_reader.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tenor {
namespace {

std::string read_time(std::string_view line) {
  const DateReader reader(line);
  std::size_t i = 0;
  const auto time = reader.time(i);
  return time ? iso({2019, 11, 18}, time) + " " + std::to_string(reader.tokens().size() - i) : "(none)";
}

TEST(DateReader, ReadsTimesWithTheirZones) {
  EXPECT_EQ(read_time("08:24 GMT and more"), "2019-11-18T08:24+00:00 2");
  EXPECT_EQ(read_time("9:24 p.m. ET"), "2019-11-18T21:24-05:00 0");
  EXPECT_EQ(read_time("9 pm Eastern Standard Time"), "2019-11-18T21:00-05:00 0");
  EXPECT_EQ(read_time("12:05 a.m. (PST)"), "2019-11-18T00:05-08:00 0");
  EXPECT_EQ(read_time("1530 GMT"), "2019-11-18T15:30+00:00 0");
  EXPECT_EQ(read_time("16:00 GMT+3"), "2019-11-18T16:00+03:00 0");
  EXPECT_EQ(read_time("16:00 +0530"), "2019-11-18T16:00+05:30 0");
  EXPECT_EQ(read_time("10:15 IST"), "2019-11-18T10:15 0");
  EXPECT_EQ(read_time("2019"), "(none)");
  EXPECT_EQ(read_time("1530 men"), "(none)");
  EXPECT_EQ(read_time("24:10"), "(none)");
  EXPECT_EQ(read_time("13 pm"), "(none)");
}

TEST(DateReader, LeavesItsPlaceWhereNothingIs) {
  const DateReader reader("On Monday, 3 May they met");
  std::size_t i = 0;
  EXPECT_FALSE(reader.date(i));
  EXPECT_EQ(i, 0U);
  i = 1;
  const auto date = reader.date(i);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->month, 5);
  EXPECT_EQ(date->day, 3);
  EXPECT_EQ(date->year, 0);
  EXPECT_TRUE(reader.word(i, "they"));
}

TEST(DateReader, NeverReadsADateThatIsNone) {
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t n = random() % 12; n-- > 0;) {
      const std::string pieces[] = {"3", "31", "2019", "Feb", "May", " ", "/",
                                    ".", ":",  "pm",   "GMT", "-",   "+", "\xff"};
      text += pieces[random() % std::size(pieces)];
    }
    const DateReader reader(text);
    for (std::size_t i = 0; i < reader.tokens().size(); ++i) {
      std::size_t at = i;
      if (const auto date = reader.date(at)) {
        ASSERT_GT(at, i) << text;
        ASSERT_LE(at, reader.tokens().size()) << text;
        ASSERT_TRUE(date->day >= 1 && date->day <= (date->month == 2 ? 29 : 31)) << text;
      }
      at = i;
      if (const auto time = reader.time(at)) {
        ASSERT_GT(at, i) << text;
        ASSERT_LE(at, reader.tokens().size()) << text;
        ASSERT_TRUE(time->hour >= 0 && time->hour < 24 && time->minute >= 0 && time->minute < 60) << text;
      }
    }
  }
}

}  // namespace
}  // namespace tenor
