#include "tenor/terms/counter.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace tenor {
namespace {

const std::shared_ptr<const Alphabet> lowered = std::make_shared<Alphabet>(Alphabet::icu(true));

using Table = std::vector<std::map<std::string, int>>;

Table count(const std::vector<std::string>& texts, ReaderOptions options, unsigned threads = 1,
            const std::vector<std::string>& stop_words = {}) {
  Counter counter(options, stop_words, threads);
  std::vector<Document> documents;
  for (const std::string& text : texts) documents.emplace_back(std::string_view(text));
  counter.add(documents);
  counter.finish();
  auto matrix = counter.take_matrix<std::int64_t>();
  const Vocabulary vocabulary = counter.take_vocabulary();
  Table table(texts.size());
  for (std::size_t row = 0; row < texts.size(); ++row) {
    for (auto e = matrix.row_starts[row]; e < matrix.row_starts[row + 1]; ++e) {
      const auto at = static_cast<std::size_t>(e);
      table[row][vocabulary.term(matrix.columns[at])] = static_cast<int>(matrix.values[at]);
    }
  }
  return table;
}

TEST(Counter, CountsWords) {
  const Table table = count({"The cat, the Cat! a", "", "dog_1 É été"}, {lowered, Unit::word, 2, 1, 1});
  EXPECT_EQ(table, (Table{{{"the", 2}, {"cat", 2}}, {}, {{"dog_1", 1}, {"\u00e9t\u00e9", 1}}}));
}

TEST(Counter, JoinsWordsOverStopWords) {
  const Table table = count({"war and peace and war"}, {lowered, Unit::word, 2, 2, 3}, 1, {"and"});
  EXPECT_EQ(table, (Table{{{"war peace", 1}, {"peace war", 1}, {"war peace war", 1}}}));
}

TEST(Counter, CountsCharacters) {
  EXPECT_EQ(count({"ab  A"}, {lowered, Unit::character, 1, 2, 2}),
            (Table{{{"ab", 1}, {"b ", 1}, {" a", 1}}}));
  // A word shorter than the sequence counts once, whole.
  EXPECT_EQ(count({"a bcd"}, {lowered, Unit::padded_word, 1, 4, 4}),
            (Table{{{" a ", 1}, {" bcd", 1}, {"bcd ", 1}}}));
}

TEST(Counter, HoldsLargeCounts) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "aa bb ";
  EXPECT_EQ(count({text, text}, {lowered, Unit::word, 2, 1, 1}), (Table(2, {{"aa", 1000}, {"bb", 1000}})));
}

TEST(Counter, LeavesOutWhatASurveySaysIsRare) {
  const std::vector<std::string> texts{"war and peace", "war and love", "so war and peace", "and so on"};
  std::vector<Document> documents;
  for (const std::string& text : texts) documents.emplace_back(std::string_view(text));
  for (const unsigned threads : {1U, 2U, 5U}) {
    Counter counter({lowered, Unit::word, 2, 2, 3}, std::vector<std::string>{}, threads);
    counter.survey(std::span(documents).first(3), 1 << 24);
    counter.survey(std::span(documents).subspan(3), 1 << 24);
    EXPECT_EQ(counter.surveyed(), 4U);
    counter.end_survey(2);
    counter.add(documents);
    counter.finish();
    const Vocabulary vocabulary = counter.take_vocabulary();
    ASSERT_EQ(vocabulary.size(), 3U);  // so many counters are not shared
    EXPECT_EQ(vocabulary.term(0), "and peace");
    EXPECT_EQ(vocabulary.term(1), "war and");
    EXPECT_EQ(vocabulary.term(2), "war and peace");
    EXPECT_EQ(counter.refused(), 5U);  // "and love", "so war", "and so", "so on", "war and love"
  }
}

