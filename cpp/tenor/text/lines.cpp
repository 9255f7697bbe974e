#include "tenor/text/lines.h"

#include <algorithm>
#include <functional>

#include "tenor/text/segmenter.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

bool closes(char32_t c) {
  switch (c) {
    case U'"':
    case U'\'':
    case U')':
    case U']':
    case U'\u2019':
    case U'\u201D':
    case U'\u00BB':
    case U'\u300D':
    case U'\u300F':
    case U'\uFF09':
      return true;
    default:
      return false;
  }
}

bool stops(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U'\u2026' || c == U'\u3002' || c == U'\uFF01' ||
         c == U'\uFF1F';
}

bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c < 0x3100) || (c >= 0x3400 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7B0);
}

// White space of any script and the marks that print nothing.
bool blank(char32_t c) {
  return is_space(c) || c == U'\u200B' || c == U'\uFEFF' || c == U'\u00AD';
}

bool is_plain_small(char c) {
  return c >= 'a' && c <= 'z';
}

Span trim(std::string_view text, Span span) {
  std::size_t begin = span.begin;
  while (begin < span.end) {
    std::size_t next = begin;
    if (!blank(decode(text, next))) break;
    begin = next;
  }
  std::size_t end = span.end;
  while (end > begin) {
    std::size_t start = end - 1;
    while (start > begin && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    std::size_t next = start;
    if (!blank(decode(text, next)) || next != end) break;
    end = start;
  }
  return {begin, end};
}

}  // namespace

Line measure(std::string_view text, Span span) {
  Line line;
  line.span = span;
  bool in_word = false;
  bool stopped = false;
  const std::string_view own = span.of(text);
  for (std::size_t at = 0; at < own.size();) {
    // Inside a word, letters without an accent are most of a text.
    if (in_word) {
      std::size_t end = at;
      while (end < own.size() && is_plain_small(own[end])) ++end;
      if (end > at) {
        line.letters += static_cast<std::uint32_t>(end - at);
        line.last = static_cast<unsigned char>(own[end - 1]);
        stopped = false, at = end;
        continue;
      }
    }
    const char32_t c = decode(own, at);
    if (line.first == 0) line.first = c;
    if (is_letter(c)) {
      ++line.letters;
      const bool capital = is_upper(c);
      line.capitals += capital;
      if (!in_word) ++line.words, line.capital_words += capital;
      in_word = true;
      line.cjk = line.cjk || is_cjk(c);
    } else if (is_digit(c)) {
      ++line.digits;
      if (!in_word) ++line.words;
      in_word = true;
    } else if (is_space(c)) {
      in_word = false;
      line.stops += stopped;
    } else {
      ++line.marks;
      line.commas += c == U',';
      in_word = in_word && (c == U'\'' || c == U'\u2019' || c == U'-');
    }
    if (!closes(c) && !is_space(c)) {
      stopped = stops(c);
      line.last = c;
    }
  }
  line.ends_sentence = stopped;
  line.ellipsis = own.ends_with("..") || own.ends_with("\xE2\x80\xA6") || own.ends_with("[\xE2\x80\xA6]");
  line.hash = std::hash<std::string_view>{}(own);
  return line;
}

std::vector<Line> lines(std::string_view text) {
  std::vector<Line> out;
  const bool soft = resolve_newline(text, Newline::automatic) == Newline::soft;
  std::size_t begin = 0;
  auto close = [&](std::size_t end) {
    const Span span = trim(text, {begin, end});
    if (!span.empty()) out.push_back(measure(text, span));
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const bool ends_block = !soft || trim(text, {at, end}).empty();
    if (ends_block) {
      close(end);
      begin = end;
    }
    at = end + 1;
  }
  if (begin < text.size()) close(text.size());
  return out;
}

}  // namespace tenor
