#include "tenor/voice/nominal.h"

#include <gtest/gtest.h>

#include "told.h"

namespace tenor {
namespace {

TEST(Nominal, FindsWhoseANounIs) {
  constexpr auto clause = "noun and that-clause", preposition = "noun and preposition";
  EXPECT_EQ(told("The town heard his claim that the bridge was safe.", clause),
            "his | claim | that the bridge was safe");
  EXPECT_EQ(told("They heard the claims by the mayor of Oslo that the bridge was safe.", clause),
            "the mayor of Oslo | claims | that the bridge was safe");
  EXPECT_EQ(told("Ana Lima stepped up her attacks on the council.", preposition),
            "Ana Lima | attacks on | the council");
  EXPECT_EQ(told("Ana Lima reversed her decision not to run again.", "noun and infinitive"),
            "Ana Lima | decision | not to run again");
}

TEST(Nominal, FindsWhoseANounIsByTheVerbThatCarriesIt) {
  constexpr auto preposition = "noun and preposition";
  EXPECT_EQ(told("Ana Lima threw her support behind the bridge.", preposition),
            "Ana Lima | support behind | the bridge");
  EXPECT_EQ(told("The mayor made no secret of her plans.", preposition), "The mayor | secret of | her plans");
}

TEST(Nominal, KeepsWhoseAnothersNounIsWhereTheVerbIsACueToo) {
  EXPECT_EQ(told("Ana Lima rejected his criticism of the council.", "noun and preposition"), "");
}

TEST(Nominal, TellsOfSomeViewsWithoutAHolder) {
  EXPECT_EQ(told("There were doubts about the bridge.", "noun and preposition"),
            " | doubts about | the bridge");
  EXPECT_EQ(told("Opposition to the bridge has grown.", "noun and preposition"),
            " | Opposition to | the bridge");
  EXPECT_EQ(told("The idea that the bridge was safe spread.", "noun and that-clause"), "");
}

TEST(Nominal, ReachesItsComplementOverNoOtherNounOfSaying) {
  EXPECT_EQ(
      told("They heard Oslo's request for assurances that the bridge was safe.", "noun and that-clause"), "");
}

TEST(Nominal, TakesNoRelativeClauseForWhatIsSaid) {
  EXPECT_EQ(told("They are the views that Lima and Berg have.", "noun and that-clause"), "");
}

TEST(Nominal, FindsWhatASubjectHasFromOthers) {
  EXPECT_EQ(told("Ana Lima won the support of the voters in Oslo.", "judgement received"),
            "the voters in Oslo | support of | Ana Lima");
  EXPECT_EQ(told("The plan drew criticism from the council.", "judgement received"),
            "the council | criticism from | The plan");
}

TEST(Nominal, ReadsWhatANounIsSaidToBe) {
  EXPECT_EQ(told("His message is that the bridge must stay.", "noun and what it is"),
            "His | message is | that the bridge must stay");
  EXPECT_EQ(told("The question is whether the bridge will stay.", "noun and what it is"),
            " | question is | whether the bridge will stay");
  EXPECT_EQ(told("The issue is that the bridge will stay.", "noun and what it is"), "");
}

TEST(Nominal, KnowsWhoHoldsAView) {
  EXPECT_EQ(told("Ana Lima is a critic of the bridge.", "holder of a view"),
            "Ana Lima | is a critic of | the bridge");
  EXPECT_EQ(told("Critics of the bridge left.", "holder of a view"), "");
}

}  // namespace
}  // namespace tenor
