#include "tenor/text/dateline.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

#include "tenor/text/listed.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

enum class Kind { word, number, mark };

struct Token {
  Kind kind;
  Span span;
  std::string lower;  // of a word
  int value = 0;      // of a number; -1 beyond four figures
  bool capital = false;
};

constexpr std::size_t longest_line = 400;

std::vector<Token> tokenize(std::string_view line) {
  std::vector<Token> out;
  line = line.substr(0, longest_line);
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t c = decode(line, at);
    if (is_space(c)) continue;
    if (is_digit(c) && c < 0x80) {
      while (at < line.size() && line[at] >= '0' && line[at] <= '9') ++at;
      int value = 0;
      for (std::size_t i = begin; i < at && i < begin + 4; ++i) value = value * 10 + (line[i] - '0');
      out.push_back({Kind::number, {begin, at}, {}, at - begin <= 4 ? value : -1, false});
    } else if (is_letter(c)) {
      const bool capital = is_upper(c);
      for (std::size_t next = at; next < line.size(); at = next) {
        const char32_t d = decode(line, next);
        if (!is_letter(d) && d != U'\'' && d != U'\u2019') break;
      }
      out.push_back({Kind::word, {begin, at}, fold(line.substr(begin, at - begin)), 0, capital});
    } else {
      out.push_back({Kind::mark, {begin, at}, std::string(line.substr(begin, at - begin)), 0, false});
    }
  }
  return out;
}

int month(const Token& t) {
  constexpr std::array<std::string_view, 12> names = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
  if (t.kind != Kind::word || !t.capital) return 0;
  for (std::size_t m = 0; m < names.size(); ++m) {
    if (t.lower == names[m] || t.lower == names[m].substr(0, 3) || (m == 8 && t.lower == "sept"))
      return static_cast<int>(m) + 1;
  }
  return 0;
}

bool weekday(const Token& t) {
  constexpr std::array<std::string_view, 7> names = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  if (t.kind != Kind::word || t.lower.size() < 3) return false;
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return t.lower == name || t.lower == name.substr(0, 3) ||
           (name.size() > 7 && t.lower == name.substr(0, 4));
  });
}

bool ordinal(const Token& t) {
  constexpr std::array<std::string_view, 4> suffixes = {"st", "nd", "rd", "th"};
  return t.kind == Kind::word && listed(t.lower, suffixes);
}

/// Minutes east of Greenwich of a zone whose letters mean one thing only. "ET" and its like follow summer
/// time, "IST" and "BST" stand for several: they are passed over, and the time stays a local one.
std::optional<int> zone_offset(std::string_view lower) {
  struct Zone {
    std::string_view name;
    int minutes;
  };
  constexpr std::array<Zone, 21> zones = {
      {{"gmt", 0},    {"utc", 0},    {"z", 0},      {"est", -300}, {"edt", -240}, {"cdt", -300},
       {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"cet", 60},   {"cest", 120},
       {"eet", 120},  {"eest", 180}, {"msk", 180},  {"jst", 540},  {"kst", 540},  {"hkt", 480},
       {"sgt", 480},  {"aest", 600}, {"aedt", 660}}};
  for (const Zone& zone : zones)
    if (zone.name == lower) return zone.minutes;
  return std::nullopt;
}
bool zone_name(std::string_view lower) {
  constexpr std::array<std::string_view, 7> loose = {"et", "ct", "mt", "pt", "cst", "bst", "ist"};
  return zone_offset(lower) || listed(lower, loose);
}

struct Date {
  int year = 0, month = 0, day = 0;  // year 0: not said; month 0: two readings
};

bool leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
bool exists(const Date& d) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (d.month < 1 || d.month > 12 || d.day < 1) return false;
  const int last = days[static_cast<std::size_t>(d.month) - 1] + (d.month == 2 && leap(d.year) ? 1 : 0);
  return d.day <= last && (d.year == 0 || (d.year >= 1600 && d.year < 2200));
}

/// Reads tokens one after the other; every step either takes what it names or leaves the place as it was.
class Reader {
 public:
  explicit Reader(std::string_view line) : line_(line), tokens_(tokenize(line)) {}

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

  /// A date at token `i`; `i` moves past it.
  std::optional<Date> date(std::size_t& i) const {
    std::size_t at = i;
    if (at < tokens_.size() && weekday(tokens_[at])) {
      ++at;
      while (mark(at, ",") || mark(at, ".")) ++at;
    }
    const auto found = numeric(at) ? numeric_date(at) : worded_date(at);
    if (found) i = at;
    return found;
  }

