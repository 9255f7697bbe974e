#include "tenor/syntax/parser.h"

#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "models.h"
#include "tenor/error.h"

namespace tenor {
namespace {

// "word relation head" of each word.
std::string tree(std::string_view text) {
  const Parse parse = shipped_parser().parse(read(text, Segmenter()));
  std::string out;
  for (std::size_t s = 0; s < parse.sentences(); ++s)
    for (std::size_t i = parse.starts[s]; i < parse.starts[s + 1]; ++i) {
      const Dependent& word = parse.words[i];
      out += std::string(word.span.of(text)) + " " + std::string(name(word.relation));
      if (!word.is_root()) out += " " + std::string(parse.words[parse.starts[s] + word.head].span.of(text));
      out += "; ";
    }
  return out;
}

bool is_whole(const Dependent* words, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t at = i;
    for (std::size_t steps = 0; !words[at].is_root(); at = words[at].head)
      if (words[at].head >= count || ++steps > count) return false;
  }
  return true;
}

TEST(Parser, ParsesPlainSentences) {
  EXPECT_EQ(tree("The minister said the plan failed."),
            "The det minister; minister nsubj said; said root; the det plan; plan nsubj failed; "
            "failed ccomp said; . punct said; ");
  EXPECT_EQ(tree("He didn't sign it."),
            "He nsubj sign; did aux sign; n't advmod sign; sign root; it obj sign; . punct sign; ");
}

TEST(Parser, CountsWordsOfTheSegmenterToo) {
  const std::string_view text = "Ukraine's president rejected the 28-point plan.";
  const Reading reading = read(text, Segmenter());
  const auto words = shipped_parser().parse_words(reading);
  ASSERT_EQ(words.size(), reading.words.size());
  EXPECT_EQ(words[0].relation, Relation::nmod_poss);
  EXPECT_EQ(words[0].head, 1U);
  EXPECT_EQ(words[1].relation, Relation::nsubj);
  EXPECT_EQ(words[1].head, 2U);
  EXPECT_TRUE(words[2].is_root());
  EXPECT_EQ(words[4].span.of(text), "28-point");
  EXPECT_EQ(words[4].head, 5U);
  EXPECT_EQ(words[5].relation, Relation::obj);
}

TEST(Parser, HangsMarksOnTheirRun) {
  const Reading reading = read("Never again!!! Stop.", Segmenter());
  const auto words = shipped_parser().parse_words(reading);
  ASSERT_EQ(reading.words.size(), 7U);
  EXPECT_EQ(words[3].relation, Relation::punct);
  EXPECT_EQ(words[3].head, 2U);
  EXPECT_EQ(words[4].head, 3U);
}

TEST(Parser, ReadsNothing) {
  EXPECT_EQ(shipped_parser().parse(read("", Segmenter())).sentences(), 0U);
  EXPECT_TRUE(shipped_parser().parse_words(read(" \n ", Segmenter())).empty());
  EXPECT_TRUE(shipped_parser().parse_sentence({}).heads.empty());
}

TEST(Parser, MakesTreesOfAnyBytes) {
  std::mt19937 random(5);
  std::uniform_int_distribution<int> byte(0, 255), kind(0, 3);
  for (int round = 0; round < 25; ++round) {
    std::string text;
    for (int i = 0; i < 400; ++i)
      text.push_back(kind(random) == 0 ? static_cast<char>(byte(random))
                                       : "ab c-d'e.,5$ \xE2"[byte(random) % 15]);
    const Reading reading = read(text, Segmenter());
    const Parse parse = shipped_parser().parse(reading);
    const auto words = shipped_parser().parse_words(reading);
    for (std::size_t s = 0; s < parse.sentences(); ++s) {
      ASSERT_TRUE(is_whole(parse.words.data() + parse.starts[s], parse.starts[s + 1] - parse.starts[s]));
      const Sentence& sentence = reading.sentences[s];
      ASSERT_TRUE(is_whole(words.data() + sentence.first_word, sentence.end_word - sentence.first_word));
    }
  }
}

TEST(Parser, ParsesLongSentencesInStretches) {
  std::vector<std::string_view> words;
  for (int i = 0; i < 10'000; ++i) words.push_back(i % 7 == 6 ? "," : i % 2 ? "said" : "he");
  const SentenceTree tree = shipped_parser().parse_sentence(words);
  ASSERT_EQ(tree.heads.size(), words.size());
  EXPECT_EQ(std::count(tree.heads.begin(), tree.heads.end(), 0U), 1);
  EXPECT_GE(std::count(tree.relations.begin(), tree.relations.end(), Relation::parataxis), 10'000 / 250 - 1);
}

TEST(Parser, IsTheSameInEveryThread) {
  const std::string_view text =
      "The minister, a lawyer, told reporters that the plan had failed. Nobody agreed.";
  const Reading reading = read(text, Segmenter());
  const auto alone = shipped_parser().parse_words(reading);
  std::vector<int> same(4, 0);
  std::vector<std::thread> threads;
  for (int& s : same)
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i) {
        const auto found = shipped_parser().parse_words(reading);
        for (std::size_t w = 0; w < found.size(); ++w)
          s += found[w].head == alone[w].head && found[w].relation == alone[w].relation;
      }
    });
  for (std::thread& t : threads) t.join();
  for (const int s : same) EXPECT_EQ(s, static_cast<int>(5 * alone.size()));
}

TEST(Parser, RefusesWhatIsNoModel) {
  const std::string model = shipped("parser_en.bin");
  EXPECT_THROW(Parser(""), Error);
  EXPECT_THROW(Parser("tenor tagger 1\n"), Error);
  EXPECT_THROW(Parser("tenor parser 1\nend\n"), Error);
  EXPECT_THROW(Parser(std::string_view(model).substr(0, model.size() / 2)), Error);
  EXPECT_THROW(Parser(model + "x"), Error);
}

}  // namespace
}  // namespace tenor
