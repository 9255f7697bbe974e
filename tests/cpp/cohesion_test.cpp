#include "tenor/text/cohesion.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tenor {
namespace {

TEST(Cohesion, CountsWordsThatTheMainProseHasToo) {
  const std::string text =
      "Harbour talks failed.\n\nFishing rights in the harbour remain open.\n\nFishing season "
      "begins\n\nWar\n\n"
      "Buy shoes harbour";
  const std::vector<Line> found = lines(text);
  const auto c = measure_cohesion(text, found, {1, 1, 0, 0, 0});
  ASSERT_EQ(c.size(), 5U);
  EXPECT_EQ(c[0].stems, 3U);
  EXPECT_EQ(c[0].main, 1U);  // not "talks" and "failed": its own do not count
  EXPECT_EQ(c[2].stems, 3U);
  EXPECT_EQ(c[2].main, 1U);
  EXPECT_EQ(c[2].above, 1U);
  EXPECT_EQ(c[2].below, 0U);
  EXPECT_EQ(c[3].stems, 0U);
  EXPECT_EQ(c[3].share(c[3].main), 0.0F);
  EXPECT_EQ(c[4].main, 1U);
  EXPECT_FLOAT_EQ(c[4].share(c[4].main), 0.5F);  // "Buy" is too short to be a stem
}

TEST(Cohesion, ReachesAFewLines) {
  std::string text = "harbour\n\n";
  for (int i = 0; i < 10; ++i) text += "word" + std::to_string(i) + "\n\n";
  text += "harbour";
  const std::vector<Line> found = lines(text);
  const auto c = measure_cohesion(text, found, std::vector<char>(found.size(), 0));
  EXPECT_EQ(c.front().below, 0U);
  EXPECT_EQ(c.back().above, 0U);
  EXPECT_EQ(measure_cohesion("", {}, {}).size(), 0U);
}

}  // namespace
}  // namespace tenor
