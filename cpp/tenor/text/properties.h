#pragma once

#include <cstdint>

namespace tenor {

/// Sentence_Break of UAX #29.
enum class SentenceBreak : std::uint8_t {
  other,
  cr,
  lf,
  extend,
  sep,
  format,
  space,
  lower,
  upper,
  letter,
  numeric,
  full_stop,
  continues,
  stop,
  close
};

/// Word_Break of UAX #29. `dictionary` holds Thai, Khmer and their kin, which ICU cuts by a dictionary where
/// it has one; here a run of them is one word.
enum class WordBreak : std::uint8_t {
  other,
  cr,
  lf,
  newline,
  extend,
  zwj,
  format,
  regional,
  katakana,
  hebrew,
  letter,
  single_quote,
  double_quote,
  mid_both,
  mid_letter,
  mid_number,
  numeric,
  extend_number,
  space,
  dictionary
};

/// What a code point is, in 16 bits: 4 for SentenceBreak, 5 for WordBreak, then flags.
class Properties {
 public:
  static constexpr unsigned pictographic = 1U << 9, letter = 1U << 10, upper = 1U << 11, lower = 1U << 12,
                            digit = 1U << 13, space = 1U << 14;

  constexpr explicit Properties(std::uint16_t bits) : bits_(bits) {}
  [[nodiscard]] constexpr SentenceBreak sentence() const { return static_cast<SentenceBreak>(bits_ & 15U); }
  [[nodiscard]] constexpr WordBreak word() const { return static_cast<WordBreak>((bits_ >> 4) & 31U); }
  [[nodiscard]] constexpr bool has(unsigned flag) const { return (bits_ & flag) != 0; }

 private:
  std::uint16_t bits_;
};

namespace tables {
// Two stages, made at build time from ICU by generate_properties.cpp: equal blocks of 128 code points are
// held once.
constexpr unsigned block_bits = 7;
extern const std::uint8_t block_of[];
extern const std::uint16_t blocks[];
extern const char* const icu_version;
extern const char* const unicode_version;
}  // namespace tables

inline Properties properties(char32_t c) {
  constexpr char32_t mask = (1U << tables::block_bits) - 1;
  if (c <= mask) return Properties(tables::blocks[c]);  // the first block is ASCII
  if (c > 0x10FFFF) c = 0xFFFD;
  return Properties(
      tables::blocks[(std::uint32_t{tables::block_of[c >> tables::block_bits]} << tables::block_bits) |
                     (c & mask)]);
}

}  // namespace tenor
