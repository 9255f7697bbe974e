#include "tenor/text/marks.h"

#include <algorithm>

#include "tenor/text/properties.h"
#include "tenor/text/unicode.h"
#include "tenor/text/words.h"

namespace tenor {
namespace {

using S = SentenceBreak;

bool is_quote(char32_t c) {
  return c == U'"' || c == U'\'' || (c >= U'\u2018' && c <= U'\u201F') || c == U'\u00AB' || c == U'\u00BB' ||
         c == U'\u2039' || c == U'\u203A';
}
bool opens(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'\u2018' || c == U'\u201A' || c == U'\u201C' ||
         c == U'\u201E' || c == U'\u00AB' || c == U'\u2039' || c == U'\u00BF' || c == U'\u00A1';
}
bool closes(char32_t c) {
  return properties(c).sentence() == S::close && !opens(c);
}
bool is_mark(char32_t c) {
  const S s = properties(c).sentence();
  return s == S::full_stop || s == S::stop || c == U'\u2026';
}
bool extends(char32_t c) {
  const S s = properties(c).sentence();
  return s == S::extend || s == S::format;
}
bool in_word(char32_t c) {
  return is_letter(c) || is_digit(c) || c == U'\'' || c == U'\u2019' || c == U'-' || c == U'&';
}

// One mark's closing part: what still belongs to the sentence.
struct Closing {
  std::string_view text;
  std::size_t begin;

  [[nodiscard]] unsigned char byte(std::size_t i) const {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : '\0';
  }
  [[nodiscard]] bool blank(std::size_t i) const { return i >= text.size() || is_space(byte(i)); }

  // References and omissions in brackets: "[12]", "[...]", "[…]".
  [[nodiscard]] std::size_t references(std::size_t at) const {
    std::size_t end = at;
    for (std::size_t open = byte(at) == ' ' ? at + 1 : at; byte(open) == '[';
         open = byte(end) == ' ' ? end + 1 : end) {
      std::size_t inner = open + 1;
      if (text.substr(inner).starts_with("...") || text.substr(inner).starts_with("\u2026")) {
        inner += 3;
      } else {
        while (is_digit(byte(inner)) && inner - open < 5) ++inner;
      }
      if (inner == open + 1 || byte(inner) != ']') break;
      end = inner + 1;
    }
    return end;
  }

  // How often `mark` stands in the paragraph before `at`, or in the sentence where that is too long a way.
  [[nodiscard]] auto count(char mark, std::size_t at) const {
    const std::string_view back =
        text.substr(at > mark_reach ? at - mark_reach : 0, std::min(at, mark_reach));
    const std::size_t line = back.rfind('\n');
    std::size_t from = line == std::string_view::npos ? at - back.size() : at - back.size() + line;
    if (line == std::string_view::npos && at > mark_reach) from = std::max(begin, from);
    return std::count(text.begin() + static_cast<std::ptrdiff_t>(from),
                      text.begin() + static_cast<std::ptrdiff_t>(at), mark);
  }

  // The end of a closing mark at `token`, set off by a space ("he said. \"", as tokenised text has it), or
  // `token`.
  [[nodiscard]] std::size_t apart(std::size_t token, bool& quoted) const {
    std::size_t after = token;
    if (byte(token) == '"') {
      const bool last = token + 1 >= text.size() || byte(token + 1) == '\n';
      if (last || count('"', token) % 2 != 0) after = token + 1;
    } else if (byte(token) == ')') {
      if (count('(', token) > count(')', token)) after = token + 1;
    } else if (text.substr(token).starts_with("\u201D")) {
      after = token + 3;
    }
    if (after == token || !blank(after)) return token;
    quoted = quoted || byte(token) != ')';
    return after;
  }
};

std::size_t closing_end(std::string_view text, std::size_t begin, std::size_t at, bool& quoted) {
  const Closing closing{text, begin};
  const unsigned char next = closing.byte(at);
  if (next != ' ' && next != '[') return at;
  if (const std::size_t end = closing.references(at); end > at) return end;
  if (next != ' ') return at;
  if (const std::size_t end = closing.apart(at + 1, quoted); end > at + 1) return end;
  const std::size_t face = at + 1 < text.size() ? emoticon_end(text, at + 1) : 0;
  return face > 0 && closing.blank(face) ? face : at;
}

}  // namespace

bool ends_line(char32_t c) {
  const S s = properties(c).sentence();
  return s == S::sep || s == S::cr || s == S::lf;
}

char32_t decode_back(std::string_view text, std::size_t at, std::size_t& start) {
  start = at - 1;
  while (start > 0 && at - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  std::size_t end = start;
  const char32_t c = decode(text, end);
  if (end == at) return c;
  start = at - 1;
  return U'\uFFFD';
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t end = at;
    if (!is_space(decode(text, end))) break;
    at = end;
  }
  return at;
}

std::size_t run_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t end = at;
    if (!in_word(decode(text, end))) break;
    at = end;
  }
  return at;
}

std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < 40) {
    std::size_t start = 0;
    const char32_t c = decode_back(text, begin, start);
    if (!is_letter(c) && !is_digit(c) && c != U'.' && c != U'\'' && c != U'\u2019' && c != U'\u00B0') break;
    begin = start;
  }
  std::string_view word = text.substr(begin, at - begin);
  while (!word.empty() && (word.front() == '.' || word.front() == '\'')) word.remove_prefix(1);
  return word;
}

MarkGap gap_after(std::string_view text, std::size_t at) {
  MarkGap gap{at, 0, at};
  while (gap.next < text.size()) {
    std::size_t end = gap.next;
    const char32_t c = decode(text, end);
    if (!is_space(c)) break;
    if (ends_line(c)) {
      if (gap.lines == 0) gap.line = gap.next;
      gap.lines += c == U'\u2029' ? 2 : 1;
      if (c == U'\r' && end < text.size() && text[end] == '\n') ++end;
    }
    gap.next = end;
  }
  return gap;
}

Mark read_mark(std::string_view text, std::size_t begin, std::size_t at) {
  Mark m;
  m.begin = begin;
  m.at = m.end = at;
  const auto take = [&](auto wanted, auto note) {
    while (m.end < text.size()) {
      std::size_t end = m.end;
      const char32_t c = decode(text, end);
      if (!wanted(c) && !(m.end > at && extends(c))) break;
      note(c);
      m.end = end;
    }
  };
  take(is_mark, [](char32_t) {});
  m.marks_end = m.end;
  take(closes, [&](char32_t c) { m.quoted = m.quoted || is_quote(c); });
  m.end = closing_end(text, begin, m.end, m.quoted);
  take([](char32_t) { return false; }, [](char32_t) {});  // what extends the last of them
  m.gap = gap_after(text, m.end);
  m.word = m.gap.next;
  while (m.word < text.size()) {
    std::size_t end = m.word;
    m.first = decode(text, end);
    if (!opens(m.first) && !is_quote(m.first)) break;
    m.opens = m.opens || is_quote(m.first);
    m.word = end;
  }
  m.word_end = run_end(text, m.word);
  return m;
}

}  // namespace tenor
