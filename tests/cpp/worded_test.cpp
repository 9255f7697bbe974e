#include "tenor/voice/worded.h"

#include <gtest/gtest.h>

namespace tenor {
namespace {

TEST(Worded, KnowsWhatHoldsWords) {
  for (const auto* noun : {"letter", "lawsuit", "findings", "tweets", "op-ed"})
    EXPECT_TRUE(holds_words(noun));
  for (const auto* noun : {"prisoner", "drone", "bridge", ""}) EXPECT_FALSE(holds_words(noun));
}

}  // namespace
}  // namespace tenor
