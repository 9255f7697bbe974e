#include "tenor/terms/merging.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tenor/terms/vocabulary.h"

namespace tenor {
namespace {

// Sequences of one to three words, each of which was seen in so many documents; some only as a beginning.
struct Counts {
  std::vector<Tally> tallies;
  std::map<std::string, std::uint32_t> expected;
  std::vector<std::map<std::string, std::uint32_t>> terms;  // of each tally, by text

  void add(std::size_t tally, const std::vector<std::string>& words, std::uint32_t documents) {
    Tally& into = tallies[tally];
    std::uint32_t term = WordIndex::none;
    std::string text;
    for (const std::string& word : words) {
      const std::uint32_t id = into.words.insert(word);
      into.seen_words.resize(into.words.size());
      term = term == WordIndex::none ? id : into.grams.insert(GramIndex::pair(term, id));
      text += (text.empty() ? "" : " ") + word;
    }
    into.seen(term).documents += documents;
    terms[tally][text] = term;
    if (documents != 0) expected[text] += documents;
  }
};

Counts random_counts_of_terms(std::size_t tallies, unsigned seed) {
  std::mt19937 random(seed);
  Counts counts;
  const std::vector<std::string> stops{"the", "a"};
  for (std::size_t t = 0; t < tallies; ++t) counts.tallies.emplace_back(stops);
  counts.terms.resize(tallies);
  for (int i = 0; i < 400; ++i) {
    std::vector<std::string> words(1 + random() % 3);
    for (std::string& word : words)
      word = std::string(1 + random() % 13, static_cast<char>('a' + random() % 3)) +
             (random() % 9 == 0 ? "\u00e9" : "");
    counts.add(random() % tallies, words, static_cast<std::uint32_t>(random() % 3));
  }
  return counts;
}

TEST(Merging, GivesTheTermsOfAllInOrder) {
  for (const std::size_t tallies : {1U, 2U, 3U, 7U}) {
    Counts counts = random_counts_of_terms(tallies, static_cast<unsigned>(tallies));
    Merged merged = merge(std::move(counts.tallies));
    ASSERT_EQ(merged.terms.size(), counts.expected.size());
    for (std::size_t t = 0; t < tallies; ++t) {
      for (const auto& [text, term] : counts.terms[t]) {
        const auto found = counts.expected.find(text);
        const std::uint32_t column = (term & gram_bit) != 0 ? merged.columns[t].grams[term & ~gram_bit]
                                                            : merged.columns[t].words[term];
        if (found == counts.expected.end()) {
          EXPECT_EQ(column, WordIndex::none) << text;
        } else {
          EXPECT_EQ(column, std::distance(counts.expected.begin(), found)) << text;
        }
      }
    }
    std::size_t column = 0;
    const std::vector<std::uint32_t> documents = merged.documents;
    const Vocabulary vocabulary(std::move(merged.words), std::move(merged.grams), merged.stop_words,
                                std::move(merged.terms), false);
    for (const auto& [text, count] : counts.expected) {  // a map of std::string is in the order of bytes
      EXPECT_EQ(vocabulary.term(column), text);
      EXPECT_EQ(documents[column++], count) << text;
    }
  }
}

TEST(Merging, OfNothingIsNothing) {
  const Merged merged = merge(std::vector<Tally>(2));
  EXPECT_TRUE(merged.terms.empty());
  EXPECT_EQ(merged.columns.size(), 2U);
}

}  // namespace
}  // namespace tenor
