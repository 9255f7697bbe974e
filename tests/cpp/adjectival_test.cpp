#include "tenor/voice/adjectival.h"

#include <gtest/gtest.h>

#include "told.h"

namespace tenor {
namespace {

constexpr auto adjective = "adjective and complement";

TEST(Adjectival, FindsWhatSomebodyThinksOrFeels) {
  EXPECT_EQ(told("The mayor is confident that the bridge is safe.", adjective),
            "The mayor | is confident | that the bridge is safe");
  EXPECT_EQ(told("Voters were enamored of the bridge.", adjective), "Voters | were enamored of | the bridge");
  EXPECT_EQ(told("It is certain that the bridge is safe.", adjective), "");
}

TEST(Adjectival, TakesAllThatThePrepositionGoverns) {
  EXPECT_EQ(told("The mayor is critical of the men who built the bridge.", adjective),
            "The mayor | is critical of | the men who built the bridge");
}

TEST(Adjectival, ReadsPhrasesOfFavour) {
  EXPECT_EQ(told("The people marched in favor of the bridge.", "phrase of favour"),
            "The people | in favor of | the bridge");
}

}  // namespace
}  // namespace tenor
