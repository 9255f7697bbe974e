#include "tenor/stance/evaluation.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

// All of the sentence is somebody's words.
std::vector<std::string> evaluations(std::string_view text) {
  const LaidOut laid(text);
  const Layout& l = laid.layouts.front();
  std::vector<std::string> out;
  for (const Judgement& j : find_evaluations(l, {{0, l.size()}}, nullptr))
    out.push_back((j.sign > 0 ? "+ " : j.sign < 0 ? "- " : "? ") + std::string(l.text(j.target)));
  return out;
}

using Strings = std::vector<std::string>;

TEST(Evaluation, OfWhatMustBeDone) {
  EXPECT_EQ(evaluations("They must leave the country."), Strings{"+ leave the country."});
  EXPECT_EQ(evaluations("They should not sign."), Strings{"- sign."});
  EXPECT_EQ(evaluations("Its status must be maintained."), Strings{"+ Its status"});
}

TEST(Evaluation, OfWhatMustEnd) {
  EXPECT_EQ(evaluations("The war must be stopped."), Strings{"- The war"});
}

TEST(Evaluation, OfWhatIsNeededOrAimedAt) {
  EXPECT_EQ(evaluations("What we need is a ceasefire."), Strings{"+ a ceasefire"});
  EXPECT_EQ(evaluations("Our priority is to find them."), Strings{"+ find them."});
}

TEST(Evaluation, OfThoseTheSpeakerIsWith) {
  EXPECT_EQ(evaluations("We are with the families."), Strings{"+ the families"});
  EXPECT_EQ(evaluations("My thoughts go to the families."), Strings{"+ the families"});
}

TEST(Evaluation, NothingOfWhatBefallsSomebody) {
  EXPECT_EQ(evaluations("\"The town was destroyed.\""), Strings{});
}

TEST(Evaluation, OfWhatSpeakersWillDo) {
  EXPECT_EQ(evaluations("We will sign the treaty."), Strings{"+ sign the treaty."});
  EXPECT_EQ(evaluations("They will sign the treaty."), Strings{});
}

TEST(Evaluation, OfWhatAQuotationTellsToDo) {
  EXPECT_EQ(evaluations("\"Don't sign the treaty.\""), Strings{"- sign the treaty."});
}

TEST(Evaluation, OfTheSubjectIsLeftOpen) {
  EXPECT_EQ(evaluations("The treaty is a mistake."), Strings{"? The treaty"});
  EXPECT_EQ(evaluations("The treaty followed."), Strings{});
  EXPECT_EQ(evaluations("\"The treaty followed.\""), Strings{"? The treaty"});
}

TEST(Evaluation, NothingOfWhatThereIs) {
  EXPECT_EQ(evaluations("\"There is severe flooding.\""), Strings{});
}

}  // namespace
}  // namespace tenor
