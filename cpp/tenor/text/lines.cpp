#include "tenor/text/lines.h"

#include <algorithm>
#include <array>

#include "tenor/text/byte_lanes.h"
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

enum Kind : unsigned {
  letter = 1,
  upper = 2,
  digit = 4,
  space = 8,
  joins = 16,
  closing = 32,
  stop = 64,
  wide = 128
};

/// What a code point is to the shape of a line: bits of Kind.
unsigned kind(char32_t c) {
  const unsigned ends = (closes(c) ? closing : 0U) | (stops(c) ? stop : 0U);
  if (is_letter(c)) return ends | letter | (is_upper(c) ? upper : 0U) | (is_cjk(c) ? wide : 0U);
  if (is_digit(c)) return ends | digit;
  if (is_space(c)) return ends | space;
  return ends | (c == U'\'' || c == U'\u2019' || c == U'-' ? joins : 0U);
}

std::uint64_t hash_of(std::string_view bytes) {
  constexpr std::size_t block = 8;
  std::uint64_t h = bytes.size();
  auto add = [&h](std::uint64_t value) {
    h = (h ^ value) * 0x9E3779B97F4A7C15U;
    h ^= h >> 32;
  };
  std::size_t at = 0;
  for (; at + block <= bytes.size(); at += block) add(lanes::load(bytes.data() + at, block));
  add(lanes::load(bytes.data() + at, bytes.size() - at));
  return h;
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
  static const auto ascii = [] {
    std::array<unsigned, 0x80> kinds{};
    for (char32_t c = 0; c < kinds.size(); ++c) kinds[c] = kind(c);
    return kinds;
  }();
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
    const auto byte = static_cast<unsigned char>(own[at]);
    const bool plain = byte < ascii.size();
    const char32_t c = plain ? (++at, byte) : decode(own, at);
    const unsigned k = plain ? ascii[byte] : kind(c);
    if (line.first == 0) line.first = c;
    if (k & (letter | digit)) {
      const bool capital = (k & upper) != 0;
      ++((k & letter) ? line.letters : line.digits);
      line.capitals += capital;
      if (!in_word) ++line.words, line.capital_words += capital;
      in_word = true;
      line.cjk = line.cjk || (k & wide);
    } else if (k & space) {
      in_word = false;
      line.stops += stopped;
    } else {
      ++line.marks;
      line.commas += c == U',';
      in_word = in_word && (k & joins);
    }
    if ((k & (closing | space)) == 0) {
      stopped = (k & stop) != 0;
      line.last = c;
    }
  }
  line.ends_sentence = stopped;
  line.ellipsis = own.ends_with("..") || own.ends_with("\xE2\x80\xA6") || own.ends_with("[\xE2\x80\xA6]");
  line.hash = hash_of(own);
  return line;
}

std::vector<char> repeats(const std::vector<std::uint64_t>& values) {
  std::vector<std::uint64_t> sorted = values;
  std::sort(sorted.begin(), sorted.end());
  std::vector<char> out;
  out.reserve(values.size());
  for (const std::uint64_t value : values) {
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), value);
    out.push_back(first + 1 != sorted.end() && first[1] == value);
  }
  return out;
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
