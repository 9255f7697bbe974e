#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace tenor {

/// A text of one, two or four bytes a code point (std::uint8_t, char16_t, char32_t), as UTF-8 in `room`,
/// which only grows. Nothing where it holds a surrogate, which UTF-8 cannot store.
template <class Unit>
std::optional<std::string_view> to_utf8(const Unit* units, std::size_t count, std::string& room) {
  constexpr std::size_t block = 8, longest = sizeof(Unit) == 1 ? 2 : sizeof(Unit) == 2 ? 3 : 4;
  constexpr std::uint64_t wide =
      (~std::uint64_t{0} / static_cast<Unit>(~Unit{0})) * static_cast<Unit>(~Unit{0x7F});
  if (room.size() < count * longest) room.resize(2 * count * longest);
  char* out = room.data();
  const auto put = [&](std::uint32_t byte) { *out++ = static_cast<char>(byte); };
  for (std::size_t at = 0; at < count;) {
    const std::size_t left = std::min(block, count - at);
    if (left == block) {
      std::array<std::uint64_t, sizeof(Unit)> words;
      std::memcpy(words.data(), units + at, sizeof words);
      std::uint64_t seen = 0;
      for (const std::uint64_t word : words) seen |= word;
      if ((seen & wide) == 0) {  // ASCII: a loop that compilers make a few vector instructions
        for (std::size_t i = 0; i < block; ++i) out[i] = static_cast<char>(units[at + i]);
        out += block, at += block;
        continue;
      }
    }
    for (const std::size_t end = at + left; at < end; ++at) {
      const std::uint32_t c = units[at];
      if (c < 0x80) {
        put(c);
      } else if (c < 0x800) {
        put(0xC0 | c >> 6), put(0x80 | (c & 63));
      } else if (c < 0x10000) {
        if (c >= 0xD800 && c < 0xE000) return std::nullopt;
        put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 63)), put(0x80 | (c & 63));
      } else {
        put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 63)), put(0x80 | (c >> 6 & 63)), put(0x80 | (c & 63));
      }
    }
  }
  return std::string_view(room.data(), static_cast<std::size_t>(out - room.data()));
}

}  // namespace tenor
