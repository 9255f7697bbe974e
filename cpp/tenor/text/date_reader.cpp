#include "tenor/text/date_reader.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "tenor/text/listed.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

using Kind = TokenKind;

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

bool ordinal(const Token& t) {
  constexpr std::array<std::string_view, 4> suffixes = {"st", "nd", "rd", "th"};
  return t.kind == Kind::word && listed(t.lower, suffixes);
}

bool leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
bool exists(const Date& d) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (d.month < 1 || d.month > 12 || d.day < 1) return false;
  const int last = days[static_cast<std::size_t>(d.month) - 1] + (d.month == 2 && leap(d.year) ? 1 : 0);
  return d.day <= last && (d.year == 0 || (d.year >= 1600 && d.year < 2200));
}

}  // namespace

bool is_weekday(const Token& t) {
  constexpr std::array<std::string_view, 7> names = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  if (t.kind != Kind::word || t.lower.size() < 3) return false;
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    return t.lower == name || t.lower == name.substr(0, 3) ||
           (name.size() > 7 && t.lower == name.substr(0, 4));
  });
}

DateReader::DateReader(std::string_view line) : tokens_(tokenize(line)) {}

std::optional<Date> DateReader::date(std::size_t& i) const {
  std::size_t at = i;
  if (at < tokens_.size() && is_weekday(tokens_[at])) {
    ++at;
    while (mark(at, ",") || mark(at, ".")) ++at;
  }
  const auto found = numeric(at) ? numeric_date(at) : worded_date(at);
  if (found) i = at;
  return found;
}

std::optional<Time> DateReader::time(std::size_t& i) const {
  if (const auto found = wire_time(i)) return found;
  std::size_t at = i;
  if (!number(at, 0, 24) || width(at) > 2) return std::nullopt;
  Time t{tokens_[at].value, -1, {}, std::nullopt};
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

/// "1530 GMT": four figures, which need their zone not to be a year.
std::optional<Time> DateReader::wire_time(std::size_t& i) const {
  constexpr int most = 2359, hundred = 100, minutes = 60;
  if (!number(i, 0, most) || width(i) != 4 || tokens_[i].value % hundred >= minutes) return std::nullopt;
  Time t{tokens_[i].value / hundred, tokens_[i].value % hundred, {}, std::nullopt};
  std::size_t at = i + 1;
  zone(at, t);
  if (t.zone.empty()) return std::nullopt;
  i = at;
  return t;
}

bool DateReader::mark(std::size_t i, std::string_view m) const {
  return i < tokens_.size() && tokens_[i].kind == Kind::mark && tokens_[i].lower == m;
}

bool DateReader::word(std::size_t i, std::string_view w) const {
  return i < tokens_.size() && tokens_[i].kind == Kind::word && tokens_[i].lower == w;
}

bool DateReader::number(std::size_t i, int least, int most) const {
  return i < tokens_.size() && tokens_[i].kind == Kind::number && tokens_[i].value >= least &&
         tokens_[i].value <= most;
}

bool DateReader::tight(std::size_t i) const {
  return i > 0 && tokens_[i].span.begin == tokens_[i - 1].span.end;
}

bool DateReader::separator(std::size_t i) const {
  return mark(i, "/") || mark(i, "-") || mark(i, ".");
}

bool DateReader::numeric(std::size_t i) const {
  return i + 4 < tokens_.size() && tokens_[i].kind == Kind::number && separator(i + 1) && tight(i + 1) &&
         tokens_[i + 2].kind == Kind::number && tokens_[i + 3].lower == tokens_[i + 1].lower &&
         tokens_[i + 4].kind == Kind::number && tight(i + 4);
}

std::optional<bool> DateReader::meridiem(std::size_t i) const {
  if (word(i, "am") || (word(i, "a") && mark(i + 1, ".") && word(i + 2, "m"))) return false;
  if (word(i, "pm") || (word(i, "p") && mark(i + 1, ".") && word(i + 2, "m"))) return true;
  return std::nullopt;
}

std::optional<Date> DateReader::numeric_date(std::size_t& i) const {
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

std::optional<Date> DateReader::worded_date(std::size_t& i) const {
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

void DateReader::zone(std::size_t& at, Time& t) const {
  std::size_t next = at;
  const bool bracket = mark(next, "(");
  if (bracket) ++next;
  bool named = false;
  if (next < tokens_.size() && tokens_[next].kind == Kind::word && is_zone_name(tokens_[next].lower)) {
    t.zone = tokens_[next].lower;
    ++next, named = true;
    // "Eastern Daylight Time"
    while (word(next, "standard") || word(next, "daylight") || word(next, "time")) ++next;
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
        t.offset = (mark(next, "-") ? -1 : 1) * (hours * 60 + minutes);
        next += colon ? 4 : 2, named = true;
      }
    }
  }
  if (!named) return;
  if (bracket && mark(next, ")")) ++next;
  at = next;
}

std::string iso(const Date& d, const std::optional<Time>& t) {
  if (d.year == 0 || d.month == 0) return {};
  std::array<char, 40> out{};
  int n = std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", d.year, d.month, d.day);
  if (t) {
    n += std::snprintf(out.data() + n, out.size() - static_cast<std::size_t>(n), "T%02d:%02d", t->hour,
                       t->minute);
    if (const auto offset = t->offset ? t->offset : zone_offset(t->zone, d)) {
      const int z = *offset < 0 ? -*offset : *offset;
      std::snprintf(out.data() + n, out.size() - static_cast<std::size_t>(n), "%c%02d:%02d",
                    *offset < 0 ? '-' : '+', z / 60, z % 60);
    }
  }
  return out.data();
}

}  // namespace tenor
