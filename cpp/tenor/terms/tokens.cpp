#include "tenor/terms/tokens.h"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "tenor/terms/hash.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tenor {
namespace {

constexpr std::size_t block_size = 64;

// Of a block of bytes: bit i of `words` is set where byte i is not zero, of `wide` where it is not ASCII.
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

bool has_characters(std::string_view token, std::size_t least) {
  if (token.size() < least || token.size() >= 4 * least) return token.size() >= least;
  const auto continuing =
      std::count_if(token.begin(), token.end(), [](char c) { return (c & '\xC0') == '\x80'; });
  return token.size() - static_cast<std::size_t>(continuing) >= least;
}

}  // namespace

// A block at a time, so that the ends of words cost no mispredicted branch each; nor do words that are too
// short: each is written, and the next one over it.
void find_tokens(std::string_view folded, std::size_t min_length, Buffer<std::string_view>& tokens) {
  tokens.clear();
  const char* begin = nullptr;  // of the run that is open
  std::uint64_t before = 0, wide_before = 0;
  for (std::size_t at = 0; at <= folded.size(); at += block_size) {
    tokens.expect(block_size / 2 + 1);
    std::string_view* next = tokens.data() + tokens.size();
    const char* const block = folded.data() + at;
    const BlockBits bits(block);
    const std::uint64_t after = bits.words << 1 | before, wide = bits.wide | wide_before;
    std::uint64_t begins = bits.words & ~after, ends = after & ~bits.words;
    const auto open = [&] {
      begin = block + std::countr_zero(begins);  // where none is left, nobody reads it
      begins &= begins - 1;
    };
    if (before == 0) open();
    for (; ends != 0; ends &= ends - 1) {
      *next = {begin, static_cast<std::size_t>(block + std::countr_zero(ends) - begin)};
      next += (wide == 0 ? next->size() >= min_length : has_characters(*next, min_length)) ? 1 : 0;
      open();
    }
    tokens.resize(static_cast<std::size_t>(next - tokens.data()));
    before = bits.words >> 63;
    wide_before = before != 0 ? wide : 0;
  }
}

}  // namespace tenor
