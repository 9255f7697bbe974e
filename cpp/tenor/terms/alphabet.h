#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tenor {

struct Document;

/// What the tokeniser knows of each code point: its lower case, and whether that is a word character or white
/// space. Whoever makes it gives the definition: Python's for Python users, ICU's by default.
class Alphabet {
 public:
  struct Definition {
    std::function<bool(char32_t)> is_word;
    std::function<bool(char32_t)> is_space;
    std::function<char32_t(char32_t)> lower;  // empty: case is kept
    /// Lower-cases a document as a whole. It is asked where a document has a character whose lower case
    /// depends on its neighbours (a capital sigma) or is two characters (U+0130). Empty: `lower` is all there
    /// is.
    std::function<std::u32string(const Document&)> lower_text = {};
  };

  explicit Alphabet(const Definition& definition);
  /// Letters, digits and numbers of all scripts and the underscore, by ICU's properties.
  static Alphabet icu(bool lowercase);

  /// The lower-cased character, with the flags below.
  [[nodiscard]] std::uint32_t operator()(char32_t c) const {
    return c < limit ? values_[pages_[c >> 8] | (c & 255)] : static_cast<std::uint32_t>(c & 0x1FFFFF);
  }
  /// For c < 128: the lower-cased character, or 0 where it is none of a word.
  [[nodiscard]] const std::array<char, 128>& ascii_words() const { return ascii_; }

  /// Whether ASCII's letters, digits and underscore are its word characters, case is kept or lowered, and
  /// none of the general punctuation (U+2000 to U+206F) is one: then blocks of units can be read at once.
  [[nodiscard]] bool usual() const { return usual_; }
  /// What makes a capital of ASCII small: 0x20, or 0 where case is kept.
  [[nodiscard]] std::uint8_t case_bit() const { return ascii_['A'] == 'A' ? 0 : 0x20; }

  /// A document that has a character with `by_neighbours` in its value is to be lower-cased by this.
  [[nodiscard]] std::u32string lower_text(const Document& document) const { return lower_text_(document); }

  static constexpr std::uint32_t word = 1U << 31, space = 1U << 30, by_neighbours = 1U << 29,
                                 character = 0x1FFFFF;

 private:
  static constexpr char32_t limit = 0x110000;
  std::vector<std::uint32_t>
      pages_;  // where in values_ the page of 256 code points begins; equal pages are shared
  std::vector<std::uint32_t> values_;
  std::array<char, 128> ascii_{};
  bool usual_ = true;
  std::function<std::u32string(const Document&)> lower_text_;
};

}  // namespace tenor
