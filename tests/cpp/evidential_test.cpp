#include "tenor/voice/evidential.h"

#include <gtest/gtest.h>

#include "told.h"

namespace tenor {
namespace {

TEST(Evidential, FindsHearsayAndImpressions) {
  EXPECT_EQ(told("The mayor reportedly left the town.", "hearsay adverb"), " | reportedly | The mayor");
  EXPECT_EQ(told("Reportedly, the mayor left.", "hearsay adverb"), " | Reportedly | the mayor left");
  EXPECT_EQ(told("The bridge seems to be safe.", seeming), " | seems | The bridge");
  EXPECT_EQ(told("The bridge apparently appears already to be safe.", seeming), " | appears | The bridge");
  EXPECT_EQ(told("The bridge fell.", seeming), "");
  EXPECT_EQ(told("The two appeared publicly.", seeming), "");
}

TEST(Evidential, EndsAnImpressionBeforeWhatIsOnlyAdded) {
  const LaidOut laid("The bridge seems to be safe, which is news.");
  const auto found = find_attributions(laid.layouts[0]);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(laid.layouts[0].text(*found[0].resumed), "to be safe");
}

}  // namespace
}  // namespace tenor
