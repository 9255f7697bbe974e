#include "tenor/text/line_layout.h"

#include <algorithm>
#include <array>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

constexpr std::size_t widest = 200;    // a longer line is a paragraph, whatever its neighbours look like
constexpr std::size_t narrowest = 30;  // shorter lines are a list or a poem

// Line breaks between two lines that both hold something, as lengths to count.
struct Breaks {
  std::array<std::size_t, widest + 2> lines{};  // how many lines of each length end in such a break
  std::array<std::size_t, widest + 2>
      room{};  // the same, of the length with the next line's first word added
  std::size_t count = 0, lower = 0;
};

std::string_view trim(std::string_view line) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!line.empty() && blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && blank(line.back())) line.remove_suffix(1);
  return line;
}

Breaks count_breaks(std::string_view text) {
  Breaks breaks;
  std::string_view before;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    if (!before.empty() && !line.empty()) {
      const std::size_t word = std::min(line.find(' '), line.size());
      ++breaks.count;
      ++breaks.lines[std::min(before.size(), widest + 1)];
      ++breaks.room[std::min(before.size() + 1 + word, widest + 1)];
      std::size_t first = 0;
      if (is_lower(decode(line, first))) ++breaks.lower;
    }
    before = line;
    at = end + 1;
  }
  return breaks;
}

}  // namespace

LineLayout read_layout(std::string_view text, Newline newline) {
  if (newline == Newline::hard || text.find('\n') == std::string_view::npos)
    return {newline == Newline::soft ? Newline::soft : Newline::hard, 0};
  const Breaks breaks = count_breaks(text);
  // The width is that of the longest lines, but for one in twenty, which may be an address or a table.
  std::size_t width = widest + 1, beyond = breaks.lines[width];
  while (width > 0 && beyond * 20 <= breaks.count) beyond += breaks.lines[--width];
  std::size_t fitting = 0;
  for (std::size_t i = 0; i <= width; ++i) fitting += breaks.room[i];
  if (newline == Newline::soft) return {Newline::soft, width > widest ? 0 : width};
  const bool wrapped = width <= widest && width >= narrowest && breaks.lower * 4 >= breaks.count &&
                       breaks.lower > 0 && fitting * 2 <= breaks.count;
  return wrapped ? LineLayout{Newline::soft, width} : LineLayout{};
}

Newline resolve_newline(std::string_view text, Newline newline) {
  return read_layout(text, newline).newline;
}

}  // namespace tenor
