#include "tenor/voice/subject.h"

#include <gtest/gtest.h>

#include "told.h"

namespace tenor {
namespace {

TEST(Subject, IsWhoIssuedThePaperThatSpeaks) {
  EXPECT_EQ(told("Ana Lima issued a statement saying that the bridge was safe.", "that-clause"),
            "Ana Lima | saying | that the bridge was safe");
}

TEST(Subject, IsWhomAWordRepeats) {
  EXPECT_EQ(told("Ana Lima and Max Berg both said that the bridge was safe.", "that-clause"),
            "Ana Lima and Max Berg | said | that the bridge was safe");
}

TEST(Subject, OfAParticipleBehindAQuotationIsTheVerbsBefore) {
  const LaidOut laid("Lima told voters that it was ''overblown,'' adding that the bridge was safe.");
  const auto found = find_attributions(laid.layouts[0]);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(laid.layouts[0].text(found[1].source), "Lima");
}

TEST(Subject, BehindAQuotationIsNotWhomItIsToldTo) {
  EXPECT_EQ(told("\"It is late,\" a clerk, who was tired, told Oslo News.", "content before the subject"),
            "a clerk | told | \"It is late,\"");
}

TEST(Subject, HasWithItWhatSaysWhichOneItIs) {
  EXPECT_EQ(told("\"It is late,\" said a clerk who was not named.", "content before an inverted verb"),
            "a clerk who was not named | said | \"It is late,\"");
  EXPECT_EQ(told("\"It is late,\" said Ana Lima, 34, of Oslo.", "content before an inverted verb"),
            "Ana Lima, 34, of Oslo | said | \"It is late,\"");
  EXPECT_EQ(told("\"It is late,\" said Ana Lima, then a nurse.", "content before an inverted verb"),
            "Ana Lima, then a nurse | said | \"It is late,\"");
}

}  // namespace
}  // namespace tenor
