#include "tenor/voice/quotation.h"

#include <algorithm>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

bool opens(char32_t c) {
  return c == U'\u201C' || c == U'\u00AB' || c == U'\u201E' || c == U'\u2039';
}
constexpr char32_t doubled_mark = U'\u2033';

bool closes(char32_t c, char32_t opened) {
  switch (opened) {
    case doubled_mark:
      return false;
    case U'\u201C':
      return c == U'\u201D' || c == U'"';
    case U'\u201E':
      return c == U'\u201C' || c == U'\u201D' || c == U'"';
    case U'\u00AB':
      return c == U'\u00BB';
    case U'\u2039':
      return c == U'\u203A';
    case U'\u2018':
      return c == U'\u2019';
    case U'\'':
      return c == U'\'';
    default:
      return c == U'"' || c == U'\u201D';
  }
}

// Bytes within which a single mark must find its partner.
constexpr std::size_t longest_single = 600;

struct Open {
  std::size_t at = 0;
  char32_t mark = 0;  // 0: none is open
};

void scan(std::string_view text, Span paragraph, std::size_t index, bool opened_again,
          std::vector<Quotation>& out) {
  Open open;
  char32_t before = U' ';
  for (std::size_t at = paragraph.begin; at < paragraph.end;) {
    const std::size_t start = at;
    const char32_t c = decode(text, at);
    std::size_t peek = at;
    const char32_t after = at < paragraph.end ? decode(text, peek) : U' ';
    // Two single marks in a row are how some wire text writes a double one.
    const bool doubled = c == U'\'' && after == U'\'';
    // Of three marks that close, the first closes an inner quotation.
    const bool inner = doubled && open.mark == doubled_mark && text.substr(peek, 1) == "'";
    if (doubled && !inner) {
      at = peek;
      if (open.mark == doubled_mark) {
        out.push_back({{open.at, at}, index, false});
        open = {};
      } else if (open.mark == 0) {
        open = {start, doubled_mark};
      }
      before = c;
      continue;
    }
    const bool starts_word = !is_letter(before) && !is_digit(before) && !is_space(after);
    if (open.mark != 0) {
      // An apostrophe closes nothing: a single mark closes only at the end of a word that nothing follows.
      const bool single = open.mark == U'\u2018' || open.mark == U'\'';
      if (closes(c, open.mark) && (!single || (!is_letter(after) && !is_digit(after)))) {
        out.push_back({{open.at, at}, index, false});
        open = {};
      }
    } else if (opens(c) || (c == U'"' && !is_space(after)) ||
               (c == U'\u201D' && starts_word && is_letter(after))) {
      open = Open{start, c};
    } else if ((c == U'\u2018' || c == U'\'') && starts_word &&
               (is_space(before) || before == U'(' || before == U'\u2014')) {
      // A single mark opens only if a partner follows in the paragraph: elided letters ('em) have none.
      const std::string_view partner = c == U'\'' ? "'" : "\u2019";
      const std::size_t limit = std::min(paragraph.end, at + longest_single);
      std::size_t close = text.substr(0, limit).find(partner, at);
      for (; close != std::string_view::npos; close = text.substr(0, limit).find(partner, close + 1)) {
        std::size_t next = close + partner.size();
        const char32_t follows = next < paragraph.end ? decode(text, next) : U' ';
        // A plural's possessive looks the same; a quotation's end mostly has a mark or the paragraph's end
        // beside it.
        if (!is_letter(follows) && !is_digit(follows)) break;
      }
      if (close != std::string_view::npos) open = Open{start, c};
    }
    before = c;
  }
  if (open.mark != 0 && open.mark != U'\'' && open.mark != U'\u2018' && opened_again)
    out.push_back({{open.at, paragraph.end}, index, true});
}

}  // namespace

std::vector<Quotation> quotations(const Reading& reading) {
  std::vector<Span> paragraphs;
  std::vector<std::size_t> numbers;
  for (const Sentence& s : reading.sentences) {
    if (numbers.empty() || numbers.back() != s.paragraph) {
      paragraphs.push_back(s.span);
      numbers.push_back(s.paragraph);
    }
    paragraphs.back().end = s.span.end;
  }
  std::vector<Quotation> out;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    bool again = false;
    if (i + 1 < paragraphs.size()) {
      std::size_t at = paragraphs[i + 1].begin;
      const char32_t c = decode(reading.text, at);
      again = c == U'"' || opens(c) || (c == U'\'' && reading.text.substr(at, 1) == "'");
    }
    scan(reading.text, paragraphs[i], numbers[i], again, out);
  }
  return out;
}

}  // namespace tenor
