#include "tenor/voice/retagging.h"

#include <gtest/gtest.h>

#include "models.h"

namespace tenor {
namespace {

// The tags of a sentence after its tree has corrected them.
std::string corrected(std::string_view text) {
  const Reading reading = read(text, Segmenter());
  const auto layouts = lay_out(reading, shipped_tagger().tag(reading), {}, &shipped_parser(), Parsed::all);
  std::string out;
  for (std::size_t i = 0; i < layouts[0].size(); ++i)
    out += (i ? " " : "") + std::string(name(layouts[0].tag(i)));
  return out;
}

TEST(Retagging, MakesVerbsOfNounsWhereTheTreeHasThem) {
  EXPECT_EQ(corrected("The groups note that the bridge is safe."), "DT NNS VBP IN DT NN VBZ JJ .");
  EXPECT_EQ(corrected("The ministry declined to comment."), "DT NN VBD TO VB .");
}

TEST(Retagging, LeavesPlainSentencesAlone) {
  EXPECT_EQ(corrected("The minister rejected the plan."), "DT NN VBD DT NN .");
}

}  // namespace
}  // namespace tenor
