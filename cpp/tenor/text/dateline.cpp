#include "tenor/text/dateline.h"

#include <array>

#include "tenor/text/date_reader.h"
#include "tenor/text/listed.h"

namespace tenor {
namespace {

struct Found {
  std::size_t begin, end;  // tokens
  std::string iso;
};

std::optional<Found> find(const DateReader& reader) {
  const auto& tokens = reader.tokens();
  constexpr std::array<std::string_view, 4> between = {"at", "on", "t", "from"};
  constexpr std::array<std::string_view, 9> marks = {",",      "|",      "-", "\u2013", "\u2014",
                                                     "\u2022", "\u00B7", "@", "/"};
  auto skip = [&](std::size_t at) {
    while (at < tokens.size() && (tokens[at].kind == TokenKind::mark ? listed(tokens[at].lower, marks)
                                                                     : listed(tokens[at].lower, between)))
      ++at;
    return at;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::size_t at = i;
    // A time may stand before its date: "10:48, Tue, Nov 19, 2019".
    if (const auto before = reader.time(at)) {
      std::size_t next = skip(at);
      if (const auto d = reader.date(next)) return Found{i, next, iso(*d, before)};
    }
    at = i;
    if (const auto d = reader.date(at)) {
      std::size_t next = skip(at);
      const auto t = reader.time(next);
      return Found{i, t ? next : at, iso(*d, t)};
    }
  }
  return std::nullopt;
}

/// "6 years ago", "2 hours ago"
bool relative_date(const std::vector<Token>& tokens) {
  constexpr std::array<std::string_view, 14> units = {"year",   "years",   "month", "months", "week",
                                                      "weeks",  "day",     "days",  "hour",   "hours",
                                                      "minute", "minutes", "min",   "mins"};
  return tokens.size() == 3 && tokens[0].kind == TokenKind::number && listed(tokens[1].lower, units) &&
         tokens[2].lower == "ago";
}

}  // namespace

std::optional<DateMention> find_date(std::string_view line) {
  const DateReader reader(line);
  const auto found = find(reader);
  if (!found) return std::nullopt;
  return DateMention{{reader.tokens()[found->begin].span.begin, reader.tokens()[found->end - 1].span.end},
                     found->iso};
}

bool is_date_line(std::string_view line) {
  constexpr std::size_t most = 160;
  constexpr std::array<std::string_view, 31> labels = {
      "published", "updated", "posted",  "on",    "at",      "last", "modified", "first",
      "date",      "created", "edited",  "time",  "min",     "mins", "minute",   "minutes",
      "read",      "local",   "release", "added", "article", "the",  "reading",  "news",
      "pub",       "issued",  "by",      "hrs",   "hours",   "from", "filed"};
  if (line.size() > most) return false;
  const DateReader reader(line);
  const auto& tokens = reader.tokens();
  if (relative_date(tokens)) return true;
  const auto found = find(reader);
  if (!found) return false;
  // What is left may be labels, a second date ("Updated ...") or "2 min read"; any other word is news.
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t at = i;
    if (i == found->begin)
      at = found->end;
    else if (reader.date(at) || reader.time(at)) {
    } else if (tokens[i].kind == TokenKind::word && !listed(tokens[i].lower, labels) &&
               !is_weekday(tokens[i]))
      return false;
    i = std::max(at, i + 1);
  }
  return true;
}

}  // namespace tenor