TEST(Counter, DoesNotDependOnThreads) {
  std::mt19937 random(1);
  std::vector<std::string> texts(300);
  for (std::string& text : texts) {
    for (auto left = random() % 60; left > 0; --left) {
      // Words of 1 to 20 letters of a small alphabet: many repeat, on both sides of eight bytes.
      for (auto letters = random() % 20 + 1; letters > 0; --letters)
        text += static_cast<char>('a' + random() % 2);
      text += ' ';
    }
  }
  const ReaderOptions options{lowered, Unit::word, 2, 1, 3};
  const Table one = count(texts, options);
  for (unsigned threads : {2U, 3U, 8U}) EXPECT_EQ(count(texts, options, threads), one);
}

// More than threads read in one stretch.
TEST(Counter, CountsLongDocumentsByStretches) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < 12; ++i) {
    std::string text = "start" + std::to_string(i) + " ";
    for (std::size_t words = 0; words < 300000; ++words) text += words % (i + 2) == 0 ? "aa " : "bbb ";
    texts.push_back(text);
  }
  const ReaderOptions options{lowered, Unit::word, 2, 1, 2};
  EXPECT_EQ(count(texts, options, 2), count(texts, options));
}

TEST(Counter, LearnsWithoutRowsWhatItLearnsWithThem) {
  const std::vector<Document> documents{Document("bb aa bb"), Document("cc bb aa"), Document("")};
  for (const unsigned threads : {1U, 2U}) {
    Counter counter({lowered, Unit::word, 2, 1, 2}, std::vector<std::string>{}, threads, false);
    counter.add(documents);
    counter.finish();
    EXPECT_EQ(counter.documents(), 3U);
    EXPECT_EQ(counter.document_frequencies(),
              (std::vector<std::int64_t>{2, 1, 2, 2, 1, 1}));  // aa aa_bb bb bb_aa cc cc_bb
    EXPECT_EQ(counter.take_matrix<float>().columns.size(), 0U);
    EXPECT_EQ(counter.take_vocabulary().term(5), "cc bb");
  }
}

TEST(Counter, LooksUpOnlyWhatItIsGiven) {
  const std::vector<std::string> terms{"zulu", "alpha beta", "foo  bar"};
  const auto vocabulary = std::make_shared<const Vocabulary>(terms, std::vector<std::string>{"the"}, false);
  Counter counter({lowered, Unit::word, 2, 1, 2}, vocabulary, 2);
  const std::vector<Document> documents{Document("alpha the beta zulu zulu"),
                                        Document("alpha xx beta foo bar")};
  counter.add(documents);
  auto matrix = counter.take_matrix<double>();
  EXPECT_EQ(matrix.row_starts, (std::vector<std::int64_t>{0, 2, 2}));
  EXPECT_EQ(matrix.columns[0], 0);
  EXPECT_EQ(matrix.values[0], 2);
  EXPECT_EQ(matrix.columns[1], 1);
  EXPECT_EQ(matrix.values[1], 1);
}

TEST(Counter, KeepsOnlyTheColumnsAskedFor) {
  Counter counter({lowered, Unit::word, 2, 1, 2}, std::vector<std::string>{}, 2);
  const std::vector<Document> documents{Document("bb aa"), Document("cc bb aa")};
  counter.add(documents);
  counter.finish();
  EXPECT_EQ(counter.document_frequencies(),
            (std::vector<std::int64_t>{2, 2, 2, 1, 1}));  // aa bb bb_aa cc cc_bb
  const std::vector<std::uint32_t> keep{1, 4};
  auto matrix = counter.take_matrix<float>(keep);
  EXPECT_EQ(matrix.row_starts, (std::vector<std::int64_t>{0, 1, 3}));
  const Vocabulary vocabulary = counter.take_vocabulary(keep);
  EXPECT_EQ(vocabulary.term(0), "bb");
  EXPECT_EQ(vocabulary.term(1), "cc bb");
}

}  // namespace
}  // namespace tenor
