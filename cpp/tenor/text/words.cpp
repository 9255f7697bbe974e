#include "tenor/text/words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "tenor/text/boundaries.h"
#include "tenor/text/byte_lanes.h"
#include "tenor/text/unicode.h"
#include "tenor/text/word_joins.h"

namespace tenor {
namespace {

using namespace word_joins;

constexpr auto lone = set_of(" \n,.\"'()[]!?");  // begin nothing longer, unless a mark of many bytes follows

// @names and #tags.
std::size_t tag_end(const Reader& in, std::size_t i) {
  while (in.alnum(i) || in.at(i) == '_') decode(in.text, i);
  return i;
}

constexpr std::string_view emoticons[] = {":-)", ":-(", ":-D", ":-P", ":-/", ":'(", ";-)", ":)",  ":(", ":D",
                                          ":P",  ":/",  ";)",  "=)",  "=(",  "<3",  "</3", "^_^", "-_-"};
constexpr auto faces = set_of(":;=<^-");  // how an emoticon begins

// U+2018 to U+201F: a quotation mark.
bool is_curly(const Reader& in, std::size_t i) {
  return in.at(i) == '\xE2' && in.at(i + 1) == '\x80' && (in.at(i + 2) & ~7) == '\x98';
}

// The end of a word at `at` that joins nothing after it: ASCII letters and digits or a single mark. Nearly
// every word is one. `at` when the word is of another kind.
std::size_t simple_end(const Reader& in, std::size_t at, const Abbreviations& abbreviations) {
  const std::string_view text = in.text;
  std::size_t end = lanes::alnum_end(text, at);
  if (end == at) {
    const bool curly = is_curly(in, at);
    if (!curly && !in.is(at, lone)) return at;
    end += curly ? 3 : 1;
    const char next = in.at(end);
    return static_cast<signed char>(next) >= 0 && (next != '.' || text[at] != '.') ? end : at;
  }
  // "Poe's", "don't", as WB6 and WB7 join them.
  const std::size_t mark = in.at(end) == '\''                                                      ? 1
                           : in.at(end) == '\xE2' && is_curly(in, end) && in.at(end + 2) == '\x99' ? 3
                                                                                                   : 0;
  if (mark > 0 && is_ascii_letter(text[end - 1]) && is_ascii_letter(in.at(end + mark)))
    end = lanes::alnum_end(text, end + mark);
  if (in.is(end, apart)) return end;
  const char next = text[end], after = in.at(end + 1);
  if (next == ',' && after == ' ') return end;
  const bool stops = next == '.' && (after == ' ' || after == '\n' || after == '"');
  if (stops && mark == 0 && abbreviations.classify(text.substr(at, end - at)) == Abbreviation::none)
    return end;
  return at;
}

// These two are kept out of the loop that calls them, whose registers they would take.
[[gnu::noinline]] std::uint64_t alnum_bits(std::string_view text, std::size_t at) {
  return lanes::bits<lanes::Widest>(text, at, lanes::is_alnum);
}
[[gnu::noinline]] std::size_t word_end(std::string_view text, std::size_t at,
                                       const Abbreviations& abbreviations) {
  const Reader in{text};
  const std::size_t simple = simple_end(in, at, abbreviations);
  if (simple > at) return simple;
  const char c = text[at];
  if (c == '@' || c == '#') return tag_end(in, at + 1);
  if (c == '.' || c == '-') {
    std::size_t end = at;
    while (in.at(end) == c) ++end;
    if (end - at > 1) return end;
  }
  if (const std::size_t face = emoticon_end(text, at)) return face;
  const std::size_t sign = currency(in, at);
  if (sign > 0 && is_ascii_digit(in.at(at + sign))) return joined(in, at, in.plain(at + sign), abbreviations);
  const std::size_t end = in.plain(at);
  return in.alnum(at) ? joined(in, at, end, abbreviations) : end;
}

}  // namespace

std::size_t emoticon_end(std::string_view text, std::size_t at) {
  const Reader in{text};
  if (!in.is(at, faces) || (at > 0 && !is_space(static_cast<unsigned char>(text[at - 1])))) return 0;
  for (const std::string_view e : emoticons)
    if (in.starts(at, e) &&
        (in.blank(at + e.size()) || in.at(at + e.size()) == '.' || in.at(at + e.size()) == ','))
      return at + e.size();
  return 0;
}

std::vector<Span> find_words(std::string_view text, const Abbreviations& abbreviations) {
  std::vector<Span> out;
  out.reserve(text.size() / 5);
  std::size_t base = 0;
  std::uint64_t alnum = ~std::uint64_t{0};  // letters and digits of 64 bytes from base, not yet read
  for (std::size_t at = 0; at < text.size();) {
    // Most words are letters with a space after them, so these are read first.
    std::size_t letters = base + 64;
    if (at < base + 64) letters = at + static_cast<std::size_t>(std::countr_one(alnum >> (at - base)));
    if (letters >= base + 64) {
      alnum = alnum_bits(text, base = at);
      letters = at + static_cast<std::size_t>(std::countr_one(alnum));
    }
    if (letters > at && letters + 1 < text.size()) {
      const char next = text[letters];
      if (next == ' ') {
        out.push_back({at, letters});
        at = letters + 1;
        continue;
      }
      if ((next == ',' || next == '.') && text[letters + 1] == ' ' &&
          (next == ',' || abbreviations.classify(text.substr(at, letters - at)) == Abbreviation::none)) {
        out.push_back({at, letters});
        out.push_back({letters, letters + 1});
        at = letters + 2;
        continue;
      }
    }
    if (text[at] == ' ' || text[at] == '\n') {
      ++at;
      continue;
    }
    if (letters == at && at + 1 < text.size() && lone[static_cast<unsigned char>(text[at])] &&
        static_cast<signed char>(text[at + 1]) > 0 && text[at + 1] != '.') {
      out.push_back({at, at + 1});
      ++at;
      continue;
    }
    std::size_t after = at;
    if (static_cast<signed char>(text[at]) < '!' && is_space(decode(text, after))) {
      at = after;
      continue;
    }
    const std::size_t end = word_end(text, at, abbreviations);
    out.push_back({at, end});
    at = end;
  }
  return out;
}

std::vector<Span> word_parts(std::string_view text, Span word) {
  const Reader in{text};
  std::vector<Span> out;
  std::size_t begin = word.begin;
  for (std::size_t at = word.begin; at < word.end;) {
    const std::size_t dash = in.alnum(word.begin) || currency(in, word.begin) > 0 ? hyphen(in, at) : 0;
    if (dash > 0 && at > begin) out.push_back({begin, at});
    at += dash > 0 ? dash : 1;
    if (dash > 0) begin = at;
  }
  if (begin < word.end) out.push_back({begin, word.end});
  // An address is no compound, though it may hold hyphens.
  const std::string_view whole = word.of(text);
  if (whole.find("://") != none || whole.find('@') != none || whole.starts_with("www.")) return {word};
  return out;
}

}  // namespace tenor
