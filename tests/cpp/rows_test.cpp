#include "tenor/terms/rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tenor {
namespace {

TEST(Rows, CountsWithinARow) {
  Rows rows;
  std::vector<Seen> seen(3);
  for (const std::uint32_t term : {2U, 0U, 2U, 2U}) rows.add(term, seen[term]);
  rows.end_row();
  rows.end_row();
  rows.add(2, seen[2]);
  rows.end_row();
  ASSERT_EQ(rows.rows(), 3U);
  EXPECT_EQ(rows.row_end(0), 2U);
  EXPECT_EQ(rows.row_end(1), 2U);
  EXPECT_EQ(Rows::term(rows.entries()[0]), 2U);
  EXPECT_EQ(Rows::count(rows.entries()[0]), 3U);
  EXPECT_EQ(Rows::count(rows.entries()[2]), 1U);
  EXPECT_EQ(seen[2].documents, 2U);
  EXPECT_EQ(seen[1].documents, 0U);
}

TEST(Rows, Appends) {
  Rows first, second;
  Seen seen;
  first.add(1, seen);
  first.end_row();
  second.add(5, seen);
  second.end_row();
  second.end_row();
  first.append(second);
  EXPECT_EQ(second.rows(), 0U);
  ASSERT_EQ(first.rows(), 3U);
  EXPECT_EQ(Rows::term(first.entries()[first.row_begin(1)]), 5U);
  EXPECT_EQ(first.row_end(2), 2U);
}

TEST(Rows, SortsByColumnAsTheStandardLibraryDoes) {
  std::mt19937_64 random(7);
  for (const std::size_t size : {0U, 1U, 39U, 40U, 41U, 1023U, 1024U, 3000U}) {
    for (const std::uint32_t columns : {1U, 63U, 64U, 65U, 4097U, 1U << 20, 0x7FFFFFFFU}) {
      std::vector<std::uint64_t> entries(size), scratch(size);
      for (std::uint64_t& entry : entries) entry = (random() % columns) << 32 | 1;
      std::vector<std::uint64_t> expected = entries;
      std::sort(expected.begin(), expected.end());
      sort_row(entries, scratch, columns);
      EXPECT_EQ(entries, expected) << size << " " << columns;
    }
  }
}

}  // namespace
}  // namespace tenor
