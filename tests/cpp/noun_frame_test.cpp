#include "tenor/voice/noun_frame.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

TEST(NounFrame, KnowsWhichComplementBegins) {
  const Cues nouns("claim statement 0 that,to_do,for", true);
  const Cue& claim = *nouns.find("claims")->front();
  const auto with = [&](std::string_view text) {
    const LaidOut laid(text);
    return std::string(complement_at(laid.layouts[0], claim, 2));
  };
  EXPECT_EQ(with("The claim that the bridge was safe spread."), "that");
  EXPECT_EQ(with("The claim to build failed."), "to_do");
  EXPECT_EQ(with("The claim not to build failed."), "to_do");
  EXPECT_EQ(with("The claim for bridges failed."), "for");
  EXPECT_EQ(with("The claim of bridges failed."), "");
  EXPECT_EQ(with("The claim that failed was mine."), "");
}

TEST(NounFrame, TakesNoTime) {
  const LaidOut laid("The talk on Monday failed.");
  Finding f;
  f.cue = {1, 2};
  EXPECT_FALSE(take_introduced(laid.layouts[0], 2, "on", f));
}

}  // namespace
}  // namespace tenor
