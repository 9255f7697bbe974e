#include "tenor/stance/speaker.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

Attribution by(std::string holder) {
  Attribution a;
  a.holder = std::move(holder);
  return a;
}

TEST(Speaker, IsTheOutletWhereItSpeaksForItselfAndNobodyWhereNobodyIsNamed) {
  EXPECT_EQ(speaker_of(by("Ana Lima")), "Ana Lima");
  EXPECT_EQ(speaker_of(by("We")), "outlet");
  EXPECT_EQ(speaker_of(by("you")), "");
  EXPECT_EQ(speaker_of(by("Who")), "");
}

TEST(Speaker, GoesOnOverTheSentencesOfAQuotation) {
  const LaidOut laid("Ana Lima said: \"It was late. We left.\" It rained.");
  const auto found = attributions(laid.reading, laid.layouts, laid.quoted);
  const Speakers speakers(laid.reading, found);
  ASSERT_EQ(laid.layouts.size(), 3U);
  EXPECT_EQ(speakers.cued_in(laid.layouts[0]).size(), 1U);
  EXPECT_TRUE(speakers.cued_in(laid.layouts[1]).empty());
  const auto second = speakers.said_in(laid.layouts[1]);
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].attribution->holder, "Ana Lima");
  EXPECT_TRUE(speakers.said_in(laid.layouts[2]).empty());
}

TEST(Speaker, OfAWordIsTheInnermostOne) {
  const Attribution outer = by("Ana Lima"), inner = by("Tom Berg");
  const std::vector<Said> said{{&outer, {2, 9}}, {&inner, {5, 8}}};
  EXPECT_EQ(innermost(said, 6)->attribution, &inner);
  EXPECT_EQ(innermost(said, 8)->attribution, &outer);
  EXPECT_EQ(innermost(said, 1), nullptr);
}

}  // namespace
}  // namespace tenor
