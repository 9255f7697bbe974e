#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/span.h"
#include "tenor/text/time_zone.h"

namespace tenor {

enum class TokenKind { word, number, mark };

/// A piece of a line that may hold a date.
struct Token {
  TokenKind kind;
  Span span;
  std::string lower;  // of a word
  int value = 0;      // of a number; -1 beyond four figures
  bool capital = false;
};

struct Time {
  int hour, minute;
  std::string zone;           // its name in small letters; empty where none is given
  std::optional<int> offset;  // minutes east of Greenwich, where figures give it
};

bool is_weekday(const Token& token);

/// Reads dates and times of a line's first few hundred bytes, token after token; every step either takes
/// what it names or leaves the place as it was.
class DateReader {
 public:
  explicit DateReader(std::string_view line);

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

  /// A date at token `i`; `i` moves past it.
  std::optional<Date> date(std::size_t& i) const;
  /// A time of day at token `i`, with its zone; `i` moves past both.
  std::optional<Time> time(std::size_t& i) const;

  [[nodiscard]] bool mark(std::size_t i, std::string_view m) const;
  [[nodiscard]] bool word(std::size_t i, std::string_view w) const;

 private:
  [[nodiscard]] bool number(std::size_t i, int least, int most) const;
  [[nodiscard]] std::size_t width(std::size_t i) const { return tokens_[i].span.size(); }
  [[nodiscard]] bool tight(std::size_t i) const;
  [[nodiscard]] bool year(std::size_t i) const { return number(i, 1600, 2199) && width(i) == 4; }
  [[nodiscard]] bool day(std::size_t i) const { return number(i, 1, 31) && width(i) <= 2; }
  [[nodiscard]] bool separator(std::size_t i) const;
  [[nodiscard]] bool numeric(std::size_t i) const;
  [[nodiscard]] std::optional<bool> meridiem(std::size_t i) const;
  std::optional<Date> numeric_date(std::size_t& i) const;
  std::optional<Date> worded_date(std::size_t& i) const;
  std::optional<Time> wire_time(std::size_t& i) const;
  void zone(std::size_t& at, Time& t) const;

  std::vector<Token> tokens_;
};

/// "2025-12-03", "2025-12-03T08:24", "2025-12-03T08:24+00:00"; empty where the date is not wholly said.
std::string iso(const Date& date, const std::optional<Time>& time);

}  // namespace tenor
