#include "tenor/voice/valency.h"

#include <gtest/gtest.h>

#include "told.h"

namespace tenor {
namespace {

TEST(Valency, TakesWhatHoldsWordsForSaid) {
  EXPECT_EQ(told("The police released the report on Monday.", "object"),
            "The police | released | the report");
  EXPECT_EQ(told("The mayor signed a letter against the plan.", "object"),
            "The mayor | signed | a letter against the plan");
  EXPECT_EQ(told("The council shot down the proposal.", "object"), "The council | shot down | the proposal");
  EXPECT_EQ(told("The police released the brothers on Monday.", "object"), "");
  EXPECT_EQ(told("Iran's military shot down a drone.", "object"), "");
}

TEST(Valency, TakesPrepositionsOfTheVerbItself) {
  EXPECT_EQ(told("Residents complained to officials about the noise.", "verb and preposition"),
            "Residents | complained to officials about | the noise");
  EXPECT_EQ(told("The mayor spoke in front of the town hall.", "verb and preposition"), "");
}

}  // namespace
}  // namespace tenor
