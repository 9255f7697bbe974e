#include "tenor/voice/introduction.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

// Source and cue of the attribution of the quotation in a text, and the rule that made it.
std::string introduced(std::string_view text) {
  const LaidOut laid(text);
  for (const Layout& l : laid.layouts)
    for (const Finding& f : find_attributions(l))
      if (f.rule == "quotation introduced")
        return std::string(l.text(f.source)) + " | " + std::string(l.text(f.cue)) + " | " +
               std::string(l.text(f.content));
  return "";
}

TEST(Introduction, GivesAQuotationToTheSubjectBeforeItsColon) {
  EXPECT_EQ(introduced("Ana Lima turned to the crowd again: \"The bridge must stay.\""),
            "Ana Lima | turned | \"The bridge must stay.\"");
  EXPECT_EQ(introduced("Mary Quant met the press in 2002: \"The bridge was ours. It stood.\""),
            "Mary Quant | met | \"The bridge was ours.");
}

TEST(Introduction, GivesItToTheNameAtTheColon) {
  EXPECT_EQ(introduced("And more from Ana Lima: \"The bridge must stay.\""),
            "Ana Lima | : | \"The bridge must stay.\"");
}

TEST(Introduction, TakesACommaOnlyBeforeAWholeSentence) {
  EXPECT_EQ(introduced("Senator Ana Lima appeared on the radio, \"This is going to lead to war.\""),
            "Senator Ana Lima | appeared | \"This is going to lead to war.\"");
  EXPECT_EQ(introduced("Ana Lima starred in her show, \"The Bridge\"."), "");
}

TEST(Introduction, LeavesAQuotationToTheVerbThatHasIt) {
  EXPECT_EQ(introduced("Ana Lima said: \"The bridge must stay.\""), "");
}

}  // namespace
}  // namespace tenor
