#include "tenor/terms/murmur.h"

#include <bit>
#include <cstring>

namespace tenor {
namespace {

std::uint32_t scramble(std::uint32_t block) {
  return std::rotl(block * 0xCC9E2D51U, 15) * 0x1B873593U;
}

}  // namespace

std::uint32_t murmur3(std::string_view bytes) {
  std::uint32_t hash = 0;
  const char* at = bytes.data();
  for (std::size_t left = bytes.size() / 4; left != 0; --left, at += 4) {
    std::uint32_t block = 0;
    std::memcpy(&block, at, 4);
    hash = std::rotl(hash ^ scramble(block), 13) * 5 + 0xE6546B64U;
  }
  if (const std::size_t rest = bytes.size() % 4; rest != 0) {
    std::uint32_t block = 0;
    std::memcpy(&block, at, rest);
    hash ^= scramble(block);
  }
  hash ^= static_cast<std::uint32_t>(bytes.size());
  hash = (hash ^ (hash >> 16)) * 0x85EBCA6BU;
  hash = (hash ^ (hash >> 13)) * 0xC2B2AE35U;
  return hash ^ (hash >> 16);
}

}  // namespace tenor
