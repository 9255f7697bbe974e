#include "tenor/voice/cues.h"

#include <gtest/gtest.h>

#include "tenor/error.h"

namespace tenor {
namespace {

std::string lemma(std::string_view form) {
  const auto* found = Cues::english().find(form);
  return found ? found->front()->lemma : "";
}

TEST(Cues, KnowTheFormsOfAVerb) {
  for (const char* form : {"say", "says", "said", "saying"}) EXPECT_EQ(lemma(form), "say") << form;
  for (const char* form : {"deny", "denies", "denied", "denying"}) EXPECT_EQ(lemma(form), "deny") << form;
  for (const char* form : {"admit", "admits", "admitted", "admitting"})
    EXPECT_EQ(lemma(form), "admit") << form;
  for (const char* form : {"slam", "slams", "slammed", "slamming"}) EXPECT_EQ(lemma(form), "slam") << form;
  for (const char* form : {"criticize", "criticizes", "criticized", "criticizing"})
    EXPECT_EQ(lemma(form), "criticize") << form;
  for (const char* form : {"tells", "told", "wrote", "written", "thought", "sought", "began", "beginning"})
    EXPECT_NE(lemma(form), "") << form;
  EXPECT_EQ(lemma("table"), "");
}

TEST(Cues, HaveFramesAndStances) {
  const Cue& reject = *Cues::english().find("rejected")->front();
  EXPECT_EQ(reject.to_object, -1);
  EXPECT_TRUE(reject.frames & object);
  EXPECT_FALSE(reject.frames & says);
  const Cue& warn = *Cues::english().find("warned")->front();
  EXPECT_EQ(warn.prepositions, (std::vector<std::string>{"against", "of", "about"}));
  EXPECT_EQ(warn.to_content, -1);
}

TEST(Cues, RefuseAListThatCannotBeRead) {
  EXPECT_THROW(Cues("say nonsense 0 0 s"), Error);
  EXPECT_THROW(Cues("say statement 0 0 x"), Error);
}

}  // namespace
}  // namespace tenor
