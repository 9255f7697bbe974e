#include "tenor/text/word_table.h"

#include <algorithm>
#include <cstring>

namespace tenor {
namespace {

std::uint64_t load(const char* at, std::size_t bytes) {
  std::uint64_t out = 0;
  std::memcpy(&out, at, bytes);
  return out;
}

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  a = (a ^ b) * 0x9E3779B97F4A7C15U;
  return a ^ (a >> 29);
}

// Reads eight bytes at a time, the last ones overlapping, so that no byte is read alone.
std::uint64_t hash(std::string_view word) {
  const char* p = word.data();
  const std::size_t n = word.size();
  std::uint64_t h = n;
  if (n >= 8) {
    for (std::size_t i = 0; i + 8 < n; i += 8) h = mix(h, load(p + i, 8));
    h = mix(h, load(p + n - 8, 8));
  } else if (n >= 4) {
    h = mix(h, load(p, 4) | load(p + n - 4, 4) << 32);
  } else if (n > 0) {
    const auto byte = [&](std::size_t i) {
      return static_cast<std::uint64_t>(static_cast<unsigned char>(p[i]));
    };
    h = mix(h, byte(0) | byte(n / 2) << 8 | byte(n - 1) << 16);
  }
  return mix(h, 0xD6E8FEB86659FD93U);
}

}  // namespace

WordTable::WordTable() : slots_(16) {}

std::uint32_t WordTable::find(std::string_view word) const {
  if (word.size() > longest_) return 0;
  const std::uint64_t h = hash(word);
  const auto tag = static_cast<std::uint32_t>(h >> 32);
  for (std::size_t at = h & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    const Slot slot = slots_[at];
    if (slot.number == 0) return 0;
    if (slot.tag == tag && this->word(slot.number) == word) return slot.number;
  }
}

std::string_view WordTable::word(std::uint32_t number) const {
  const Word& w = words_[number - 1];
  return std::string_view(arena_).substr(w.begin, w.size);
}

std::uint32_t WordTable::insert(std::string_view word) {
  if (const std::uint32_t known = find(word)) return known;
  words_.push_back({static_cast<std::uint32_t>(arena_.size()), static_cast<std::uint32_t>(word.size())});
  arena_.append(word);
  longest_ = std::max(longest_, word.size());
  if (words_.size() * 2 > slots_.size()) {
    grow();
  } else {
    const std::uint64_t h = hash(word);
    std::size_t at = h & (slots_.size() - 1);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<std::uint32_t>(h >> 32), static_cast<std::uint32_t>(words_.size())};
  }
  return static_cast<std::uint32_t>(words_.size());
}

void WordTable::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (std::uint32_t number = 1; number <= words_.size(); ++number) {
    const std::uint64_t h = hash(word(number));
    std::size_t at = h & (slots_.size() - 1);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<std::uint32_t>(h >> 32), number};
  }
}

}  // namespace tenor
