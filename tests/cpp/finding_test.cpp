#include "tenor/voice/finding.h"

#include <gtest/gtest.h>

#include "laid_out.h"

namespace tenor {
namespace {

struct Case {
  std::string_view text, source, cue, content, rule;
};
void PrintTo(const Case& c, std::ostream* out) {
  *out << c.text;
}

class Frames : public testing::TestWithParam<Case> {};

// Each rule on a sentence of its own; the words are those between source, cue and content.
TEST_P(Frames, FindsTheOnlyAttribution) {
  const Case& c = GetParam();
  const Reading reading = read(c.text, Segmenter());
  const auto quoted = quotations(reading);
  const auto layouts = lay_out(reading, shipped_tagger().tag(reading), quoted, &shipped_parser());
  ASSERT_EQ(layouts.size(), 1U);
  const auto found = find_attributions(layouts[0]);
  ASSERT_EQ(found.size(), 1U);
  const Finding& f = found[0];
  auto words = [&](Range range) { return range.empty() ? std::string_view() : layouts[0].text(range); };
  EXPECT_EQ(words(f.source), c.source);
  EXPECT_EQ(words(f.cue), c.cue);
  std::string content(words(f.content));
  if (f.resumed) content += " ... " + std::string(words(*f.resumed));
  EXPECT_EQ(content, c.content);
  EXPECT_EQ(f.rule, c.rule);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, Frames,
    testing::Values(
        Case{"Activists living in Lima say the dam is a danger.", "Activists living in Lima", "say",
             "the dam is a danger", "clause without that"},
        Case{"Ana Lima, a judge who lives in Oslo, said that the case was over.",
             "Ana Lima, a judge who lives in Oslo", "said", "that the case was over", "that-clause"},
        Case{"As Ana Lima said, the dam was a danger.", "Ana Lima", "said", "the dam was a danger",
             "as-clause"},
        Case{"The judge saw the law as a threat.", "The judge", "saw", "the law as a threat",
             "object and as"},
        Case{"The minister was expected to resign.", "", "expected", "The minister ... to resign",
             "passive without an agent"},
        Case{"The mayor is confident that the bridge is safe.", "The mayor", "is confident",
             "that the bridge is safe", "adjective and complement"},
        Case{"The town heard his claim that the bridge was safe.", "his", "claim", "that the bridge was safe",
             "noun and that-clause"},
        Case{"The women say officers still scrutinize the area.", "The women", "say",
             "officers still scrutinize the area", "clause without that"},
        Case{"Some advocates for research said that overlooked the benefits of cures.",
             "Some advocates for research", "said", "that overlooked the benefits of cures", "that-clause"},
        Case{"The solution, the partner told them, was simple.", "the partner", "told",
             "The solution ... was simple", "clausal complement"},
        Case{"Dylann Roe was accused of killing nine people.", "", "accused of",
             "Dylann Roe ... killing nine people", "passive without an agent"},
        Case{"The town was known as a resort.", "", "known as", "The town ... a resort",
             "passive without an agent"},
        Case{"Ana Lima, who lives in Oslo, said that the case was over.", "Ana Lima", "said",
             "that the case was over", "that-clause"},
        Case{"Ana Lima: The bridge must stay.", "Ana Lima", ":", "The bridge must stay", "label"},
        Case{"In a new poll, Ana Lima leads.", "a new poll", "In", "Ana Lima leads", "in a poll"},
        Case{"In her view, the bridge was safe.", "her", "view", "the bridge was safe",
             "in somebody's words"},
        Case{"Ana Lima took aim at the council.", "Ana Lima", "took aim at", "the council",
             "verb and preposition"},
        Case{"A committee aide blasted the statement.", "A committee aide", "blasted", "the statement",
             "object"},
        Case{"Patient advocacy groups note that the bridge is safe.", "Patient advocacy groups", "note",
             "that the bridge is safe", "that-clause"},
        Case{"The ministry declined to comment.", "The ministry", "declined", "to comment", "infinitive"},
        Case{"Clinton apologized last week to the council for the noise.", "Clinton", "apologized",
             "the noise", "verb and preposition"},
        Case{"Ana Lima lashed out at the council.", "Ana Lima", "lashed out at", "the council",
             "verb and preposition"},
        Case{"The bill, which Lima called dead, was signed.", "Lima", "called", "which ... dead",
             "relative clause"},
        Case{"They got everything they wanted.", "they", "wanted", "everything", "relative clause"},
        Case{"She went on to attack the council.", "She", "attack", "the council", "object"},
        Case{"They're fond of the mayor.", "They're", "fond of", "the mayor", "adjective and complement"},
        Case{"They have made the case that the bridge is safe.", "They", "case", "that the bridge is safe",
             "noun and that-clause"},
        Case{"To many voters, the plan was dead on arrival.", "many voters", "To",
             "the plan was dead on arrival", "for somebody"},
        Case{"In a poll released on Sunday, Lima leads by four points.", "a poll released on Sunday", "In",
             "Lima leads by four points", "in a poll"},
        Case{"Ana Lima, in an interview on Friday, said that the case was over.", "Ana Lima", "said",
             "that the case was over", "that-clause"},
        Case{"Lima blamed the council after the bridge had fallen.", "Lima", "blamed", "the council",
             "object"},
        Case{"Lima praised Berg on the radio: \"He was one of the best.\"", "Lima", "praised",
             "Berg on the radio: \"He was one of the best.\"", "object"},
        Case{"Lima said nothing about the bridge.", "Lima", "said", "nothing about the bridge", "object"},
        Case{"The council voted to close the bridge.", "The council", "voted", "to close the bridge",
             "infinitive"},
        Case{"Both vowed that the bridge would stay.", "Both", "vowed", "that the bridge would stay",
             "that-clause"},
        Case{"Most oppose the plan.", "Most", "oppose", "the plan", "object"},
        Case{"The council has been warning that the bridge is closed.", "The council", "warning",
             "that the bridge is closed", "that-clause"},
        Case{"Lima will oppose the plan.", "Lima", "oppose", "the plan", "object"},
        Case{"The mayor distanced himself from the plan.", "The mayor", "distanced himself from", "the plan",
             "verb and preposition"},
        Case{"The council came out against the bridge.", "The council", "came out against", "the bridge",
             "verb and preposition"},
        Case{"Voters supporting the plan marched.", "Voters", "supporting", "the plan", "object"},
        Case{"Lima described how far the bridge had sunk.", "Lima", "described",
             "how far the bridge had sunk", "indirect question"},
        Case{"The firm reported spending a million on ads.", "The firm", "reported",
             "spending a million on ads", "gerund"},
        Case{"Lima called the speech a \"moment\" for Berg.", "Lima", "called",
             "the speech a \"moment\" for Berg", "object"},
        Case{"The council hailed the move as a step for Oslo.", "The council", "hailed",
             "the move as a step for Oslo", "object"},
        Case{"Lima endorsed the mayor at a rally in Oslo.", "Lima", "endorsed", "the mayor", "object"},
        Case{"Lima praised the bridge, which had been built by Berg.", "Lima", "praised", "the bridge",
             "object"},
        Case{"The chairman was said to be furious.", "", "said", "The chairman ... to be furious",
             "passive without an agent"},
        Case{"No bridges were deemed unsafe.", "", "deemed", "No bridges ... unsafe",
             "passive without an agent"},
        Case{"She is best known for a bridge.", "", "known for", "She ... a bridge",
             "passive without an agent"},
        Case{"The poll found better support for Lima.", "The poll", "found", "better support for Lima",
             "object"},
        Case{"He found the gesture appropriate.", "He", "found", "the gesture appropriate", "object"},
        Case{"Lima tried to defend the plan.", "Lima", "defend", "the plan", "object"},
        Case{"Lima cast Berg as offering a plan that was dead.", "Lima", "cast",
             "Berg as offering a plan that was dead", "object and as"},
        Case{"He'd endorsed the plan.", "He'd", "endorsed", "the plan", "object"},
        Case{"There were fears that the bridge would fall.", "", "fears", "that the bridge would fall",
             "noun and that-clause"},
        Case{"\"It is late,\" said Ana Lima, 34, a nurse from Oslo.", "Ana Lima, 34, a nurse from Oslo",
             "said", "\"It is late,\"", "content before an inverted verb"}),
    [](const auto& each) { return std::to_string(each.index); });

TEST(Finding, TakesNoPlaceForASource) {
  const LaidOut text("The mayor slept in a poll station. The boat was delayed by a week.");
  for (const Layout& layout : text.layouts) EXPECT_TRUE(find_attributions(layout).empty());
}

TEST(Finding, TakesWhatSomebodyWouldNotSayForARefusal) {
  const LaidOut text("The mayor would not discuss the plan.");
  const auto found = find_attributions(text.layouts[0]);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text.layouts[0].text(found[0].cue), "discuss");
}

TEST(Finding, TakesNoDutyForAReport) {
  const LaidOut text("The council is supposed to leave. The work is slated to end.");
  for (const Layout& layout : text.layouts) EXPECT_TRUE(find_attributions(layout).empty());
}

TEST(Finding, TakesNoTimeForSomebodysView) {
  const LaidOut text("For two weeks, the bridge was closed.");
  EXPECT_TRUE(find_attributions(text.layouts[0]).empty());
}

TEST(Finding, LeavesOutWhatIsOnlyHypothetical) {
  const Reading reading = read("The mayor would support the plan.", Segmenter());
  const auto layouts = lay_out(reading, shipped_tagger().tag(reading), {}, &shipped_parser());
  EXPECT_TRUE(find_attributions(layouts[0]).empty());
}

}  // namespace
}  // namespace tenor
