#include "tenor/voice/holder.h"

#include <gtest/gtest.h>

#include "laid_out.h"
#include "tenor/voice/attribution.h"
#include "tenor/voice/names.h"

namespace tenor {
namespace {

// The holder of the last attribution.
std::string last_holder(std::string_view text) {
  const LaidOut laid(text);
  const auto all = attributions(laid.reading, laid.layouts, laid.quoted);
  return all.empty() ? "" : all.back().holder;
}

TEST(Holder, IsTheNameInApposition) {
  EXPECT_EQ(last_holder("The Senate Minority Leader, Ana Lima, said that the talks were over."), "Ana Lima");
  EXPECT_EQ(last_holder("The mayor of Lisbon, Ana Lima, said that the talks were over."), "Ana Lima");
}

TEST(Holder, OfATitleIsWhoeverHasIt) {
  EXPECT_EQ(last_holder("President Ana Lima left. The President said that the talks were over."), "Ana Lima");
}

TEST(Holder, MayBeWrittenWithoutItsMarks) {
  EXPECT_EQ(last_holder("President Zoran Popovi\u0107 left. Popovic said that the talks were over."),
            "Zoran Popovi\u0107");
  EXPECT_EQ(plain("erdo\u011fan \u0142\u00f3d\u017a"), "erdogan lodz");
}

TEST(Holder, OfASurnameIsTheFullNameAndSheIsNoBody) {
  const std::string text = "Hatice Cengiz met NBC News in Saudi Arabia. Cengiz called it useful. ";
  EXPECT_EQ(last_holder(text), "Hatice Cengiz");
  EXPECT_EQ(last_holder(text + "NBC News said that it was sorry. She said that the talks were over."),
            "Hatice Cengiz");
}

TEST(Holder, OfAnAcronymIsWhatTheArticleSpellsOut) {
  EXPECT_EQ(last_holder("The Free Trade Council (FTC) met. The FTC said that the talks were over."),
            "Free Trade Council");
}

TEST(Holder, OfAPronounIsTheSubjectOfItsSentenceFirst) {
  EXPECT_EQ(
      last_holder("Mr. Peter Silva said that he was ill. Mrs. Ana Lima left when she said that the talks "
                  "were over."),
      "Ana Lima");
}

TEST(Holder, IsThePersonBehindAnOffice) {
  EXPECT_EQ(last_holder("US Ambassador to Germany Richard Grenell said that the talks were over."),
            "Richard Grenell");
  EXPECT_EQ(last_holder("Cardinal Marc Ouellet of the Holy See said that the talks were over."),
            "Marc Ouellet");
  EXPECT_EQ(last_holder("A Republican, Mark Amodei, said that the talks were over."), "Mark Amodei");
}

TEST(Holder, IsNoDay) {
  EXPECT_EQ(last_holder("Later on Tuesday Mitsotakis said that the talks were over."), "Mitsotakis");
}

TEST(Holder, OfHeOrSheIsNoPlace) {
  EXPECT_EQ(last_holder("Kyriakos Mitsotakis met them. They spoke of Northern Cyprus. He said that the talks "
                        "were over."),
            "Kyriakos Mitsotakis");
}

}  // namespace
}  // namespace tenor
