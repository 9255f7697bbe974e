#include "tenor/syntax/word_features.h"

#include <gtest/gtest.h>

#include "tenor/error.h"

namespace tenor {
namespace {

// Keys as tools/parser_data.py computes them: of unknown values, then of the parts named beside.
const std::vector<std::uint32_t> word_keys{0, 3836708353, 1764665873, 3351170542,
                                           1005536953};  // said, McDonald's, 1984, Über
const std::vector<std::uint32_t> affix_keys{797729943,  797676146, 3720422917, 3720541198, 3720741411,
                                            3720384884, 680369519, 1323501193, 3191385855, 2079304995,
                                            2331425657, 383527258, 1733561917, 3431724005};

TEST(KeyTable, FindsRowsAndSaysWhatItDoesNotKnow) {
  const KeyTable table({5, 21, 37, 0xFFFFFFFF});  // the first three begin at one place
  EXPECT_EQ(table.find(5, 9), 0U);
  EXPECT_EQ(table.find(21, 9), 1U);
  EXPECT_EQ(table.find(37, 9), 2U);
  EXPECT_EQ(table.find(0xFFFFFFFF, 9), 3U);
  EXPECT_EQ(table.find(53, 9), 9U);
  EXPECT_EQ(KeyTable().find(5, 9), 9U);
  EXPECT_THROW(KeyTable({5, 5}), Error);
}

TEST(WordFeatures, AreThoseOfTraining) {
  const WordFeatures features(word_keys, affix_keys);
  std::string room;
  const auto rows = [&](std::string_view word) { return features.rows(WordFeatures::keys(word, room)); };
  // Rows 7 on: prefix sa, suffixes d and said, shape Xx, suffix 0000, shape XxXx'x, the first 3 bytes of
  // über.
  EXPECT_EQ(rows("said").word, 1U);
  EXPECT_EQ(rows("said").affixes, (std::array<std::uint32_t, 7>{7, 1, 8, 3, 4, 9, 6}));
  EXPECT_EQ(rows("Said").affixes[6], 10U);
  EXPECT_EQ(rows("MCDONALD’S").word, 2U);
  EXPECT_EQ(rows("McDonald's").affixes[6], 12U);
  EXPECT_EQ(rows("1776").word, 3U);  // all digits are one
  EXPECT_EQ(rows("1776").affixes[5], 11U);
  EXPECT_EQ(rows("über").word, 4U);
  EXPECT_EQ(rows("ÜBER").affixes[1], 13U);
  EXPECT_EQ(rows("nothing").word, 0U);
  EXPECT_EQ(rows("").word, 0U);
  EXPECT_EQ(rows("\xFF\xC3").word, 0U);
}

TEST(WordFeatures, NeedARowForUnknownValues) {
  EXPECT_THROW(WordFeatures({1}, {1, 2}), Error);
}

}  // namespace
}  // namespace tenor
