#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Eight bytes of text at a time in one register, on any machine: what runs over every byte of a text costs
/// about a cycle a byte so. A lane is a byte; the first is the lowest. Answers are flags: the high bit of
/// each lane (Lamport, "Multiple byte processing with full-word instructions", 1975).
namespace tenor::lanes {

constexpr std::uint64_t every = 0x0101010101010101U, high = 0x8080808080808080U;

constexpr std::uint64_t fill(unsigned byte) {
  return every * byte;
}

/// Up to eight bytes from `from`, zeros after them. Short ones by loads that overlap, without a loop.
inline std::uint64_t load(const char* from, std::size_t size) {
  const auto part = [from]<class Word>(Word word, std::size_t at) {
    std::memcpy(&word, from + at, sizeof word);
    if constexpr (std::endian::native == std::endian::big) {
      if constexpr (sizeof word == 8) word = __builtin_bswap64(word);
      if constexpr (sizeof word == 4) word = __builtin_bswap32(word);
    }
    return std::uint64_t{word} << (8 * at);
  };
  if (size >= 8) return part(std::uint64_t{}, 0);
  if (size >= 4) return part(std::uint32_t{}, 0) | part(std::uint32_t{}, size - 4);
  if (size == 0) return 0;
  return part(std::uint8_t{}, 0) | part(std::uint8_t{}, size / 2) | part(std::uint8_t{}, size - 1);
}
/// The eight bytes of a text at `at`, zeros after its end.
inline std::uint64_t load(std::string_view text, std::size_t at) {
  return load(text.data() + at, text.size() - at);
}

/// Where lanes below 0x80 hold `byte`. Other lanes must have been cleared of their high bit.
constexpr std::uint64_t equal(std::uint64_t ascii, unsigned byte) {
  return ~((ascii ^ fill(byte)) + fill(0x7F)) & high;
}
/// Where lanes below 0x80 lie in [first, last].
constexpr std::uint64_t within(std::uint64_t ascii, unsigned first, unsigned last) {
  return (ascii + fill(0x80 - first)) & ~(ascii + fill(0x7F - last)) & high;
}

/// The lane of the first flag, 8 when there is none.
constexpr std::size_t first(std::uint64_t flags) {
  return static_cast<std::size_t>(std::countr_zero(flags)) / 8;
}

/// Where lanes hold an ASCII letter or digit.
constexpr std::uint64_t alnum(std::uint64_t bytes) {
  const std::uint64_t ascii = bytes & ~high;
  return (within(ascii | fill(0x20), 'a', 'z') | within(ascii, '0', '9')) & ~bytes;
}

/// The end of the ASCII letters and digits at `at`.
inline std::size_t alnum_end(std::string_view text, std::size_t at) {
  for (; at < text.size(); at += 8)
    if (const std::uint64_t others = ~alnum(load(text, at)) & high; others != 0) return at + first(others);
  return text.size();
}

/// One bit for each of the 64 bytes at `at`: an ASCII letter or digit.
inline std::uint64_t alnum_bits(std::string_view text, std::size_t at) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < 8 && at + 8 * i < text.size(); ++i) {
    const std::uint64_t flags = alnum(load(text, at + 8 * i)) >> 7;
    out |= (flags * 0x0102040810204080U >> 56) << (8 * i);  // gathers the lowest bit of each lane
  }
  return out;
}

}  // namespace tenor::lanes
