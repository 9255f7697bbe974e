#include "tenor/stance/tree_arguments.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

std::size_t at(const Layout& l, std::string_view word) {
  for (std::size_t i = 0; i < l.size(); ++i)
    if (l.word(i) == word) return i;
  return l.size();
}

std::string phrase(const Layout& l, std::size_t head) {
  return head == Arcs::none ? "" : std::string(l.text(phrase_of(l, head)));
}

std::string agent(std::string_view text, std::string_view verb) {
  const LaidOut laid(text);
  const Layout& l = laid.layouts.front();
  return phrase(l, agent_by_tree(l, at(l, verb)).head);
}

std::string object(std::string_view text, std::string_view verb) {
  const LaidOut laid(text);
  const Layout& l = laid.layouts.front();
  return phrase(l, object_by_tree(l, at(l, verb)));
}

TEST(TreeArguments, AgentIsFoundThroughTheTree) {
  EXPECT_EQ(agent("The union rejected the offer.", "rejected"), "The union");
  EXPECT_EQ(agent("The union refused to sign the offer.", "sign"), "The union");
  EXPECT_EQ(agent("The offer was rejected by the union.", "rejected"), "the union");
  EXPECT_EQ(agent("Ana Lima praised the workers who rejected the offer.", "rejected"), "the workers");
  EXPECT_EQ(agent("Ana Lima urged the workers to reject the offer.", "reject"), "the workers");
}

TEST(TreeArguments, ObjectIsFoundBeforeAndAfterItsVerb) {
  EXPECT_EQ(object("The union rejected the offer of the firm.", "rejected"), "the offer of the firm");
  EXPECT_EQ(object("The offer was rejected by the union.", "rejected"), "The offer");
  EXPECT_EQ(object("The offer which the union rejected was small.", "rejected"), "The offer");
  EXPECT_EQ(object("The union slept.", "slept"), "");
}

TEST(TreeArguments, PartsTheJoined) {
  const LaidOut laid("The union and its leaders rejected the offer.");
  const Layout& l = laid.layouts.front();
  const auto parts = joined_phrases(l, {0, 5});
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(l.text(parts[0]), "The union");
  EXPECT_EQ(l.text(parts[1]), "its leaders");
  EXPECT_EQ(joined_phrases(l, {6, 8}).size(), 1U);
}

TEST(TreeArguments, StayWithinAnySentence) {
  for (const std::string_view text : {"who which that", "\"\" , and by", "Said he said she said, they said.",
                                      "to be or not to be by the by"}) {
    const LaidOut laid(text);
    for (const Layout& l : laid.layouts)
      for (std::size_t i = 0; i < l.size(); ++i) {
        for (const std::size_t head : {agent_by_tree(l, i).head, object_by_tree(l, i)})
          EXPECT_TRUE(head == Arcs::none || head < l.size());
        EXPECT_LE(phrase_of(l, i).end, l.size());
        EXPECT_FALSE(joined_phrases(l, {i, i + 1}).empty());
      }
  }
}

}  // namespace
}  // namespace tenor
