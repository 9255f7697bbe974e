#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tenor {

/// The code point at byte `at`, which moves past it. A malformed byte reads as U+FFFD and moves one byte, so
/// any bytes end.
char32_t decode(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t c);
/// The byte offset of the first malformed UTF-8 sequence (a surrogate counts as one), or npos.
std::size_t find_malformed(std::string_view text);

bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_digit(char32_t c);
bool is_space(char32_t c);
char32_t to_lower(char32_t c);

/// Lower-cased, with curly quotes and apostrophes straightened: for look-up only, offsets do not carry over.
std::string fold(std::string_view text);

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
  std::string_view text_;
  std::vector<std::size_t> before_;  // code points before each block of bytes; empty for ASCII
};

}  // namespace tenor
