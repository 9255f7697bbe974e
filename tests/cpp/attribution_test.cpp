#include "tenor/voice/attribution.h"

#include <gtest/gtest.h>

#include <random>

#include "models.h"

namespace tenor {
namespace {

struct Found {
  std::string holder, cue, content;
  friend bool operator==(const Found&, const Found&) = default;
};
void PrintTo(const Found& f, std::ostream* out) {
  *out << f.holder << " | " << f.cue << " | " << f.content;
}

std::vector<Attribution> attribute(const Reading& reading) {
  const auto quoted = quotations(reading);
  return attributions(reading, lay_out(reading, shipped_tagger().tag(reading), quoted, &shipped_parser()),
                      quoted);
}

std::vector<Found> found(std::string_view text) {
  const Reading reading = read(text, Segmenter());
  std::vector<Found> out;
  for (const Attribution& a : attribute(reading)) {
    std::string content;
    for (const Span& span : a.content) (content += content.empty() ? "" : " ... ") += reading.of(span);
    out.push_back({a.holder, std::string(reading.of(a.cue[0])), content});
  }
  return out;
}

using Founds = std::vector<Found>;

TEST(Attribution, TakesAParticiplesSpeakerFromTheMainVerb) {
  EXPECT_EQ(found("The minister called for calm, warning against any provocation."),
            (Founds{{"The minister", "called for", "calm"},
                    {"The minister", "warning against", "any provocation"}}));
}

TEST(Attribution, ReadsAPassive) {
  EXPECT_EQ(found("The offer was rejected by President Ana Lima."),
            (Founds{{"Ana Lima", "rejected", "The offer"}}));
}

TEST(Attribution, ResolvesAPronounToTheLastSpeaker) {
  const auto all = found("President Ana Lima said the talks were over. She added that the army was ready.");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1], (Found{"Ana Lima", "added", "that the army was ready"}));
}

TEST(Attribution, TakesAQuotationWholeOverSentences) {
  EXPECT_EQ(found("\"It is late. We must go,\" Lima said."),
            (Founds{{"Lima", "said", "\"It is late. We must go,\""}}));
}

TEST(Attribution, TakesTheParagraphAfterAColon) {
  EXPECT_EQ(found("Lima said:\n\n\"It is late. We must go.\"\n\nIt rained."),
            (Founds{{"Lima", "said", "\"It is late. We must go.\""}}));
  EXPECT_EQ(found("Lima wrote:\n\nIt is late. We must go.\n\nIt rained."),
            (Founds{{"Lima", "wrote", "It is late. We must go."}}));
  EXPECT_EQ(found("Lima said:"), Founds{});
}

TEST(Attribution, KeepsOfClaimsInsideClaimsWhatIsSaidThere) {
  const auto depths = [](std::string_view text) {
    const Reading reading = read(text, Segmenter());
    std::vector<int> out;
    for (const Attribution& a : attribute(reading)) out.push_back(a.depth);
    return out;
  };
  EXPECT_EQ(depths("Holm said that Berg had told the council that the bridge was closed."),
            (std::vector{1, 2}));
  EXPECT_EQ(depths("Holm said that Berg accused the council of fraud."), (std::vector{1, 2}));
  // What voters want is Holm's to tell.
  EXPECT_EQ(depths("Holm said that voters want to close the bridge."), (std::vector{1}));
  EXPECT_EQ(depths("Holm said that Berg supports the plan."), (std::vector{1}));
  EXPECT_EQ(depths("Holm said that the plan was expected to fail."), (std::vector{1}));
}

TEST(Attribution, ReadsSignaturesOnTheLineAndBelow) {
  EXPECT_EQ(found("\"It is late.\"\n\n- Ana Lima"), (Founds{{"Ana Lima", "-", "\"It is late.\""}}));
  EXPECT_EQ(found("\u201CIt is late.\u201D\u00A0\u2015 Ana Lima\n\u201CWe must go.\u201D \u2015 Max Berg"),
            (Founds{{"Ana Lima", "\u2015", "\u201CIt is late.\u201D"},
                    {"Max Berg", "\u2015", "\u201CWe must go.\u201D"}}));
}

TEST(Attribution, FindsNothingWhereNobodySpeaks) {
  EXPECT_EQ(found("You know that the bridge was safe."), Founds{});
  EXPECT_EQ(found("The bridge was built in 1920 near the old port."), Founds{});
}

TEST(Attribution, AnyWordsGiveSpansInTheText) {
  std::mt19937 random(7);
  const std::vector<std::string> words{
      "said", "\"", "he",   "Lima", ",",   "the", "plan", "rejected", "by",  "who", "that",
      "and",  "of", "told", "to",   "for", ".",   "\n\n", "\u201C",   "(R)", ":",   "according to"};
  for (int round = 0; round < 800; ++round) {
    std::string text;
    for (std::size_t i = random() % 30; i > 0; --i) text += words[random() % words.size()] + " ";
    const Reading reading = read(text, Segmenter());
    for (const Attribution& a : attribute(reading)) {
      ASSERT_FALSE(a.content.empty());
      for (const auto* spans : {&a.source, &a.cue, &a.content})
        for (const Span& span : *spans) {
          ASSERT_LT(span.begin, span.end) << text;
          ASSERT_LE(span.end, text.size()) << text;
        }
    }
  }
}

}  // namespace
}  // namespace tenor
