#include "tenor/syntax/units.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tenor {
namespace {

std::string cut(std::string_view word) {
  std::vector<Span> parts;
  append_units(word, {0, word.size()}, parts);
  std::string out;
  for (const Span& part : parts) out += (out.empty() ? "" : "|") + std::string(part.of(word));
  return out;
}

TEST(Units, CliticsAndPossessives) {
  EXPECT_EQ(cut("don't"), "do|n't");
  EXPECT_EQ(cut("CAN’T"), "CA|N’T");
  EXPECT_EQ(cut("Ukraine's"), "Ukraine|'s");
  EXPECT_EQ(cut("they’ll"), "they|’ll");
  EXPECT_EQ(cut("cannot"), "can|not");
  EXPECT_EQ(cut("O'Brien's"), "O'Brien|'s");
  EXPECT_EQ(cut("Qa'ida"), "Qa'ida");
  EXPECT_EQ(cut("'s"), "'s");
  EXPECT_EQ(cut("said"), "said");
}

TEST(Units, Hyphens) {
  EXPECT_EQ(cut("28-point"), "28|-|point");
  EXPECT_EQ(cut("day-to-day"), "day|-|to|-|day");
  EXPECT_EQ(cut("US-led"), "US|-|led");
  EXPECT_EQ(cut("pro-Russian"), "pro-Russian");
  EXPECT_EQ(cut("e-mail"), "e-mail");
  EXPECT_EQ(cut("713-853-3989"), "713-853-3989");
  EXPECT_EQ(cut("1969-1970"), "1969|-|1970");
  EXPECT_EQ(cut("mother-in-law's"), "mother|-|in|-|law|'s");
  EXPECT_EQ(cut("--"), "--");
  EXPECT_EQ(cut("https://a-b.org/c-d"), "https://a-b.org/c-d");
}

TEST(Units, NumbersWithSigns) {
  EXPECT_EQ(cut("$1.5"), "$|1.5");
  EXPECT_EQ(cut("US$4.5"), "US$|4.5");
  EXPECT_EQ(cut("€100m"), "€|100|m");
  EXPECT_EQ(cut("5%"), "5|%");
  EXPECT_EQ(cut("7:30PM"), "7:30|PM");
  EXPECT_EQ(cut("1980s"), "1980s");
  EXPECT_EQ(cut("2nd"), "2nd");
  EXPECT_EQ(cut("9/11"), "9/11");
  EXPECT_EQ(cut("U.S."), "U.S.");
}

TEST(Units, RunsOfMarksAreOne) {
  const std::string_view text = "No!?! << ** $$ ''";
  std::vector<Span> parts;
  for (const std::size_t at : {0U, 2U, 3U, 4U, 6U, 7U, 9U, 10U, 12U, 13U, 15U, 16U})
    append_units(text, {at, at == 0 ? 2 : at + 1}, parts);
  std::string out;
  for (const Span& part : parts) out += "|" + std::string(part.of(text));
  EXPECT_EQ(out, "|No|!?!|<<|**|$$|''");
}

TEST(Units, PartsAreTheWholeWord) {
  std::mt19937 random(3);
  const std::string letters = "ab'-$5%.,:/@#nt\xE2\x80\x99\xFFsS";
  std::uniform_int_distribution<std::size_t> letter(0, letters.size() - 1), length(1, 14);
  for (int round = 0; round < 20'000; ++round) {
    std::string word;
    for (std::size_t n = length(random); n > 0; --n) word.push_back(letters[letter(random)]);
    std::vector<Span> parts;
    append_units(word, {0, word.size()}, parts);
    std::size_t at = 0;
    for (const Span& part : parts) {
      ASSERT_EQ(part.begin, at) << word;
      ASSERT_GT(part.end, part.begin) << word;
      at = part.end;
    }
    ASSERT_EQ(at, word.size()) << word;
  }
}

}  // namespace
}  // namespace tenor
