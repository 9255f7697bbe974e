#pragma once

#include <cstddef>
#include <string_view>

namespace tenor {

constexpr std::size_t mark_reach = 400;  // bytes a rule may look back or ahead, so that reading stays linear

/// White space after a mark.
struct MarkGap {
  std::size_t next = 0;
  int lines = 0;         // line breaks in it; two or more are a blank line
  std::size_t line = 0;  // where the first of them is
};

/// A mark that could end a sentence, with what stands around it: `... end."  (Next`.
struct Mark {
  std::size_t begin = 0;      // of the sentence
  std::size_t at = 0;         // of the mark
  std::size_t marks_end = 0;  // after the marks that follow each other: "?!", "..."
  std::size_t end = 0;        // after the quotation marks, brackets and references that close with them
  MarkGap gap;
  std::size_t word = 0;  // where the next word begins, after opening quotation marks and brackets
  std::size_t word_end = 0;
  bool quoted = false;  // a quotation mark closes after the mark
  bool opens = false;   // a quotation mark opens after the gap
  char32_t first = 0;   // the next word's first code point

  [[nodiscard]] std::string_view next_word(std::string_view text) const {
    return text.substr(word, word_end - word);
  }
};

/// Reads the mark at `at` in the sentence that began at `begin`.
Mark read_mark(std::string_view text, std::size_t begin, std::size_t at);
MarkGap gap_after(std::string_view text, std::size_t at);

bool ends_line(char32_t c);
/// The code point before `at`, which is not 0, and where it begins.
char32_t decode_back(std::string_view text, std::size_t at, std::size_t& start);
/// The first byte at or after `at` that is not white space.
std::size_t skip_space(std::string_view text, std::size_t at);
/// The end of the letters, digits, apostrophes, hyphens and ampersands at `at`.
std::size_t run_end(std::string_view text, std::size_t at);
/// What stands before a full stop without a space: "Inc", "U.S", "n°".
std::string_view word_before(std::string_view text, std::size_t at);

}  // namespace tenor
