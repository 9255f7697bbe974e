#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/// Many bytes of text at a time in one register: what runs over every byte of a text costs a fraction of a
/// cycle a byte so. A lane is a byte; an answer is a flag in the high bit of each lane.
namespace tenor::lanes {

/// Up to eight bytes, the first one lowest, zeros after them. Short ones by loads that overlap, without a
/// loop.
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

constexpr std::uint64_t high = 0x8080808080808080U;  // of each lane, which is set where it is not ASCII

/// Eight lanes, on any machine (Lamport, "Multiple byte processing with full-word instructions", 1975). The
/// first byte is in the lowest lane.
class Eight {
 public:
  static constexpr std::size_t width = 8;

  constexpr explicit Eight(std::uint64_t bytes) : bytes_(bytes) {}
  static Eight load(const char* from, std::size_t size = width) { return Eight(lanes::load(from, size)); }
  [[nodiscard]] constexpr std::uint64_t bytes() const { return bytes_; }

  /// Where lanes hold `byte`, which is ASCII.
  [[nodiscard]] constexpr Eight equal(unsigned byte) const {
    return Eight(~(((bytes_ & ~high) ^ fill(byte)) + fill(0x7F)) & ~bytes_ & high);
  }
  /// Where lanes lie in [first, last], which is ASCII.
  [[nodiscard]] constexpr Eight within(unsigned first, unsigned last) const {
    const std::uint64_t ascii = bytes_ & ~high;
    return Eight((ascii + fill(0x80 - first)) & ~(ascii + fill(0x7F - last)) & ~bytes_ & high);
  }
  [[nodiscard]] constexpr Eight wide() const { return *this; }  // not ASCII: the high bit is the flag
  /// Where lanes hold a byte that continues a UTF-8 sequence, 0x80 to 0xBF.
  [[nodiscard]] constexpr Eight continuing() const { return Eight(bytes_ & ~(bytes_ << 1)); }
  /// The flags, one bit each.
  [[nodiscard]] constexpr std::uint64_t bits() const {
    return ((bytes_ & high) >> 7) * 0x0102040810204080U >> 56;
  }
  /// The bytes with A to Z lower-cased.
  [[nodiscard]] constexpr Eight lowered() const {
    return Eight(bytes_ | (within('A', 'Z').bytes_ & high) >> 2);
  }
  void store(char* to) const {
    for (std::size_t i = 0; i < width; ++i) to[i] = static_cast<char>(bytes_ >> 8 * i);
  }
  friend constexpr Eight operator|(Eight a, Eight b) { return Eight(a.bytes_ | b.bytes_); }

 private:
  static constexpr std::uint64_t fill(unsigned byte) { return 0x0101010101010101U * byte; }
  std::uint64_t bytes_;
};

#ifdef __SSE2__
/// The same with sixteen lanes, on every x86-64.
class Sixteen {
 public:
  static constexpr std::size_t width = 16;

  explicit Sixteen(__m128i bytes) : bytes_(bytes) {}
  static Sixteen load(const char* from) {
    __m128i bytes;
    std::memcpy(&bytes, from, sizeof bytes);
    return Sixteen(bytes);
  }
  [[nodiscard]] Sixteen equal(unsigned byte) const { return Sixteen(_mm_cmpeq_epi8(bytes_, fill(byte))); }
  [[nodiscard]] Sixteen within(unsigned first, unsigned last) const {
    // The comparison is of signed bytes, so the range is moved to begin at -128.
    return Sixteen(_mm_cmplt_epi8(_mm_add_epi8(bytes_, fill(0x80 - first)), fill(0x81 + last - first)));
  }
  [[nodiscard]] Sixteen wide() const { return *this; }
  [[nodiscard]] Sixteen continuing() const { return Sixteen(_mm_cmplt_epi8(bytes_, fill(0xC0))); }
  [[nodiscard]] std::uint64_t bits() const { return static_cast<unsigned>(_mm_movemask_epi8(bytes_)); }
  [[nodiscard]] Sixteen lowered() const {
    return Sixteen(_mm_or_si128(bytes_, _mm_and_si128(within('A', 'Z').bytes_, fill('a' - 'A'))));
  }
  void store(char* to) const { std::memcpy(to, &bytes_, sizeof bytes_); }
  friend Sixteen operator|(Sixteen a, Sixteen b) { return Sixteen(_mm_or_si128(a.bytes_, b.bytes_)); }

 private:
  static __m128i fill(unsigned byte) { return _mm_set1_epi8(static_cast<char>(byte)); }
  __m128i bytes_;
};
using Widest = Sixteen;
#else
using Widest = Eight;
#endif

/// One bit for each of the 64 bytes at `at`, as `test` flags them; zeros after the end of the text.
template <class Lanes, class Test>
std::uint64_t bits(std::string_view text, std::size_t at, Test test) {
  char bytes[64] = {};
  const char* from = text.data() + at;
  if (text.size() - at < sizeof bytes)
    from = static_cast<const char*>(std::memcpy(bytes, from, text.size() - at));
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < sizeof bytes; i += Lanes::width) out |= test(Lanes::load(from + i)).bits() << i;
  return out;
}

/// ASCII letters and digits.
constexpr auto is_alnum = [](auto bytes) {
  return bytes.within('a', 'z') | bytes.within('A', 'Z') | bytes.within('0', '9');
};
/// What a sentence could end at, as far as a byte tells: any byte of a wide code point counts.
constexpr auto may_stop = [](auto bytes) {
  return bytes.equal('.') | bytes.equal('?') | bytes.equal('!') | bytes.equal('\n') | bytes.equal('\r') |
         bytes.wide();
};

/// The bytes that do not begin a code point.
constexpr auto is_continuing = [](auto bytes) { return bytes.continuing(); };
constexpr auto is_wide = [](auto bytes) { return bytes.wide(); };

/// The end of the ASCII letters and digits at `at`.
inline std::size_t alnum_end(std::string_view text, std::size_t at) {
  for (; at < text.size(); at += 8) {
    const Eight bytes = Eight::load(text.data() + at, text.size() - at);
    const int run = std::countr_one(is_alnum(bytes).bits());
    if (run < 8) return at + static_cast<std::size_t>(run);
  }
  return text.size();
}

}  // namespace tenor::lanes
