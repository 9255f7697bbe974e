#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// What characters are to VADER, which is what they are to Python.
namespace tenor::vader {

/// Kinds of characters, as bits: a mark; a mark of a sentence that is no part of an emoticon with a letter
/// (":D", "=p"); neither a mark nor white space.
enum Kind : std::uint8_t { mark = 1, plain_mark = 2, plain = 4 };
inline constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> out{};
  for (const unsigned char c : std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")) out[c] = mark;
  for (const unsigned char c : std::string_view("\"'(),.!?[]")) out[c] |= plain_mark;
  for (unsigned c = 0; c < 256; ++c)
    if (out[c] == 0 && (c < 9 || c > 13) && (c < 28 || c > 32)) out[c] = plain;
  return out;
}();
constexpr bool is(Kind kind, char c) {
  return (kinds[static_cast<unsigned char>(c)] & kind) != 0;
}

/// The same for many bytes at a time.
inline constexpr auto spaces = [](auto bytes) { return bytes.within(9, 13) | bytes.within(28, 32); };
inline constexpr auto marks_of = [](auto bytes) {
  return bytes.within('!', '/') | bytes.within(':', '@') | bytes.within('[', '`') | bytes.within('{', '~');
};

/// Python's str.isspace beyond ASCII.
inline bool wide_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Title-case letters (Lt): neither upper nor lower, and str.isupper is false for a word that has one.
inline bool title_case(char32_t c) {
  return c == 0x1C5 || c == 0x1C8 || c == 0x1CB || c == 0x1F2 || (c >= 0x1F88 && c <= 0x1F8F) ||
         (c >= 0x1F98 && c <= 0x1F9F) || (c >= 0x1FA8 && c <= 0x1FAF) || c == 0x1FBC || c == 0x1FCC ||
         c == 0x1FFC;
}

/// The places of bits, of which there are some.
inline std::size_t lowest(std::uint64_t bits) {
  return static_cast<unsigned>(__builtin_ctzll(bits));
}
inline std::size_t highest(std::uint64_t bits) {
  return static_cast<unsigned>(63 ^ __builtin_clzll(bits));
}

/// The size in bytes of the character at `lead` if it is one that is common in news, is no white space, and
/// stays as it is in lower case: U+00A1 to U+00BF, U+00DF to U+00FF, U+2010 to U+2027, U+2030 to U+205E. Else
/// 0.
inline std::size_t steady(const char* lead) {
  const auto byte = [lead](std::size_t i) { return static_cast<unsigned char>(lead[i]); };
  if (byte(0) == 0xC2) return byte(1) >= 0xA1 && byte(1) <= 0xBF ? 2 : 0;
  if (byte(0) == 0xC3) return byte(1) >= 0x9F && byte(1) <= 0xBF ? 2 : 0;
  if (byte(0) != 0xE2) return 0;
  if (byte(1) == 0x80)
    return (byte(2) >= 0x90 && byte(2) <= 0xA7) || (byte(2) >= 0xB0 && byte(2) <= 0xBF) ? 3 : 0;
  return byte(1) == 0x81 && byte(2) >= 0x80 && byte(2) <= 0x9E ? 3 : 0;
}

/// How many bytes of `wide`, a word's bytes beyond ASCII, continue a character; none if one is not steady.
inline std::optional<std::size_t> steady_bytes(const char* text, std::uint64_t wide) {
  std::size_t out = 0;
  while (wide != 0) {
    const std::size_t at = lowest(wide);
    const std::size_t size = steady(text + at);
    if (size == 0) return std::nullopt;
    wide &= ~(((std::uint64_t{1} << size) - 1) << at);
    out += size - 1;
  }
  return out;
}

}  // namespace tenor::vader
