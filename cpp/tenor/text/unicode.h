#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/properties.h"

namespace tenor {

char32_t decode_wide(std::string_view text, std::size_t& at);  // decode where the byte is not ASCII

/// The code point at byte `at`, which moves past it. A malformed byte reads as U+FFFD and moves one byte, so
/// any bytes end.
inline char32_t decode(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return decode_wide(text, at);
  ++at;
  return byte;
}
void append_utf8(std::string& out, char32_t c);
/// The byte offset of the first malformed UTF-8 sequence (a surrogate counts as one), or npos.
std::size_t find_malformed(std::string_view text);

inline bool is_letter(char32_t c) {
  return properties(c).has(Properties::letter);
}
inline bool is_upper(char32_t c) {
  return properties(c).has(Properties::upper);
}
inline bool is_lower(char32_t c) {
  return properties(c).has(Properties::lower);
}
inline bool is_digit(char32_t c) {
  return properties(c).has(Properties::digit);
}
inline bool is_space(char32_t c) {
  return properties(c).has(Properties::space);
}
char32_t to_lower(char32_t c);

/// Lower-cased, with curly quotes and apostrophes straightened: for look-up only, offsets do not carry over.
std::string fold(std::string_view text);
/// The same, appended to `out`.
void fold(std::string_view text, std::string& out);

/// The ICU and Unicode versions the properties come from, as "78.3" and "17.0".
std::string icu_version();
std::string unicode_version();

/// Converts byte offsets of one text to code-point offsets, in any order, in constant time.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  /// The number of code points that begin before byte `byte`.
  [[nodiscard]] std::size_t operator()(std::size_t byte) const;
  /// The byte at which code point number `point` begins; the text's size when there is none.
  [[nodiscard]] std::size_t byte(std::size_t point) const;

 private:
  static constexpr std::size_t block = 64;
  /// How many code points begin in the `size` bytes at `at`, at most a block.
  [[nodiscard]] std::size_t begun(std::size_t at, std::size_t size) const;
  std::string_view text_;
  std::vector<std::size_t> before_;  // code points before each block of bytes; empty for ASCII
};

}  // namespace tenor
