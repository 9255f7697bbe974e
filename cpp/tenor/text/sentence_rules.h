#pragma once

#include <cstddef>
#include <string_view>

#include "tenor/text/abbreviations.h"
#include "tenor/text/line_layout.h"
#include "tenor/text/marks.h"

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

 private:
  [[nodiscard]] bool line_ends(std::size_t line, std::size_t next) const;
  [[nodiscard]] Ruling line(std::size_t begin, std::size_t at) const;
  [[nodiscard]] Ruling full_stop(const Mark& m) const;
  [[nodiscard]] Ruling lower_case(const Mark& m) const;
  [[nodiscard]] Ruling loud(const Mark& m) const;
  [[nodiscard]] Ruling abbreviation(const Mark& m) const;
  [[nodiscard]] Ruling note_number(const Mark& m) const;
  [[nodiscard]] bool starts(const Mark& m) const { return abbreviations_.starts(m.next_word(text_)); }
  [[nodiscard]] Abbreviation kind(const Mark& m) const {
    return m.quoted ? Abbreviation::none : abbreviations_.classify(word_before(text_, m.at));
  }

  std::string_view text_;
  LineLayout layout_;
  const Abbreviations& abbreviations_;
};

}  // namespace tenor
