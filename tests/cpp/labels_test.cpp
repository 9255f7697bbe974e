#include "tenor/voice/labels.h"

#include <gtest/gtest.h>

#include "told.h"

namespace tenor {
namespace {

TEST(Labels, ReadHeadlines) {
  EXPECT_EQ(told("Lima: No Outside Influence on the Vote", "label"),
            "Lima | : | No Outside Influence on the Vote");
  EXPECT_EQ(told("Poll: Lima Far Ahead of Berg", "label"), "Poll | : | Lima Far Ahead of Berg");
  EXPECT_EQ(told("The Latest: Lima leads the vote", "label"), "");
  EXPECT_EQ(told("Ana Lima: the former mayor, who left the town in May", "label"), "");
  EXPECT_EQ(told("Ana Lima:", "label"), "");
}

TEST(Labels, TakeWithASourceWhatSaysWhichOneItIs) {
  constexpr auto rule = "according to";
  EXPECT_EQ(told("The bridge is safe, according to people familiar with the plan.", rule),
            "people familiar with the plan | according to | The bridge is safe");
  EXPECT_EQ(told("According to a poll conducted by Oslo's university, the bridge is safe.", rule),
            "a poll conducted by Oslo's university | According to | the bridge is safe");
  EXPECT_EQ(told("The bridge is safe, according to the Center for Responsive Building.", rule),
            "the Center for Responsive Building | according to | The bridge is safe");
  EXPECT_EQ(told("According to Ana Lima, Berg and Holm left the town.", rule),
            "Ana Lima | According to | Berg and Holm left the town");
}

TEST(Labels, TakeNobodysEyesForTheirView) {
  constexpr auto rule = "in somebody's words";
  EXPECT_EQ(told("In her eyes, the bridge was safe.", rule), "her | eyes | the bridge was safe");
  EXPECT_EQ(told("They had tears in their eyes.", rule), "");
}

TEST(Labels, TakeWordsOnBothSidesOfASource) {
  const LaidOut laid("The bridge, according to Ana Lima, was safe.");
  const auto found = find_attributions(laid.layouts[0]);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(laid.layouts[0].text(found[0].content), "The bridge");
  EXPECT_EQ(laid.layouts[0].text(found[0].resumed.value()), "was safe");
}

}  // namespace
}  // namespace tenor
