#pragma once

#include <cstddef>
#include <string_view>

#include "tenor/text/abbreviations.h"
#include "tenor/text/line_layout.h"

namespace tenor {

/// What the rules say of one place where a sentence could end.
struct Ruling {
  std::size_t end = 0;   // where the sentence ends if it is broken: after the mark and what closes with it
  std::size_t next = 0;  // where reading goes on; white space is passed over
  bool broken = false;
  std::string_view rule;
};

/// The rules of news editing, over one text. They stand on the boundaries of UAX #29 (boundaries.h) and
/// depart from them where a copy editor would: abbreviations by class, quotations that a speech verb follows,
/// brackets, lists, lines.
class SentenceRules {
 public:
  SentenceRules(std::string_view text, LineLayout layout, const Abbreviations& abbreviations)
      : text_(text), layout_(layout), abbreviations_(abbreviations) {}

  /// Rules on the mark at `at` (from find_stop), in the sentence that began at `begin`.
  [[nodiscard]] Ruling judge(std::size_t begin, std::size_t at) const;
  /// Where the item after the one at `begin` starts on the same line ("1) ... 2) ...", "• ... • ..."), or
  /// npos.
  [[nodiscard]] std::size_t next_item(std::size_t begin) const;
  /// The first byte at or after `at` that is not white space.
  [[nodiscard]] std::size_t skip_space(std::size_t at) const;

 private:
  struct Gap {  // white space after a mark
    std::size_t next = 0;
    int lines = 0;         // line breaks in it; two or more are a blank line
    std::size_t line = 0;  // where the first of them is
  };
  struct Stop {  // a mark and its surroundings
    std::size_t begin = 0, mark = 0, marks_end = 0, end = 0;
    Gap gap;
    std::size_t word = 0;  // where the next word begins, after opening quotes and brackets
    std::size_t word_end = 0;
    bool quoted = false;  // a quotation mark closes after the mark
    bool opens = false;   // a quotation mark opens after the gap
    char32_t first = 0;   // the next word's first code point
  };

  [[nodiscard]] Gap gap(std::size_t at) const;
  [[nodiscard]] bool line_ends(std::size_t line, std::size_t next) const;
  [[nodiscard]] Stop surroundings(std::size_t begin, std::size_t mark) const;
  [[nodiscard]] std::string_view next_word(const Stop& s) const {
    return text_.substr(s.word, s.word_end - s.word);
  }
  [[nodiscard]] Ruling full_stop(const Stop& s) const;
  [[nodiscard]] Ruling loud(const Stop& s) const;
  [[nodiscard]] Ruling abbreviation(const Stop& s) const;
  [[nodiscard]] bool starts(const Stop& s) const;
  [[nodiscard]] bool speech_follows(const Stop& s) const;
  [[nodiscard]] bool in_brackets(const Stop& s) const;
  [[nodiscard]] bool in_title_case(const Stop& s) const;
  [[nodiscard]] bool only_enumerator(const Stop& s) const;
  [[nodiscard]] bool aside_follows(const Stop& s) const;
  [[nodiscard]] bool uncapitalised(const Stop& s) const;
  [[nodiscard]] std::size_t closing_end(std::size_t begin, std::size_t at, bool& quoted) const;

  std::string_view text_;
  LineLayout layout_;
  const Abbreviations& abbreviations_;
};

}  // namespace tenor
