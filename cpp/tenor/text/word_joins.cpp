#include "tenor/text/word_joins.h"

#include <algorithm>

namespace tenor::word_joins {
namespace {

constexpr std::string_view symbols[] = {"$", "£", "€", "¥", "₹", "₽", "₩", "₴"};

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

}  // namespace

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

}  // namespace tenor::word_joins
