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

TEST(Target, RefusesAnAliasWithoutAWord) {
  EXPECT_THROW(TargetMatcher({{"treaty", {" "}}}, Segmenter()), Error);
}

}  // namespace
}  // namespace tenor
