#include "tenor/text/wire_dateline.h"

#include <algorithm>
#include <array>

#include "tenor/text/date_reader.h"
#include "tenor/text/listed.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

bool is_initials(std::string_view word) {
  return word.size() <= 5 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::optional<WireDateline> find_wire_dateline(std::string_view paragraph) {
  constexpr std::size_t most = 120;
  constexpr std::array<std::string_view, 4> dashes = {"-", "\u2013", "\u2014", "\u2015"};
  const std::string_view head = paragraph.substr(0, most);
  const DateReader reader(head);
  const auto& tokens = reader.tokens();
  auto dash = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].kind == TokenKind::mark && listed(tokens[i].lower, dashes);
  };
  WireDateline out;
  std::size_t i = 0;
  bool shouted = true;  // the place is in capitals, as agencies write it
  constexpr std::size_t most_words = 6;
  // PLACE: capitalised words with commas, points and hyphens inside names ("ST. PETERSBURG, Fla.").
  std::size_t words = 0, last = 0;
  for (; i < tokens.size() && words <= most_words; ++i) {
    std::size_t probe = i;
    if (words > 0 && reader.date(probe)) break;
    if (tokens[i].kind == TokenKind::word && tokens[i].capital) {
      const std::string_view own = tokens[i].span.of(head);
      if (words == 0 || !reader.mark(i - 1, ","))
        shouted = shouted && own.size() > 1 && fold(own) != own &&
                  std::none_of(own.begin(), own.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      ++words, last = i + 1;
    } else if (words == 0 || !(reader.mark(i, ",") || reader.mark(i, ".") || reader.mark(i, "'") ||
                               (reader.mark(i, "-") && tokens[i].span.begin == tokens[i - 1].span.end &&
                                i + 1 < tokens.size() && tokens[i + 1].span.begin == tokens[i].span.end))) {
      break;
    }
  }
  if (words > 0) out.place = Span{tokens[0].span.begin, tokens[last - 1].span.end};
  if (words > 0) {
    while (reader.mark(i, ",") || reader.mark(i, ".")) ++i;
    std::size_t at = i;
    if (const auto d = reader.date(at)) {
      out.iso = iso(*d, std::nullopt);
      i = at;
      while (reader.mark(i, ",") || reader.mark(i, ".")) ++i;
    }
  }
  bool closed_by_slash = false;
  if (reader.mark(i, "(") || reader.mark(i, "/")) {
    const bool slash = reader.mark(i, "/");
    const std::string_view close = slash ? "/" : ")";
    std::size_t end = i + 1;
    while (end < tokens.size() && end - i <= 5 && tokens[end].kind == TokenKind::word && tokens[end].capital)
      ++end;
    if (end == i + 1 || !reader.mark(end, close)) return std::nullopt;
    out.agency = Span{tokens[i + 1].span.begin, tokens[end - 1].span.end};
    i = end + 1;
    closed_by_slash = slash;
    if (slash && reader.mark(i, ".")) ++i;
  }
  if (i == 0 || i >= tokens.size() || (!out.agency && !shouted)) return std::nullopt;
  const std::size_t end = tokens[i - 1].span.end;
  const bool spaced = tokens[i].span.begin > end || out.agency;
  if (dash(i) && spaced) {
    while (dash(i)) ++i;
  } else if (!closed_by_slash && (out.place || !is_initials(out.agency->of(head)))) {
    return std::nullopt;  // "(CNN)The White House" is a dateline, "(Laughter) The" is not
  }
  if (i >= tokens.size()) return std::nullopt;
  out.span = {tokens[0].span.begin, end};
  out.text_begin = tokens[i].span.begin;
  return out;
}

}  // namespace tenor