  struct Time {
    int hour, minute;
    std::optional<int> zone;
  };
  /// A time of day at token `i`, with its zone; `i` moves past both.
  std::optional<Time> time(std::size_t& i) const {
    std::size_t at = i;
    if (!number(at, 0, 24) || width(at) > 2) return std::nullopt;
    Time t{tokens_[at].value, -1, std::nullopt};
    ++at;
    if ((mark(at, ":") || mark(at, ".")) && number(at + 1, 0, 59) && width(at + 1) == 2 && tight(at) &&
        tight(at + 1)) {
      const bool colon = mark(at, ":");
      t.minute = tokens_[at + 1].value;
      at += 2;
      if (mark(at, ":") && number(at + 1, 0, 60) && width(at + 1) == 2) {
        at += 2;
        if (mark(at, ".") && at + 1 < tokens_.size() && tokens_[at + 1].kind == Kind::number) at += 2;
      }
      if (!colon && !meridiem(at)) return std::nullopt;
    }
    if (const std::optional<bool> pm = meridiem(at)) {
      if (t.hour > 12) return std::nullopt;
      t.hour = t.hour % 12 + (*pm ? 12 : 0);
      t.minute = std::max(t.minute, 0);
      if (tokens_[at].lower.size() == 1)
        at += mark(at + 3, ".") ? 4 : 3;  // "p.m."
      else
        ++at;
    }
    if (t.minute < 0 || t.hour > 23) return std::nullopt;
    zone(at, t);
    i = at;
    return t;
  }

  [[nodiscard]] bool mark(std::size_t i, std::string_view m) const {
    return i < tokens_.size() && tokens_[i].kind == Kind::mark && tokens_[i].lower == m;
  }
  [[nodiscard]] bool word(std::size_t i, std::string_view w) const {
    return i < tokens_.size() && tokens_[i].kind == Kind::word && tokens_[i].lower == w;
  }

 private:
  [[nodiscard]] bool number(std::size_t i, int least, int most) const {
    return i < tokens_.size() && tokens_[i].kind == Kind::number && tokens_[i].value >= least &&
           tokens_[i].value <= most;
  }
  [[nodiscard]] std::size_t width(std::size_t i) const { return tokens_[i].span.size(); }
  [[nodiscard]] bool tight(std::size_t i) const {
    return i > 0 && tokens_[i].span.begin == tokens_[i - 1].span.end;
  }
  [[nodiscard]] bool year(std::size_t i) const { return number(i, 1600, 2199) && width(i) == 4; }
  [[nodiscard]] bool day(std::size_t i) const { return number(i, 1, 31) && width(i) <= 2; }
  [[nodiscard]] bool separator(std::size_t i) const { return mark(i, "/") || mark(i, "-") || mark(i, "."); }
  [[nodiscard]] bool numeric(std::size_t i) const {
    return i + 4 < tokens_.size() && tokens_[i].kind == Kind::number && separator(i + 1) && tight(i + 1) &&
           tokens_[i + 2].kind == Kind::number && tokens_[i + 3].lower == tokens_[i + 1].lower &&
           tokens_[i + 4].kind == Kind::number && tight(i + 4);
  }

  std::optional<bool> meridiem(std::size_t i) const {
    if (word(i, "am") || (word(i, "a") && mark(i + 1, ".") && word(i + 2, "m"))) return false;
    if (word(i, "pm") || (word(i, "p") && mark(i + 1, ".") && word(i + 2, "m"))) return true;
    return std::nullopt;
  }

  std::optional<Date> numeric_date(std::size_t& i) const {
    const int a = tokens_[i].value, b = tokens_[i + 2].value, c = tokens_[i + 4].value;
    Date d;
    if (year(i)) {
      d = {a, b, c};
    } else if (width(i) <= 2 && width(i + 2) <= 2 && (year(i + 4) || width(i + 4) == 2)) {
      const int full = year(i + 4) ? c : 2000 + c;
      // Points are written day first; strokes and hyphens both ways, so that only a day past 12 decides.
      if (mark(i + 1, ".") || a > 12)
        d = {full, b, a};
      else if (b > 12 || a == b)
        d = {full, a, b};
      else
        d = {full, 0, a};
      if (mark(i + 1, ".") && width(i + 4) == 2) return std::nullopt;  // more often a version or a score
    } else {
      return std::nullopt;
    }
    if (d.month != 0 && !exists(d)) return std::nullopt;
    i += 5;
    return d;
  }

