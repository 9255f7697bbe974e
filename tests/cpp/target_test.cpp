#include "tenor/stance/target.h"

#include <gtest/gtest.h>

#include "laid_out.h"
#include "tenor/error.h"

namespace tenor {
namespace {

using Strings = std::vector<std::string>;

Strings mentions(std::string_view text, std::vector<TargetList> targets) {
  const LaidOut laid(text);
  const TargetMatcher matcher(std::move(targets), Segmenter());
  Strings out;
  for (const Layout& l : laid.layouts)
    for (const Mention& m : matcher.mentions(l))
      out.push_back(matcher.name(m.target) + ": " + std::string(l.text(m.words)));
  return out;
}

TEST(Target, FindsAliasesInAnyCaseAndNumber) {
  EXPECT_EQ(mentions("The Peace Accords and the accord's terms.", {{"treaty", {"accord", "peace accord"}}}),
            (Strings{"treaty: Peace Accords", "treaty: accord's"}));
}

TEST(Target, FindsRegularExpressions) {
  const std::vector<TargetList> plan{{"plan", {"/(28|19)-point (peace )?plan/"}}, {"peace", {}}};
  EXPECT_EQ(mentions("The 28-point peace plan and a 19-Point Plan for peace.", plan),
            (Strings{"plan: 28-point peace plan", "plan: 19-Point Plan", "peace: peace"}));
  EXPECT_EQ(mentions("Vaccinations and vaccines.", {{"vaccines", {"/\\bvaccin\\w*/"}}}),
            (Strings{"vaccines: Vaccinations", "vaccines: vaccines"}));
}

TEST(Target, RefusesRegularExpressionsThatCannotBeRead) {
  EXPECT_THROW(TargetMatcher({{"plan", {"/(28-point/"}}}, Segmenter()), Error);
  EXPECT_THROW(TargetMatcher({{"plan", {"/x*/"}}}, Segmenter()), Error);
  EXPECT_THROW(TargetMatcher({{"plan", {"//"}}}, Segmenter()), Error);
}

TEST(Target, RefusesAnAliasOfTwoTargets) {
  EXPECT_THROW(TargetMatcher({{"plan", {"US plan"}}, {"other", {"us plans"}}}, Segmenter()), Error);
  EXPECT_NO_THROW(TargetMatcher({{"plan", {"US plan", "plan"}}, {"other", {"plan B"}}}, Segmenter()));
}

TEST(Target, OfMentionsThatOverlapTheLongerIsTaken) {
  const std::vector<TargetList> targets{{"Trump", {"Donald Trump"}},
                                        {"policy", {"Trump administration policy"}}};
  EXPECT_EQ(mentions("The Donald Trump administration policy.", targets),
            (Strings{"policy: Trump administration policy"}));
  EXPECT_EQ(mentions("A US plan B.", {{"plan B", {}}, {"plan", {"US plan"}}}), (Strings{"plan: US plan"}));
}

TEST(Target, RefusesAnExpressionThatTakesAnAliasOfAnother) {
  const auto refused = [](std::vector<TargetList> targets) {
    try {
      const TargetMatcher matcher(std::move(targets), Segmenter());
    } catch (const Error& e) {
      return std::string(e.what());
    }
    return std::string();
  };
  const std::string said = refused({{"plan", {"/(peace )?plan/"}}, {"deal", {"Peace Plan"}}});
  EXPECT_EQ(said, "targets \"plan\" and \"deal\" share the alias \"Peace Plan\"; leave it to one of them");
  EXPECT_NE(refused({{"plan", {"/plans?/"}}, {"deal", {"/plans?/"}}}), "");
  EXPECT_NE(refused({{"deal", {}}, {"plan", {"/deal|plan/"}}}), "");
  EXPECT_EQ(refused({{"plan", {"/plans?/", "the plans", "plan"}}, {"deal", {"peace plan"}}}), "");
}

TEST(Target, RefusesAnAliasWithoutAWord) {
  EXPECT_THROW(TargetMatcher({{"treaty", {" "}}}, Segmenter()), Error);
}

}  // namespace
}  // namespace tenor
