#include "tenor/voice/need.h"

#include <gtest/gtest.h>

#include "models.h"

namespace tenor {
namespace {

bool needs(std::string_view text) {
  const Reading reading = read(text, Segmenter());
  const auto quoted = quotations(reading);
  return needs_tree(lay_out(reading, shipped_tagger().tag(reading), quoted, nullptr)[0]);
}

TEST(Need, ReadsNoTreeWhereTagsSuffice) {
  EXPECT_FALSE(needs("The bridge fell on Sunday."));
  EXPECT_FALSE(needs("\"We know that the bridge fell,\" the mayor said."));
  EXPECT_FALSE(needs("The mayor said that the bridge was safe."));
}

TEST(Need, ReadsATreeWhereTagsLeaveACueOrSeeAMereObject) {
  EXPECT_TRUE(needs("The mayor rejected the plan."));
  EXPECT_TRUE(needs("A committee aide blasted the statement."));
  EXPECT_TRUE(needs("Patient advocacy groups note that the bridge is safe."));
  EXPECT_TRUE(needs("The council has been warning that the bridge is closed."));
}

TEST(Need, ReadsNoTreeOfWhatSomebodySays) {
  EXPECT_FALSE(needs("The mayor said that the council rejected the plan."));
  EXPECT_FALSE(needs("The mayor said that there were doubts about the bridge."));
  EXPECT_FALSE(needs("The mayor said that the bridge seems to be safe."));
  EXPECT_TRUE(needs("The mayor, who rejected the plan, said that the bridge was safe."));
}

TEST(Need, ReadsATreeWhereSomethingSeems) {
  EXPECT_TRUE(needs("The bridge seems to be safe."));
}

TEST(Need, ReadsATreeWhereANounOfSayingHasItsComplement) {
  EXPECT_TRUE(needs("There were doubts about the bridge."));
  EXPECT_TRUE(needs("The pledge to close the bridge failed."));
  EXPECT_FALSE(needs("The pledge was old."));
}

}  // namespace
}  // namespace tenor