  std::optional<Date> worded_date(std::size_t& i) const {
    std::size_t at = i;
    Date d;
    auto dot = [&] {
      if (mark(at, ".")) ++at;
    };
    auto suffix = [&] {
      if (at < tokens_.size() && ordinal(tokens_[at])) ++at;
    };
    if (at < tokens_.size() && (d.month = month(tokens_[at])) != 0) {
      ++at, dot();
      if (!day(at)) return std::nullopt;
      d.day = tokens_[at++].value;
      suffix();
    } else if (day(at)) {
      d.day = tokens_[at++].value;
      suffix();
      if (word(at, "of") || mark(at, "-")) ++at;
      if (at >= tokens_.size() || (d.month = month(tokens_[at])) == 0) return std::nullopt;
      ++at, dot();
    } else {
      return std::nullopt;
    }
    std::size_t next = at;
    while (mark(next, ",") || mark(next, "-")) ++next;
    if (year(next)) d.year = tokens_[next].value, at = next + 1;
    if (!exists(d)) return std::nullopt;
    i = at;
    return d;
  }

  void zone(std::size_t& at, Time& t) const {
    std::size_t next = at;
    const bool bracket = mark(next, "(");
    if (bracket) ++next;
    bool named = false;
    if (next < tokens_.size() && tokens_[next].kind == Kind::word && zone_name(tokens_[next].lower)) {
      t.zone = zone_offset(tokens_[next].lower);
      ++next, named = true;
    }
    // "+03:00", "GMT+3"
    if ((mark(next, "+") || mark(next, "-")) && number(next + 1, 0, 1400) && tight(next + 1)) {
      const bool joined = width(next + 1) == 4;
      const int value = tokens_[next + 1].value;
      const bool colon = mark(next + 2, ":") && number(next + 3, 0, 59);
      if (joined || colon || named) {
        const int hours = joined ? value / 100 : value;
        const int minutes = joined ? value % 100 : colon ? tokens_[next + 3].value : 0;
        if (hours <= 14) {
          t.zone = (mark(next, "-") ? -1 : 1) * (hours * 60 + minutes);
          next += colon ? 4 : 2, named = true;
        }
      }
    }
    if (!named) return;
    if (bracket && mark(next, ")")) ++next;
    at = next;
  }

  std::string_view line_;
  std::vector<Token> tokens_;
};

std::string iso(const Date& d, const std::optional<Reader::Time>& t) {
  if (d.year == 0 || d.month == 0) return {};
  std::array<char, 40> out{};
  int n = std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", d.year, d.month, d.day);
  if (t) {
    n += std::snprintf(out.data() + n, out.size() - static_cast<std::size_t>(n), "T%02d:%02d", t->hour,
                       t->minute);
    if (t->zone) {
      const int z = *t->zone < 0 ? -*t->zone : *t->zone;
      std::snprintf(out.data() + n, out.size() - static_cast<std::size_t>(n), "%c%02d:%02d",
                    *t->zone < 0 ? '-' : '+', z / 60, z % 60);
    }
  }
  return out.data();
}

struct Found {
  std::size_t begin, end;  // tokens
  std::string iso;
};

std::optional<Found> find(const Reader& reader) {
  const auto& tokens = reader.tokens();
  constexpr std::array<std::string_view, 4> between = {"at", "on", "t", "from"};
  constexpr std::array<std::string_view, 9> marks = {",",      "|",      "-", "\u2013", "\u2014",
                                                     "\u2022", "\u00B7", "@", "/"};
  auto skip = [&](std::size_t at) {
    while (at < tokens.size() && (tokens[at].kind == Kind::mark ? listed(tokens[at].lower, marks)
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
  return tokens.size() == 3 && tokens[0].kind == Kind::number && listed(tokens[1].lower, units) &&
         tokens[2].lower == "ago";
}

bool is_initials(std::string_view word) {
  return word.size() <= 5 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::optional<DateMention> find_date(std::string_view line) {
  const Reader reader(line);
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
  const Reader reader(line);
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
    } else if (tokens[i].kind == Kind::word && !listed(tokens[i].lower, labels) && !weekday(tokens[i]))
      return false;
    i = std::max(at, i + 1);
  }
  return true;
}

std::optional<WireDateline> find_wire_dateline(std::string_view paragraph) {
  constexpr std::size_t most = 120;
  constexpr std::array<std::string_view, 4> dashes = {"-", "\u2013", "\u2014", "\u2015"};
  const std::string_view head = paragraph.substr(0, most);
  const Reader reader(head);
  const auto& tokens = reader.tokens();
  auto dash = [&](std::size_t i) {
    return i < tokens.size() && tokens[i].kind == Kind::mark && listed(tokens[i].lower, dashes);
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
    if (tokens[i].kind == Kind::word && tokens[i].capital) {
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
    while (end < tokens.size() && end - i <= 5 && tokens[end].kind == Kind::word && tokens[end].capital)
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
