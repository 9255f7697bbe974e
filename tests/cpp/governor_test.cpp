#include "tenor/stance/governor.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

std::vector<std::string> governed(std::string_view text) {
  const LaidOut laid(text);
  const Layout& l = laid.layouts.front();
  std::vector<std::string> out;
  for (const Judgement& j : find_governed(l))
    out.push_back(std::string(l.text(j.holder)) + (j.sign > 0 ? " + " : " - ") +
                  std::string(l.text(j.target)));
  return out;
}

using Strings = std::vector<std::string>;

TEST(Governor, TakesItsHolderFromTheVerbThatCarriesIt) {
  EXPECT_EQ(governed("The union expressed support for the plan."), Strings{"The union + the plan"});
  EXPECT_EQ(governed("The union is not critical of the plan."), Strings{"The union + the plan"});
  EXPECT_EQ(governed("The union faced opposition to the plan."), Strings{});
}

TEST(Governor, TakesItsHolderFromWhoHasIt) {
  EXPECT_EQ(governed("The union's opposition to the plan grew."), Strings{"The union's - the plan"});
  EXPECT_EQ(governed("Criticism of the plan by the union grew."), Strings{"the union - the plan"});
}

TEST(Governor, NamesWhoJudges) {
  EXPECT_EQ(governed("The party was founded by supporters of the king."),
            Strings{"supporters of the king + the king"});
  EXPECT_EQ(governed("Ana Lima was an early supporter of democracy."), Strings{"Ana Lima + democracy"});
}

TEST(Governor, StandsBeforeTheSentence) {
  EXPECT_EQ(governed("In support of the plan, the union marched."), Strings{"the union + the plan"});
}

}  // namespace
}  // namespace tenor
