#include "tenor/stance/finite_clause.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

std::vector<std::string> clauses(std::string_view text) {
  const LaidOut laid(text);
  const Layout& l = laid.layouts.front();
  std::vector<std::string> out;
  for (const FiniteClause& c : finite_clauses(l, {0, l.size()}))
    out.push_back((c.subject.empty() ? "-" : std::string(l.text(c.subject))) + " | " +
                  std::string(l.text({c.group, c.verb + 1})) + (c.subordinate ? " (sub)" : ""));
  return out;
}

using Strings = std::vector<std::string>;

TEST(FiniteClause, HasItsSubjectAndItsVerbGroup) {
  EXPECT_EQ(clauses("The talks were useful."), Strings{"The talks | were"});
  EXPECT_EQ(clauses("The minister has never said that."), Strings{"The minister | has never said"});
}

TEST(FiniteClause, IsOneOfSeveral) {
  EXPECT_EQ(clauses("The union left because the offer was low."),
            (Strings{"The union | left", "the offer | was (sub)"}));
}

TEST(FiniteClause, ReadsAVerbWrittenTogether) {
  EXPECT_EQ(clauses("It's a mistake."), Strings{"It's | It's"});
  EXPECT_EQ(clauses("We're leaving."), Strings{"We're | We're leaving"});
}

TEST(FiniteClause, MayHaveAClauseForItsSubject) {
  EXPECT_EQ(clauses("Leaving them to die is a mistake."), Strings{"Leaving them to die | is"});
}

TEST(FiniteClause, CopulaIsBeAlsoWhereWrittenTogether) {
  const LaidOut laid("That's it, it is.");
  EXPECT_TRUE(is_copula(laid.layouts[0], 0));
  EXPECT_FALSE(is_copula(laid.layouts[0], 1));
  EXPECT_TRUE(is_copula(laid.layouts[0], 4));
}

}  // namespace
}  // namespace tenor
