#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tenor/text/byte_lanes.h"

namespace tenor {

/// A word as two integers: its first eight bytes and the rest of up to 16 (zeros after it); of a longer word
/// the first eight and the last eight.
struct WordKey {
  /// Bytes that `padded` may read from a word's first one on, whatever its size.
  static constexpr std::size_t padding = 16;

  std::uint64_t low, high;
  std::uint32_t size;

  explicit WordKey(std::string_view word)
      : low(lanes::load(word.data(), word.size())), high(0), size(static_cast<std::uint32_t>(word.size())) {
    if (size <= 8) return;
    const std::uint64_t last = lanes::load(word.data() + size - 8, 8);
    high = size < 16 ? last >> 8 * (16 - size) : last;
  }
  /// The same, quicker, for a word with at least `padding` readable bytes from its first one on.
  static WordKey padded(std::string_view word) {
    // What to keep of the second eight bytes and, eight places on, of the first.
    static constexpr auto kept = [] {
      std::array<std::uint64_t, padding + 9> out{};
      for (std::size_t i = 8; i < out.size(); ++i)
        out[i] = i < 16 ? (std::uint64_t{1} << 8 * (i - 8)) - 1 : ~std::uint64_t{0};
      return out;
    }();
    const std::size_t size = word.size();
    if (size > padding) return WordKey(word);
    return {lanes::load(word.data(), 8) & kept[size + 8], lanes::load(word.data() + 8, 8) & kept[size],
            static_cast<std::uint32_t>(size)};
  }

  bool operator==(const WordKey&) const = default;
  /// Mixed in its upper bits only.
  [[nodiscard]] std::uint64_t quick_hash() const {
    return (low ^ size) * 0x9E3779B97F4A7C15U ^ high * 0xD6E8FEB86659FD93U;
  }
  [[nodiscard]] std::uint64_t hash() const {
    std::uint64_t h = quick_hash();
    h = (h ^ h >> 32) * 0xFF51AFD7ED558CCDU;
    return h ^ h >> 29;
  }

 private:
  WordKey(std::uint64_t first, std::uint64_t rest, std::uint32_t bytes)
      : low(first), high(rest), size(bytes) {}
};

}  // namespace tenor
