#include "tenor/text/boundaries.h"

#include <array>
#include <bit>
#include <cstdint>

#include "tenor/text/byte_lanes.h"
#include "tenor/text/properties.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

using S = SentenceBreak;
using W = WordBreak;

bool ends_paragraph(S s) {
  return s == S::sep || s == S::cr || s == S::lf;
}
bool terminates(S s) {
  return s == S::full_stop || s == S::stop;
}
bool is_mark(char32_t c) {
  const S s = properties(c).sentence();
  return terminates(s) || ends_paragraph(s) || c == U'\u2026';
}

// For each byte whether a code point that starts with it can be a mark.
const std::array<bool, 256>& mark_bytes() {
  static const auto table = [] {
    std::array<bool, 256> out{};
    std::string bytes;
    for (char32_t c = 0; c < 0x110000; ++c) {
      if (!is_mark(c)) continue;
      bytes.clear();
      append_utf8(bytes, c);
      out[static_cast<unsigned char>(bytes[0])] = true;
    }
    return out;
  }();
  return table;
}

// Reads code points with the Extend and Format that follow each (SB5).
struct SentenceReader {
  std::string_view text;

  [[nodiscard]] S peek(std::size_t at) const {
    return at < text.size() ? properties(decode(text, at)).sentence() : S::other;
  }
  [[nodiscard]] std::size_t past(std::size_t at) const {
    const S s = properties(decode(text, at)).sentence();
    if (ends_paragraph(s)) {
      if (s == S::cr && at < text.size() && text[at] == '\n') ++at;
      return at;
    }
    while (at < text.size()) {
      std::size_t next = at;
      const S follower = properties(decode(text, next)).sentence();
      if (follower != S::extend && follower != S::format) break;
      at = next;
    }
    return at;
  }
  // The class of the code point before `at`, Extend and Format passed over.
  [[nodiscard]] S before(std::size_t at) const {
    while (at > 0) {
      std::size_t start = at - 1;
      while (start > 0 && at - start < 4 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U)
        --start;
      std::size_t end = start;
      const S s = properties(decode(text, end)).sentence();
      if (end != at) return S::other;  // malformed
      if (s != S::extend && s != S::format) return s;
      at = start;
    }
    return S::other;
  }
};

// SB6 to SB11 at the terminator `mark`: where the run ends, and whether a sentence ends with it.
struct Verdict {
  std::size_t next;
  bool breaks;
};

Verdict judge(SentenceReader in, std::size_t mark) {
  const bool full_stop = in.peek(mark) == S::full_stop;
  std::size_t at = in.past(mark);
  const std::size_t size = in.text.size();
  if (full_stop) {
    const S next = in.peek(at);
    if (next == S::numeric) return {at, false};
    const S before = in.before(mark);
    if (next == S::upper && (before == S::upper || before == S::lower)) return {at, false};
  }
  while (at < size && in.peek(at) == S::close) at = in.past(at);
  while (at < size && in.peek(at) == S::space) at = in.past(at);
  if (at == size) return {at, false};
  const S next = in.peek(at);
  if (ends_paragraph(next)) return {in.past(at), true};
  if (next == S::continues || terminates(next)) return {at, false};
  if (full_stop) {
    std::size_t ahead = at;
    while (ahead < size) {
      const S s = in.peek(ahead);
      if (s == S::lower) return {at, false};
      if (s == S::letter || s == S::upper || ends_paragraph(s) || terminates(s)) break;
      ahead = in.past(ahead);
    }
  }
  return {at, true};
}

bool is_ahl(W w) {
  return w == W::letter || w == W::hebrew;
}
bool is_mid_letter(W w) {
  return w == W::mid_letter || w == W::mid_both || w == W::single_quote;
}
bool is_mid_number(W w) {
  return w == W::mid_number || w == W::mid_both || w == W::single_quote;
}
bool is_ignored(W w) {
  return w == W::extend || w == W::format || w == W::zwj;
}
bool is_line(W w) {
  return w == W::newline || w == W::cr || w == W::lf;
}

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

struct Step {
  W word = W::other;
  bool pictographic = false;
  std::size_t end = 0;
};

