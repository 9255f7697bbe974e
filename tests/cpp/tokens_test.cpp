#include "tenor/terms/tokens.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tenor/terms/document.h"

namespace tenor {
namespace {

using Strings = std::vector<std::string>;

Strings tokens(const std::string& folded, std::size_t min_length) {
  const std::string padded = folded + std::string(padding, '\0');
  Buffer<std::string_view> found;
  find_tokens(std::string_view(padded).substr(0, folded.size()), min_length, found);
  return {found.data(), found.data() + found.size()};
}

TEST(Tokens, AreWhatLiesBetweenZeros) {
  using namespace std::string_literals;
  EXPECT_EQ(tokens("", 1), Strings{});
  EXPECT_EQ(tokens("\0\0"s, 1), Strings{});
  EXPECT_EQ(tokens("a"s, 1), Strings{"a"});
  EXPECT_EQ(tokens("ab\0c\0def"s, 2), (Strings{"ab", "def"}));
  EXPECT_EQ(tokens("ab\0c\0d"s + std::string(100, '\0') + "e\0fg"s, 2), (Strings{"ab", "fg"}));
  EXPECT_EQ(tokens("\u00e9\0\u00e9t\0\u00e9t\u00e9"s, 2),
            (Strings{"\u00e9t", "\u00e9t\u00e9"}));  // in characters
}

TEST(Tokens, AtAndOverTheEdgesOfBlocks) {
  for (std::size_t before = 0; before < 130; ++before) {
    for (const std::size_t length : {1U, 2U, 63U, 64U, 65U, 129U, 300U}) {
      const std::string word(length, 'x');
      EXPECT_EQ(tokens(std::string(before, '\0') + word, 1), Strings{word});
      EXPECT_EQ(tokens(std::string(before, '\0') + word + std::string(3, '\0') + "yy", 2),
                length < 2 ? Strings{"yy"} : (Strings{word, "yy"}));
    }
  }
}

// A block of sixteen characters at once gives what they give one by one.
TEST(Tokens, FoldingIsTheSameInBlocks) {
  const std::u16string letters =
      u"AbZz09_ .,-@[`{\u0130\u00e9\u00c9\u2019\u2000\u206f\u2070\u203f\u1fff\u4e2d\xd800";
  std::mt19937 random(1);
  for (const bool lowercase : {false, true}) {
    const Alphabet alphabet = Alphabet::icu(lowercase);
    ASSERT_TRUE(alphabet.usual());
    for (int round = 0; round < 500; ++round) {
      std::u16string text;
      for (std::size_t i = random() % 70; i-- > 0;) {
        text.push_back(letters[random() % (round % 2 == 0 ? 15 : letters.size())]);
      }
      std::string latin, memory, expected;
      for (const char16_t c : text) {
        std::string one;
        expected += fold_words(Document(&c, 1, Storage::ucs2), alphabet, one);
      }
      EXPECT_EQ(fold_words(Document(text.data(), text.size(), Storage::ucs2), alphabet, memory), expected);
      std::string bytes, wide_memory;
      for (const char16_t c : text) bytes.push_back(static_cast<char>(c & 0xFF));
      std::u16string wide;
      for (const char c : bytes) wide.push_back(static_cast<unsigned char>(c));
      EXPECT_EQ(fold_words(Document(bytes.data(), bytes.size(), Storage::latin1), alphabet, memory),
                fold_words(Document(wide.data(), wide.size(), Storage::ucs2), alphabet, wide_memory));
    }
  }
}

// Only where a character needs its neighbours is the whole text lower-cased, whatever its storage.
TEST(Tokens, LowerAWholeTextWhereACharacterAsksForIt) {
  int asked = 0;
  const Alphabet alphabet({[](char32_t c) { return c > U' '; }, [](char32_t c) { return c == U' '; },
                           [](char32_t c) { return c == U'\u03a3' ? U'\u03c3' : c; },
                           [&](const Document& document) {
                             ++asked;
                             return std::u32string(document.length, U'x');
                           }});
  std::string memory;
  const std::u16string plain = u"ab \u03b1", sigma = u"ab \u03a3";
  EXPECT_EQ(fold_words(Document(plain.data(), plain.size(), Storage::ucs2), alphabet, memory),
            std::string_view("ab\0\u03b1", 5));
  EXPECT_EQ(asked, 0);
  EXPECT_EQ(fold_words(Document(sigma.data(), sigma.size(), Storage::ucs2), alphabet, memory), "xxxx");
  EXPECT_EQ(fold_words(Document("\u0130"), alphabet, memory), "xx");
  std::vector<char32_t> characters;
  fold_characters(Document(std::u32string_view(U"\u03a3 a")), alphabet, characters);
  EXPECT_EQ(std::u32string(characters.begin(), characters.end()), U"xxx");
  EXPECT_EQ(asked, 3);
}

}  // namespace
}  // namespace tenor
