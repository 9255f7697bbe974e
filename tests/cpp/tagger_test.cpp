#include "tenor/syntax/tagger.h"

#include <gtest/gtest.h>

#include <random>

#include "models.h"
#include "tenor/error.h"
#include "tenor/syntax/phrases.h"

namespace tenor {
namespace {

std::string tagged(std::string_view text) {
  const Reading reading = read(text, Segmenter());
  const auto tags = shipped_tagger().tag(reading);
  std::string out;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    out += (i ? " " : "") + std::string(name(tags[i].tag));
    if (tags[i].clitic != Tag::edge) out += "+" + std::string(name(tags[i].clitic));
  }
  return out;
}

std::vector<Phrase> phrases_of(const Reading& reading, const std::vector<Tagged>& tags, const Sentence& s) {
  const std::size_t count = s.end_word - s.first_word;
  return noun_phrases(std::span(reading.words).subspan(s.first_word, count),
                      std::span(tags).subspan(s.first_word, count));
}

std::string phrases(std::string_view text) {
  const Reading reading = read(text, Segmenter());
  const auto tags = shipped_tagger().tag(reading);
  std::string out;
  for (const Sentence& s : reading.sentences)
    for (const Phrase& p : phrases_of(reading, tags, s))
      out += "[" +
             std::string(reading.of({reading.words[s.first_word + p.first].begin,
                                     reading.words[s.first_word + p.end - 1].end})) +
             "]";
  return out;
}

TEST(Tagger, TagsPlainSentences) {
  EXPECT_EQ(tagged("The minister rejected the plan."), "DT NN VBD DT NN .");
  EXPECT_EQ(tagged("She said they will not sign it."), "PRP VBD PRP MD RB VB PRP .");
  EXPECT_EQ(tagged("France's president doesn\u2019t agree."), "NNP+POS NN VBZ+RB VB .");
}

TEST(Tagger, NamesTheLineItCannotRead) {
  try {
    Tagger("tenor tagger 1\ntags NN ^\nw said VBD x\n");
    FAIL();
  } catch (const Error& e) {
    EXPECT_STREQ(e.what(), "tagger model, line 3: not a score: x");
  }
  EXPECT_THROW(Tagger(""), Error);
  EXPECT_THROW(Tagger("something else"), Error);
}

TEST(Tagger, AnyBytesHaveATagForEachWord) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::string text(random() % 200, '\0');
    for (char& c : text)
      c = static_cast<char>(round % 2 ? random() : "aB'. \"\xE2\x80\x99,n-t9\n"[random() % 15]);
    const Reading reading = read(text, Segmenter());
    const auto tags = shipped_tagger().tag(reading);
    ASSERT_EQ(tags.size(), reading.words.size());
    for (const Sentence& s : reading.sentences) phrases_of(reading, tags, s);
  }
}

TEST(Phrases, FindBaseNounPhrases) {
  EXPECT_EQ(phrases("The new French president met Ukraine's two envoys in Paris."),
            "[The new French president][Ukraine's two envoys][Paris]");
  EXPECT_EQ(phrases("He rejected a revised US peace proposal."), "[He][a revised US peace proposal]");
}

}  // namespace
}  // namespace tenor
