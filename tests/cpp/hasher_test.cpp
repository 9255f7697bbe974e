#include "tenor/terms/hasher.h"

#include <gtest/gtest.h>

#include "tenor/error.h"
#include "tenor/terms/murmur.h"

namespace tenor {
namespace {

const std::shared_ptr<const Alphabet> lowered = std::make_shared<Alphabet>(Alphabet::icu(true));

// Column and sign by the definition, for a term alone.
std::pair<std::uint32_t, int> place(const std::string& term, std::uint32_t columns) {
  const auto hash = static_cast<std::int64_t>(static_cast<std::int32_t>(murmur3(term)));
  return {static_cast<std::uint32_t>(std::abs(hash) % columns), hash < 0 ? -1 : 1};
}

std::vector<int> row(const std::vector<std::string>& terms, std::uint32_t columns) {
  std::vector<int> out(columns);
  for (const std::string& term : terms) out[place(term, columns).first] += place(term, columns).second;
  return out;
}

std::vector<int> counted(const std::string& text, ReaderOptions options, std::uint32_t columns,
                         const std::vector<std::string>& stop_words = {}) {
  const Hasher hasher(options, stop_words, columns, true);
  const std::vector<Document> documents{Document(text)};
  const auto matrix = hasher.count<std::int64_t>(documents, 0, 1);
  std::vector<int> out(columns);
  for (std::size_t e = 0; e < matrix.columns.size(); ++e) {
    out[matrix.columns[e]] = static_cast<int>(matrix.values[e]);
  }
  return out;
}

TEST(Hasher, Murmur3HasItsPublishedValues) {
  EXPECT_EQ(murmur3(""), 0U);
  EXPECT_EQ(murmur3("test"), 0xBA6BD213U);
  EXPECT_EQ(murmur3("Hello, world!"), 0xC0363E43U);
  EXPECT_EQ(murmur3("The quick brown fox jumps over the lazy dog"), 0x2E4FF723U);
}

TEST(Hasher, HashesWordsAndSequences) {
  EXPECT_EQ(counted("The cat, the CAT sat.", {lowered, Unit::word, 2, 1, 2}, 512),
            row({"the", "cat", "the", "cat", "sat", "the cat", "cat the", "the cat", "cat sat"}, 512));
  EXPECT_EQ(counted("the cat and the dog", {lowered, Unit::word, 2, 2, 2}, 512, {"the", "and"}),
            row({"cat dog"}, 512));
}

TEST(Hasher, HashesCharacters) {
  EXPECT_EQ(counted("Éa  b", {lowered, Unit::character, 1, 2, 2}, 512), row({"éa", "a ", " b"}, 512));
  EXPECT_EQ(counted("é bc", {lowered, Unit::padded_word, 1, 4, 5}, 512), row({" é ", " bc "}, 512));
}

TEST(Hasher, HashesLongDocuments) {
  for (const int length : {39, 40, 200, 1023, 1024, 5000}) {
    std::string text;
    std::vector<std::string> terms;
    for (int i = 0; i < length; ++i) terms.push_back("w" + std::to_string(i * 7919 % 1777));
    for (const std::string& term : terms) text += term + " ";
    for (const std::uint32_t columns : {1U, 64U, 5000U, 1U << 20}) {
      EXPECT_EQ(counted(text, {lowered, Unit::word, 2, 1, 1}, columns), row(terms, columns));
    }
  }
}

TEST(Hasher, IsTheSameForAnyNumberOfThreads) {
  std::vector<std::string> texts;
  for (int i = 0; i < 200; ++i) texts.push_back("peace talks " + std::to_string(i * 7919 % 31) + " in town");
  std::vector<Document> documents;
  for (const std::string& text : texts) documents.emplace_back(std::string_view(text));
  const Hasher hasher({lowered, Unit::word, 2, 1, 2}, {}, 64, true);
  const auto one = hasher.count<float>(documents, 0, 1);
  for (unsigned threads : {2U, 3U, 300U}) {
    const auto more = hasher.count<float>(documents, 0, threads);
    EXPECT_EQ(one.row_starts, more.row_starts);
    for (std::size_t e = 0; e < one.columns.size(); ++e) {
      EXPECT_EQ(one.columns[e], more.columns[e]);
      EXPECT_EQ(one.values[e], more.values[e]);
    }
  }
}

TEST(Hasher, NamesTheDocumentWithALoneSurrogate) {
  const char16_t unit = 0xD800;
  const std::vector<Document> documents{Document("fine"), Document(&unit, 1, Storage::ucs2)};
  const Hasher hasher({lowered, Unit::character, 1, 1, 1}, {}, 64, true);
  try {
    (void)hasher.count<double>(documents, 10, 1);
    FAIL();
  } catch (const Error& e) {
    EXPECT_NE(std::string(e.what()).find("document 11 has a lone surrogate"), std::string::npos) << e.what();
  }
}

}  // namespace
}  // namespace tenor
