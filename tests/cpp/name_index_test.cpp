#include "tenor/voice/name_index.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

std::string fullest(const NameIndex& names, const std::vector<std::string>& words) {
  const NameIndex::Name* found = names.lookup(words);
  return found ? found->full : "";
}

TEST(NameIndex, FindsTheFullestFormOfAName) {
  const LaidOut laid("The Oslo Trade Council (OTC) met President Ana Lima. Lima thanked the OTC in Bergen.");
  const NameIndex names(laid.layouts);
  EXPECT_EQ(fullest(names, {"lima"}), "Ana Lima");
  EXPECT_EQ(fullest(names, {"ana"}), "Ana Lima");
  EXPECT_EQ(fullest(names, {"otc"}), "Oslo Trade Council");
  EXPECT_EQ(fullest(names, {"berg"}), "");
  EXPECT_EQ(names.fullest(laid.layouts[1], 0), "Ana Lima");
}

TEST(NameIndex, KnowsPersonsRolesAndPlaces) {
  const LaidOut laid("President Ana Lima left Northern Cyprus for Oslo.");
  const NameIndex names(laid.layouts);
  ASSERT_NE(names.with_role("president"), nullptr);
  EXPECT_EQ(names.with_role("president")->full, "Ana Lima");
  EXPECT_EQ(names.with_role("mayor"), nullptr);
  EXPECT_TRUE(NameIndex::may_be_person(*names.named("Ana Lima")));
  EXPECT_FALSE(NameIndex::may_be_person(*names.named("Northern Cyprus")));
  EXPECT_TRUE(names.has("oslo"));
  EXPECT_FALSE(names.has("lima"));
}

}  // namespace
}  // namespace tenor
