#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tenor/terms/hash.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tenor {

/// How many zero bytes stand behind a folded text, so that whole blocks can be read from anywhere in it.
inline constexpr std::size_t padding = 64;

/// Of 64 bytes: bit i of `words` is set where byte i is not zero, of `wide` where it is not ASCII.
struct BlockBits {
  std::uint64_t words = 0, wide = 0;

  explicit BlockBits(const char* block) {
#if defined(__SSE2__)
    for (int part = 0; part < 4; ++part) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block) + part);
      const auto zeros =
          static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_setzero_si128())));
      words |= static_cast<std::uint64_t>(zeros ^ 0xFFFF) << (16 * part);
      wide |= static_cast<std::uint64_t>(_mm_movemask_epi8(bytes)) << (16 * part);
    }
#else
    // The top bit of each byte, gathered by a product (Warren, Hacker's Delight, 2-1 and 7-4).
    constexpr std::uint64_t tops = 0x8080808080808080ULL, gather = 0x0102040810204080ULL;
    for (int part = 0; part < 8; ++part) {
      const std::uint64_t bytes = load64(block + 8 * part), some = (((bytes & ~tops) + ~tops) | bytes) & tops;
      words |= ((some >> 7) * gather >> 56) << (8 * part);
      wide |= (((bytes & tops) >> 7) * gather >> 56) << (8 * part);
    }
#endif
  }
};

/// Calls `use(std::string_view)` for each run of bytes other than zero that has at least `min_length`
/// characters, in a folded text without its padding. 64 bytes at a time, so that the ends of words cost no
/// mispredicted branch each.
template <class Use>
void for_each_token(std::string_view folded, std::size_t min_length, Use&& use) {
  const char* begin = nullptr;  // of the run that is open
  std::uint64_t before = 0, wide_before = 0;
  const auto close = [&](const char* end, std::uint64_t wide) {
    const auto length = static_cast<std::size_t>(end - begin);
    bool long_enough = length >= min_length;
    if (long_enough && wide != 0 && length < 4 * min_length) {
      const auto continuing = std::count_if(begin, end, [](char c) { return (c & '\xC0') == '\x80'; });
      long_enough = length - static_cast<std::size_t>(continuing) >= min_length;
    }
    if (long_enough) use(std::string_view(begin, length));
  };
  for (std::size_t at = 0; at <= folded.size(); at += 64) {
    const char* const block = folded.data() + at;
    const BlockBits bits(block);
    std::uint64_t edges = bits.words ^ (bits.words << 1 | before);
    const std::uint64_t wide = bits.wide | wide_before;
    bool open = before != 0;
    for (; edges != 0; edges &= edges - 1) {
      const char* const edge = block + std::countr_zero(edges);
      if (open) {
        close(edge, wide);
      } else {
        begin = edge;
      }
      open = !open;
    }
    before = bits.words >> 63;
    wide_before = before != 0 ? wide : 0;
  }
}

}  // namespace tenor
