#include "tenor/voice/nesting.h"

#include <gtest/gtest.h>

#include "told.h"

namespace tenor {
namespace {

using Strings = std::vector<std::string>;

Strings cues(std::string_view text) {
  return parts(text, &Finding::cue);
}

TEST(Nesting, KeepsWhatIsSaidInsideAnothersWords) {
  EXPECT_EQ(cues("Holm said that Berg accused the council of fraud."), (Strings{"said", "accused"}));
  EXPECT_EQ(cues("Holm said that Berg denied that the bridge was closed."), (Strings{"said", "denied"}));
}

TEST(Nesting, LeavesWhatOthersAreSaidToWantToTheSpeaker) {
  EXPECT_EQ(cues("Ana Lima said voters want a bridge."), Strings{"said"});
  EXPECT_EQ(cues("Ana Lima said that Berg supports the plan."), Strings{"said"});
  EXPECT_EQ(cues("Voters want a bridge, Ana Lima said."), Strings{"said"});
}

TEST(Nesting, KeepsAClauseBesideTheWords) {
  EXPECT_EQ(cues("Ana Lima said the bridge was closed, but Berg supports the plan."),
            (Strings{"said", "supports"}));
}

TEST(Nesting, GivesNobodyTheWordsTheyBlameOthersFor) {
  EXPECT_EQ(cues("Lima criticized Berg for accusing the council of fraud."), Strings{"criticized"});
}

TEST(Nesting, JoinsACueToTheInfinitiveItTakes) {
  EXPECT_EQ(cues("Lima refused to say that the bridge was closed."), Strings{"refused to say"});
}

TEST(Nesting, TakesAStatementForWhatItSays) {
  EXPECT_EQ(cues("Lima issued a statement saying that the bridge was closed."), Strings{"saying"});
  EXPECT_EQ(cues("Lima issued a statement."), Strings{"issued"});
}

TEST(Nesting, KeepsAllWhereToldTo) {
  const LaidOut text("Ana Lima said that Berg supports the plan.");
  EXPECT_EQ(find_attributions(text.layouts[0], Nested::all).size(), 2U);
}

}  // namespace
}  // namespace tenor
