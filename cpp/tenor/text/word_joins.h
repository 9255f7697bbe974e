#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "tenor/text/abbreviations.h"
#include "tenor/text/boundaries.h"
#include "tenor/text/byte_lanes.h"
#include "tenor/text/unicode.h"

/// How words.cpp joins the words of UAX #29 into those of news.
namespace tenor::word_joins {

constexpr std::size_t none = std::string_view::npos;

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}
constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

// A set of ASCII bytes.
constexpr std::array<bool, 256> set_of(std::string_view bytes) {
  std::array<bool, 256> out{};
  for (const char c : bytes) out[static_cast<unsigned char>(c)] = true;
  return out;
}
inline constexpr auto apart = set_of(" \n\t()[]\"!?;");  // join nothing to a word before them

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

/// The length of the currency sign at `i`, or 0.
std::size_t currency(const Reader& in, std::size_t i);
/// The length of the hyphen at `i`, or 0.
std::size_t hyphen(const Reader& in, std::size_t i);
/// Where the joins of news lead from the plain word [begin, end).
std::size_t joined(const Reader& in, std::size_t begin, std::size_t end, const Abbreviations& abbreviations);

}  // namespace tenor::word_joins
