#pragma once

#include <cstdint>
#include <cstring>

namespace tenor {

/// Both halves of the 128-bit product, folded: every bit of a and b moves every bit of the result.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// Drawn once a process, so that nobody can prepare a text whose words all collide. No result depends on it.
std::uint64_t hash_seed();

inline std::uint64_t load64(const char* bytes) {
  std::uint64_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

inline std::uint32_t load32(const char* bytes) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

}  // namespace tenor
