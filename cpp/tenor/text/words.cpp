#include "tenor/text/words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "tenor/text/boundaries.h"
#include "tenor/text/byte_lanes.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_ascii_letter(char c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}
bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

// A set of ASCII bytes.
constexpr std::array<bool, 256> set_of(std::string_view bytes) {
  std::array<bool, 256> out{};
  for (const char c : bytes) out[static_cast<unsigned char>(c)] = true;
  return out;
}
constexpr auto apart = set_of(" \n\t()[]\"!?;");  // join nothing to a word before them
constexpr auto lone = set_of(" \n,.\"'()[]!?");   // begin nothing longer, unless a mark of many bytes follows

// One text with look-ups that do not run past its end.
struct Reader {
  std::string_view text;

  [[nodiscard]] char at(std::size_t i) const { return i < text.size() ? text[i] : '\0'; }
  [[nodiscard]] char32_t point(std::size_t i) const { return i < text.size() ? decode(text, i) : U'\0'; }
  [[nodiscard]] bool starts(std::size_t i, std::string_view what) const {
    return i <= text.size() && text.substr(i).starts_with(what);
  }
  [[nodiscard]] bool is(std::size_t i, const std::array<bool, 256>& set) const {
    return i >= text.size() || set[static_cast<unsigned char>(text[i])];
  }
  [[nodiscard]] bool alnum(std::size_t i) const { return is_letter(point(i)) || is_digit(point(i)); }
  [[nodiscard]] bool blank(std::size_t i) const { return i >= text.size() || is_space(point(i)); }
  // The UAX #29 word at `i`, cut before a colon.
  [[nodiscard]] std::size_t plain(std::size_t i) const {
    std::size_t end = lanes::alnum_end(text, i);
    if (end > i && (is(end, apart) || at(end) == '-')) return end;
    end = next_word_boundary(text, i);
    const std::size_t colon = text.substr(i, end - i).find(':', 1);
    return colon == none ? end : i + colon;
  }
};

constexpr std::string_view symbols[] = {"$", "£", "€", "¥", "₹", "₽", "₩", "₴"};

// The length of the currency sign at `i`, or 0.
std::size_t currency(const Reader& in, std::size_t i) {
  const auto lead = static_cast<unsigned char>(in.at(i));
  if (lead != '$' && lead != 0xC2 && lead != 0xE2) return 0;
  for (const std::string_view s : symbols)
    if (in.starts(i, s)) return s.size();
  return 0;
}

std::size_t hyphen(const Reader& in, std::size_t i) {
  if (in.at(i) == '-') return 1;
  if (in.at(i) != '\xE2') return 0;
  return in.starts(i, "\u2010") || in.starts(i, "\u2011") ? 3 : 0;
}

// The end of an address: what follows up to white space or a mark that no address holds, without the
// punctuation of the sentence around it. A closing bracket stays where the address opens it.
std::size_t address_end(const Reader& in, std::size_t begin, std::size_t i) {
  while (i < in.text.size()) {
    const auto c = static_cast<unsigned char>(in.text[i]);
    if (c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '|' || c == '`') break;
    ++i;
  }
  const std::string_view token = in.text.substr(begin, i - begin);
  const auto opened = std::count(token.begin(), token.end(), '(');
  auto closed = std::count(token.begin(), token.end(), ')');
  while (i > begin + 1) {
    const char c = in.text[i - 1];
    if (c == ')' ? closed <= opened : std::string_view(".,;:!?'*_~]}").find(c) == none) break;
    closed -= c == ')' ? 1 : 0;
    --i;
  }
  return i;
}

bool is_domain(std::string_view word) {
  const std::size_t dot = word.rfind('.');
  if (dot == none || dot == 0 || word.size() - dot < 3) return false;
  return std::all_of(word.begin() + static_cast<std::ptrdiff_t>(dot) + 1, word.end(), is_ascii_letter);
}

// An address that begins with the word [begin, end), or 0.
std::size_t address(const Reader& in, std::size_t begin, std::size_t end) {
  const std::string_view word = in.text.substr(begin, end - begin);
  const char next = in.at(end);
  if (next != ':' && next != '/' && next != '@' && !word.starts_with('w')) return 0;
  if (next == ':' && in.starts(end, "://") && (word == "http" || word == "https" || word == "ftp") &&
      !in.blank(end + 3))
    return address_end(in, begin, end + 3);
  if (word.starts_with("www.") || (in.at(end) == '/' && is_domain(word) && in.alnum(end + 1)))
    return address_end(in, begin, end);
  if (in.at(end) == '@' && in.alnum(end + 1)) {
    const std::size_t host = address_end(in, end + 1, end + 1);
    if (is_domain(in.text.substr(end + 1, host - end - 1))) return host;
  }
  return 0;
}

// Where the full stop at `end` belongs to the piece [begin, end), the place after it, with a possessive; else
// `end`.
std::size_t final_stop(const Reader& in, std::size_t begin, std::size_t end,
                       const Abbreviations& abbreviations) {
  if (in.at(end) != '.' || in.at(end + 1) == '.') return end;
  bool takes = false;
  switch (abbreviations.classify(in.text.substr(begin, end - begin))) {
    case Abbreviation::none:
      return end;
    case Abbreviation::number:
      takes = in.at(end + 1) == ' ' && is_digit(in.point(end + 2));
      break;
    case Abbreviation::initial:
      takes = in.at(end + 1) == '-' || (in.at(end + 1) == ' ' && is_upper(in.point(end + 2)));
      break;
    default:
      takes = !in.alnum(end + 1);
  }
  if (!takes) return end;
  ++end;
  if (in.starts(end, "'s") && !in.alnum(end + 2)) return end + 2;
  return in.starts(end, "\u2019s") && !in.alnum(end + 4) ? end + 4 : end;
}

// Where the joins of news lead from the plain word [begin, end).
std::size_t joined(const Reader& in, std::size_t begin, std::size_t end, const Abbreviations& abbreviations) {
  std::size_t piece = begin;
  for (;;) {
    const std::size_t stop = final_stop(in, piece, end, abbreviations);
    const bool stopped = stop > end;
    end = stop;
    const char last = in.text[end - 1], next = in.at(end), third = in.at(end + 1);
    const std::size_t dash = hyphen(in, end);
    if (const std::size_t whole = stopped ? 0 : address(in, begin, end)) return whole;
    if (dash > 0 && in.alnum(end + dash)) {
      piece = end + dash;
    } else if (dash > 0 && is_ascii_digit(in.at(end + dash + currency(in, end + dash))) &&
               currency(in, end + dash) > 0) {
      piece = end + dash + currency(in, end + dash);
    } else if (next == '&' && is_ascii_upper(last) && is_ascii_upper(third)) {
      piece = end + 1;
    } else if ((next == '/' || next == ':') && is_ascii_digit(last) && is_ascii_digit(third)) {
      piece = end + 1;
    } else if (next == '$' && is_ascii_upper(last) && end - begin <= 3 && is_ascii_digit(third)) {
      piece = end + 1;
    } else if (is_ascii_digit(last) && next == '%') {
      return hyphen(in, end + 1) > 0 && in.alnum(end + 2) ? joined(in, begin, end + 1, abbreviations)
                                                          : end + 1;
    } else {
      const std::size_t sign = is_ascii_digit(last) ? currency(in, end) : 0;
      return sign > 0 && !in.alnum(end + sign) ? end + sign : end;
    }
    end = in.plain(piece);
  }
}

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
