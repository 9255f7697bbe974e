#include "tenor/text/time_zone.h"

#include <gtest/gtest.h>

namespace tenor {
namespace {

TEST(TimeZone, KnowsZonesOfOneMeaning) {
  const Date any{2019, 7, 1};
  EXPECT_EQ(zone_offset("gmt", any), 0);
  EXPECT_EQ(zone_offset("npt", any), 345);
  EXPECT_EQ(zone_offset("msk", {}), 180);
  for (const auto* ambiguous : {"ist", "bst", "cst"}) {
    EXPECT_TRUE(is_zone_name(ambiguous));
    EXPECT_EQ(zone_offset(ambiguous, any), std::nullopt);
  }
  EXPECT_FALSE(is_zone_name("news"));
  EXPECT_EQ(zone_offset("news", any), std::nullopt);
}

TEST(TimeZone, FollowsSummerTimeInTheUnitedStates) {
  // As the government set it: 10 March to 3 November 2019, 3 April to 30 October 2005, 2 April to 29 October
  // 2006, 11 March to 4 November 2007.
  EXPECT_EQ(zone_offset("et", {2019, 3, 9}), -300);
  EXPECT_EQ(zone_offset("et", {2019, 3, 10}), -240);
  EXPECT_EQ(zone_offset("eastern", {2019, 11, 2}), -240);
  EXPECT_EQ(zone_offset("et", {2019, 11, 3}), -300);
  EXPECT_EQ(zone_offset("pt", {2005, 4, 2}), -480);
  EXPECT_EQ(zone_offset("pt", {2005, 4, 3}), -420);
  EXPECT_EQ(zone_offset("pt", {2005, 10, 29}), -420);
  EXPECT_EQ(zone_offset("pt", {2005, 10, 30}), -480);
  EXPECT_EQ(zone_offset("ct", {2006, 10, 28}), -300);
  EXPECT_EQ(zone_offset("ct", {2006, 10, 29}), -360);
  EXPECT_EQ(zone_offset("mt", {2007, 11, 3}), -360);
  EXPECT_EQ(zone_offset("mt", {2007, 11, 4}), -420);
  EXPECT_EQ(zone_offset("et", {1980, 7, 1}), std::nullopt);
  EXPECT_EQ(zone_offset("et", {}), std::nullopt);
}

}  // namespace
}  // namespace tenor