Step step(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {W::other, false, at};
  const Properties p = properties(decode(text, at));
  return {p.word(), p.has(Properties::pictographic), at};
}

// Passes over Extend, Format and ZWJ (WB4); `joiner` says whether the last of them is a ZWJ.
std::size_t absorb(std::string_view text, std::size_t at, bool& joiner) {
  joiner = false;
  for (;;) {
    const Step s = step(text, at);
    if (at >= text.size() || !is_ignored(s.word)) return at;
    joiner = s.word == W::zwj;
    at = s.end;
  }
}

// WB5 to WB13b between two neighbours.
bool joins(W left, W right) {
  if (is_ahl(left) || left == W::numeric)
    return is_ahl(right) || right == W::numeric || right == W::extend_number;
  if (left == W::katakana) return right == W::katakana || right == W::extend_number;
  if (left == W::extend_number)
    return is_ahl(right) || right == W::numeric || right == W::katakana || right == W::extend_number;
  return left == W::dictionary && right == W::dictionary;
}

}  // namespace

std::size_t find_stop(std::string_view text, std::size_t at) {
  static const auto& table = mark_bytes();
  for (; at < text.size(); at += 64) {
    std::uint64_t found = lanes::bits<lanes::Widest>(text, at, lanes::may_stop);
    for (; found != 0; found &= found - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(found));
      const auto byte = static_cast<unsigned char>(text[place]);
      if (byte < 0x80) return place;
      std::size_t end = place;
      if (table[byte] && is_mark(decode(text, end))) return place;
    }
  }
  return text.size();
}

std::vector<std::size_t> sentence_boundaries(std::string_view text) {
  std::vector<std::size_t> out;
  const SentenceReader in{text};
  for (std::size_t at = find_stop(text, 0); at < text.size(); at = find_stop(text, at)) {
    const S s = in.peek(at);
    Verdict verdict{in.past(at), ends_paragraph(s)};
    if (terminates(s)) verdict = judge(in, at);
    if (verdict.breaks) out.push_back(verdict.next);
    at = verdict.next;
  }
  if (!text.empty() && (out.empty() || out.back() != text.size())) out.push_back(text.size());
  return out;
}

std::size_t next_word_boundary(std::string_view text, std::size_t at) {
  Step left = step(text, at);
  std::size_t end = left.end;
  while (end < text.size() && is_plain(text[end]) && is_plain(text[end - 1]))
    left = step(text, end), end = left.end;
  if (left.word == W::cr) return end < text.size() && text[end] == '\n' ? end + 1 : end;
  if (is_line(left.word)) return end;
  if (left.word == W::space) {
    for (Step next = step(text, end); end < text.size() && next.word == W::space; next = step(text, end))
      end = next.end;
    left.word = W::other;
  }
  bool flag = left.word == W::regional;  // one regional indicator waits for its pair
  bool lone_joiner = left.word == W::zwj;
  for (;;) {
    bool joiner = false;
    const std::size_t after = absorb(text, end, joiner);
    joiner = joiner || (after == end && lone_joiner);
    lone_joiner = false;
    end = after;
    if (end >= text.size()) return end;
    const Step next = step(text, end);
    if (joiner && next.pictographic) {
      left = next;
    } else if (joins(left.word, next.word)) {
      left = next;
    } else if (left.word == W::regional && next.word == W::regional && flag) {
      flag = false;
      left = next;
    } else {
      bool unused = false;
      const Step third = step(text, absorb(text, next.end, unused));
      const bool more = third.end > next.end;
      const bool letters = is_ahl(left.word) && is_mid_letter(next.word) && is_ahl(third.word);
      const bool numbers = left.word == W::numeric && is_mid_number(next.word) && third.word == W::numeric;
      const bool hebrew = left.word == W::hebrew && next.word == W::double_quote && third.word == W::hebrew;
      if (more && (letters || numbers || hebrew)) {
        left = third;
      } else if (left.word == W::hebrew && next.word == W::single_quote) {
        left = next;
      } else {
        return end;
      }
    }
    end = left.end;
  }
}

std::vector<std::size_t> word_boundaries(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < text.size();) {
    at = next_word_boundary(text, at);
    out.push_back(at);
  }
  return out;
}

}  // namespace tenor
