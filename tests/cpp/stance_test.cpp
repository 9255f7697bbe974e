#include "tenor/stance/stance.h"

#include <gtest/gtest.h>

#include "models.h"
#include "tenor/error.h"

namespace tenor {
namespace {

// Knows two words: enough to see that what is said of a subject counts.
class TwoWords : public Scorer {
 public:
  Score score(std::string_view sentence) const override {
    const double good = sentence.find("useful") != std::string_view::npos ? 0.5 : 0;
    const double bad = sentence.find("unacceptable") != std::string_view::npos ? -0.5 : 0;
    return {good + bad, 1};
  }
  Polarity polarity(std::string_view) const override { return {}; }
  Explained explain(std::string_view) const override { return {}; }
};

std::vector<std::string> stances(std::string_view text, std::vector<TargetList> targets = {},
                                 bool discover = true) {
  const Segmenter segmenter;
  const Reading reading = read(text, segmenter);
  const auto quoted = quotations(reading);
  const auto layouts =
      lay_out(reading, shipped_tagger().tag(reading), quoted, &shipped_parser(), Parsed::all);
  const StanceFinder finder(std::make_shared<TwoWords>(), nullptr,
                            TargetMatcher(std::move(targets), segmenter), discover);
  std::vector<std::string> out;
  for (const Stance& s : finder.stances(reading, layouts, attributions(reading, layouts, quoted)))
    out.push_back(s.holder + (s.label > 0 ? " + " : s.label < 0 ? " - " : " 0 ") + s.target);
  return out;
}

using Strings = std::vector<std::string>;

TEST(Stance, ReadsJudgingVerbsAndActs) {
  EXPECT_EQ(stances("President Ana Lima vetoed the bill."), Strings{"Ana Lima - the bill"});
  EXPECT_EQ(stances("Ana Lima praised the new treaty."), Strings{"Ana Lima + the new treaty"});
  EXPECT_EQ(stances("Ana Lima did not reject the treaty."), Strings{"Ana Lima + the treaty"});
  EXPECT_EQ(stances("The offer was rejected by Ana Lima."), Strings{"Ana Lima - The offer"});
}

TEST(Stance, ReadsNounsAndAdjectivesWithTheirPrepositions) {
  EXPECT_EQ(stances("Ana Lima expressed support for the treaty."), Strings{"Ana Lima + the treaty"});
  EXPECT_EQ(stances("Ana Lima is critical of the treaty."), Strings{"Ana Lima - the treaty"});
}

TEST(Stance, TakesTheSignOfWhatIsSaidOfASubject) {
  EXPECT_EQ(stances("Ana Lima said the talks were useful."), Strings{"Ana Lima + the talks"});
  EXPECT_EQ(stances("Ana Lima described the offer as unacceptable."), Strings{"Ana Lima - the offer"});
}

TEST(Stance, KeepsListedTargetsOnlyUnlessToldToDiscover) {
  const std::vector<TargetList> treaty{{"the treaty", {"accord", "peace accords"}}};
  EXPECT_EQ(stances("Ana Lima rejected the accord and praised the army.", treaty, false),
            Strings{"Ana Lima - the treaty"});
  EXPECT_EQ(stances("Ana Lima rejected the Peace Accord's terms.", treaty, false),
            Strings{"Ana Lima - the treaty"});
}

TEST(Stance, TurnsWithNegationOfVerbAndHolder) {
  EXPECT_EQ(stances("\"We cannot sign the treaty,\" Ana Lima said."), Strings{"Ana Lima - the treaty"});
  EXPECT_EQ(stances("Ana Lima refused to sign the treaty."), Strings{"Ana Lima - the treaty"});
}

TEST(Stance, HoldersArePersonsAndBodies) {
  EXPECT_EQ(stances("The documents rejected the treaty."), Strings{});
}

TEST(Stance, IsNeverThatOfWhoeverIsSpokenToOrOfAQuestion) {
  EXPECT_EQ(stances("Ana Lima left. Which presidents do you admire?"), Strings{});
  EXPECT_EQ(stances("Ana Lima left. Who rejected the treaty?"), Strings{});
}

TEST(Stance, OfAnArticleThatSaysIIsTheOutlets) {
  EXPECT_EQ(stances("Ana Lima left. I support the treaty."), Strings{"outlet + the treaty"});
}

TEST(Stance, BelongsToWhoActsAndNotToWhatTheyCarry) {
  EXPECT_EQ(stances("Thousands of people had gathered outside with slogans supporting the treaty."),
            Strings{"Thousands of people + the treaty"});
  EXPECT_EQ(stances("They named a date, which aims to legalise abortion."), Strings{});
}

TEST(Stance, NamesATargetWithoutItsVerb) {
  EXPECT_EQ(stances("Ana Lima said: \"It's useful.\""), Strings{"Ana Lima + It"});
}

}  // namespace
}  // namespace tenor
