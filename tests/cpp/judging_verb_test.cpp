#include "tenor/stance/judging_verb.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

using Strings = std::vector<std::string>;

Strings judged(std::string_view text) {
  const LaidOut laid(text);
  Strings out;
  for (const Layout& l : laid.layouts)
    for (const Judgement& j : find_judging_verbs(l, nullptr))
      out.push_back(std::string(j.holder.empty() ? "" : l.text(j.holder)) +
                    (j.withheld   ? " 0 "
                     : j.sign > 0 ? " + "
                                  : " - ") +
                    std::string(l.text(j.target)));
  return out;
}

TEST(JudgingVerb, TakesSubjectAndObject) {
  EXPECT_EQ(judged("The union rejected the offer."), Strings{"The union - the offer"});
  EXPECT_EQ(judged("The union refused to sign the treaty."), Strings{"The union - the treaty"});
  EXPECT_EQ(judged("Ana Lima praised the workers who opposed the treaty."),
            (Strings{"Ana Lima + the workers", "the workers - the treaty"}));
}

TEST(JudgingVerb, WhatSomebodyIsAskedToDoIsTheAskersWish) {
  EXPECT_EQ(judged("Protesters urged the government to revoke the law."),
            Strings{"Protesters + revoke the law"});
}

TEST(JudgingVerb, TakesARefusalToSpeakForNoSide) {
  EXPECT_EQ(judged("Ana Lima declined to comment on the treaty."), Strings{"Ana Lima 0 the treaty"});
  EXPECT_EQ(judged("Ana Lima would not discuss the treaty."), Strings{"Ana Lima 0 the treaty"});
  EXPECT_EQ(judged("Ana Lima met them to discuss the treaty."), Strings{});
}

TEST(JudgingVerb, DescribesNothingBeforeANoun) {
  EXPECT_EQ(judged("The union met the newly elected president after repeated failed attempts."), Strings{});
}

TEST(JudgingVerb, MayBeTakenForAParticipleByItsTag) {
  EXPECT_EQ(judged("The move comes after the European Union sanctioned Iran."),
            Strings{"the European Union - Iran"});
}

TEST(JudgingVerb, TakesANounThatItsTagDoesNotShow) {
  EXPECT_EQ(judged("Parliament voted against a \"no deal\" Brexit."),
            Strings{"Parliament - a \"no deal\" Brexit"});
}

TEST(JudgingVerb, OfAPassiveTakesWhomItsPronounStandsFor) {
  EXPECT_EQ(judged("They met Carrie Lam, who is supported by the government."),
            Strings{"the government + Carrie Lam"});
}

TEST(JudgingVerb, HoldsNothingForAThing) {
  EXPECT_EQ(judged("They made a deal with Canada that still requires approval."), Strings{});
  EXPECT_EQ(judged("They went to a dinner in Oslo sponsored by the union."),
            Strings{"the union + a dinner in Oslo"});
}

}  // namespace
}  // namespace tenor
