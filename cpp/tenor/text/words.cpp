#include "tenor/text/words.h"

#include <algorithm>
#include <array>

#include "tenor/text/boundaries.h"
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

// One text with look-ups that do not run past its end.
struct Reader {
  std::string_view text;

  [[nodiscard]] char at(std::size_t i) const { return i < text.size() ? text[i] : '\0'; }
  [[nodiscard]] char32_t point(std::size_t i) const { return i < text.size() ? decode(text, i) : U'\0'; }
  [[nodiscard]] bool starts(std::size_t i, std::string_view what) const {
    return i <= text.size() && text.substr(i).starts_with(what);
  }
  [[nodiscard]] bool alnum(std::size_t i) const { return is_letter(point(i)) || is_digit(point(i)); }
  [[nodiscard]] bool blank(std::size_t i) const { return i >= text.size() || is_space(point(i)); }
  // The UAX #29 word at `i`, cut before a colon.
  [[nodiscard]] std::size_t plain(std::size_t i) const {
    const std::size_t end = next_word_boundary(text, i);
    const std::size_t colon = text.substr(i, end - i).find(':', 1);
    return colon == none ? end : i + colon;
  }
};

constexpr std::string_view symbols[] = {"$", "£", "€", "¥", "₹", "₽", "₩", "₴"};

// The length of the currency sign at `i`, or 0.
std::size_t currency(const Reader& in, std::size_t i) {
  for (const std::string_view s : symbols)
    if (in.starts(i, s)) return s.size();
  return 0;
}

std::size_t hyphen(const Reader& in, std::size_t i) {
  if (in.at(i) == '-') return 1;
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
  if (in.starts(end, "://") && (word == "http" || word == "https" || word == "ftp") && !in.blank(end + 3))
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

std::size_t emoticon(const Reader& in, std::size_t i) {
  if (i > 0 && !is_space(static_cast<unsigned char>(in.text[i - 1]))) return 0;
  for (const std::string_view e : emoticons)
    if (in.starts(i, e) &&
        (in.blank(i + e.size()) || in.at(i + e.size()) == '.' || in.at(i + e.size()) == ','))
      return i + e.size();
  return 0;
}

// What an ASCII byte can be in the commonest words, which are letters and digits and then something that
// joins nothing.
enum class Byte : unsigned char { other, alnum, apart };

const std::array<Byte, 256>& bytes() {
  static const auto table = [] {
    std::array<Byte, 256> out{};
    for (unsigned c = 0; c < 128; ++c)
      if (is_ascii_letter(static_cast<char>(c)) || is_ascii_digit(static_cast<char>(c))) out[c] = Byte::alnum;
    for (const char c : std::string_view(" \n\t()[]\"!?")) out[static_cast<unsigned char>(c)] = Byte::apart;
    return out;
  }();
  return table;
}

}  // namespace

std::size_t word_end(std::string_view text, std::size_t at, const Abbreviations& abbreviations) {
  static const auto& table = bytes();
  const auto kind = [&](std::size_t i) { return table[static_cast<unsigned char>(text[i])]; };
  std::size_t end = at;
  while (end < text.size() && kind(end) == Byte::alnum) ++end;
  if (end > at && (end == text.size() || kind(end) == Byte::apart)) return end;

  const Reader in{text};
  const char c = text[at];
  if (end > at) {
    if (text[end] == ',' && !is_ascii_digit(in.at(end + 1))) return end;
    return joined(in, at, in.plain(at), abbreviations);
  }
  if (c == '@' || c == '#') return tag_end(in, at + 1);
  if (c == '.' || c == '-') {
    while (in.at(end) == c) ++end;
    if (end - at > 1) return end;
  }
  if (const std::size_t face = emoticon(in, at)) return face;
  const std::size_t sign = currency(in, at);
  if (sign > 0 && is_ascii_digit(in.at(at + sign))) return joined(in, at, in.plain(at + sign), abbreviations);
  end = in.plain(at);
  return in.alnum(at) ? joined(in, at, end, abbreviations) : end;
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
