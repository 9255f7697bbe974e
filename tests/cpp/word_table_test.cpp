#include "tenor/text/word_table.h"

#include <gtest/gtest.h>

#include <random>
#include <unordered_map>

namespace tenor {
namespace {

TEST(WordTable, NumbersWordsInOrder) {
  WordTable table;
  EXPECT_EQ(table.insert("peace"), 1U);
  EXPECT_EQ(table.insert("war"), 2U);
  EXPECT_EQ(table.insert("peace"), 1U);
  EXPECT_EQ(table.size(), 2U);
  EXPECT_EQ(table.find("war"), 2U);
  EXPECT_EQ(table.word(2), "war");
  EXPECT_EQ(table.find("wars"), 0U);
  EXPECT_EQ(table.find(""), 0U);
}

TEST(WordTable, AgreesWithAHashMapOnRandomBytes) {
  std::mt19937 random(7);
  WordTable table;
  std::unordered_map<std::string, std::uint32_t> witness;
  for (int i = 0; i < 20000; ++i) {
    std::string word(random() % 40, '\0');
    for (char& c : word) c = static_cast<char>(random() % 3);
    const auto [it, is_new] = witness.emplace(word, static_cast<std::uint32_t>(witness.size() + 1));
    EXPECT_EQ(table.find(word), is_new ? 0 : it->second);
    const std::string padded = word + "other bytes that follow";
    EXPECT_EQ(table.find_padded(std::string_view(padded).substr(0, word.size())), is_new ? 0 : it->second);
    EXPECT_EQ(table.insert(word), it->second);
  }
  for (const auto& [word, number] : witness) EXPECT_EQ(table.find(word), number);
}

}  // namespace
}  // namespace tenor
