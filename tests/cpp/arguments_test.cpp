#include "tenor/stance/arguments.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

std::size_t at(const Layout& l, std::string_view word) {
  for (std::size_t i = 0; i < l.size(); ++i)
    if (l.word(i) == word) return i;
  return l.size();
}

std::string agent(std::string_view text, std::string_view verb) {
  const LaidOut laid(text);
  const Layout& l = laid.layouts.front();
  const Range r = agent_of(l, at(l, verb));
  return r.empty() ? "" : std::string(l.text(r));
}

TEST(Arguments, AgentIsTheSubjectOfTheVerbOrOfTheOneAboveIt) {
  EXPECT_EQ(agent("The union rejected the offer.", "rejected"), "The union");
  EXPECT_EQ(agent("The union refused to sign the offer.", "sign"), "The union");
  EXPECT_EQ(agent("Ana Lima accused the government of undermining the treaty.", "undermining"),
            "the government");
  EXPECT_EQ(agent("Ana Lima posted a message blaming Peru.", "blaming"), "Ana Lima");
}

TEST(Arguments, ConjunctsAreWholeNounPhrases) {
  const LaidOut laid("She praised the ban and the fines.");
  const Layout& l = laid.layouts.front();
  const auto parts = conjuncts(l, object_at(l, 2, l.size()));
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(l.text(parts[0]), "the ban");
  EXPECT_EQ(l.text(parts[1]), "the fines");
}

TEST(Arguments, AParticipleWithAnObjectIsAPastTense) {
  const LaidOut laid("The offer was rejected. The union rejected the offer.");
  EXPECT_TRUE(is_passive_verb(laid.layouts[0], 3));
  EXPECT_FALSE(is_passive_verb(laid.layouts[1], 2));
}

}  // namespace
}  // namespace tenor
