#include "tenor/terms/rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace tenor {
namespace {

TEST(Rows, CountsWithinARow) {
  Rows rows;
  std::vector<Seen> seen(3);
  const auto known = [&](std::uint32_t term) -> Seen& { return seen[term]; };
  const std::vector<std::uint32_t> terms{2, 0, 2}, more{2};
  rows.add(terms, known);
  rows.add(more, known);
  rows.end_row(true, known);
  rows.end_row(true, known);
  rows.add(more, known);
  rows.end_row(true, known);
  rows.add(more, known);
  rows.end_row(false, known);
  ASSERT_EQ(rows.rows(), 4U);
  EXPECT_EQ(rows.row_end(0), 2U);
  EXPECT_EQ(rows.row_end(1), 2U);
  EXPECT_EQ(Rows::term(rows.entries()[0]), 2U);
  EXPECT_EQ(Rows::count(rows.entries()[0]), 3U);
  EXPECT_EQ(Rows::count(rows.entries()[2]), 1U);
  EXPECT_EQ(rows.row_end(2), 3U);
  EXPECT_EQ(rows.row_end(3), 3U);  // not kept, though known
  EXPECT_EQ(seen[2].documents, 3U);
  EXPECT_EQ(seen[1].documents, 0U);
}

TEST(Rows, Appends) {
  Rows first, second;
  std::vector<Seen> seen(6);
  const auto known = [&](std::uint32_t term) -> Seen& { return seen[term]; };
  first.add(std::vector<std::uint32_t>{1}, known);
  first.end_row(true, known);
  second.add(std::vector<std::uint32_t>{5}, known);
  second.end_row(true, known);
  second.end_row(true, known);
  first.append(second);
  EXPECT_EQ(second.rows(), 0U);
  ASSERT_EQ(first.rows(), 3U);
  EXPECT_EQ(Rows::term(first.entries()[first.row_begin(1)]), 5U);
  EXPECT_EQ(first.row_end(2), 2U);
}

TEST(Rows, CountsAsAMapDoes) {
  std::mt19937 random(3);
  Rows rows;
  std::vector<Seen> seen(50);
  const auto known = [&](std::uint32_t term) -> Seen& { return seen[term]; };
  for (int row = 0; row < 200; ++row) {
    std::map<std::uint32_t, std::uint32_t> expected, found;
    for (auto batch = random() % 3; batch > 0; --batch) {
      std::vector<std::uint32_t> terms(random() % 20);
      for (std::uint32_t& term : terms) ++expected[term = static_cast<std::uint32_t>(random() % 50)];
      rows.add(terms, known);
    }
    rows.end_row(true, known);
    const auto at = static_cast<std::size_t>(row);
    for (std::size_t e = rows.row_begin(at); e < rows.row_end(at); ++e)
      found[Rows::term(rows.entries()[e])] += Rows::count(rows.entries()[e]);
    EXPECT_EQ(found, expected);
    EXPECT_EQ(rows.row_end(at) - rows.row_begin(at), expected.size());
  }
}

TEST(Rows, SortsByColumnAsTheStandardLibraryDoes) {
  std::mt19937_64 random(7);
  for (const std::size_t size : {0U, 1U, 39U, 40U, 41U, 1023U, 1024U, 3000U}) {
    for (const std::uint32_t columns : {1U, 63U, 64U, 65U, 4097U, 1U << 20, 0x7FFFFFFFU}) {
      std::vector<std::uint64_t> entries(size), scratch(size);
      for (std::size_t i = 0; i < size; ++i) entries[i] = (random() % columns) << 32 | i;
      std::vector<std::uint64_t> expected = entries, found(size);
      std::sort(expected.begin(), expected.end());
      sort_row(entries, scratch, columns, [&](std::size_t at, std::uint64_t entry) { found[at] = entry; });
      EXPECT_EQ(found, expected) << size << " " << columns;
    }
  }
}

}  // namespace
}  // namespace tenor
