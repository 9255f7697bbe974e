#include "tenor/terms/words.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <utility>

#include "tenor/error.h"
#include "tenor/terms/parts.h"

namespace tenor {
namespace {

// A copy of the word with twelve bytes to read, for words that come from elsewhere than a folded document.
std::string padded(std::string_view word) {
  std::string copy(word);
  copy.append(12, '\0');
  return copy;
}

std::uint64_t big_endian_head(std::string_view word) {
  std::uint64_t head = 0;
  std::memcpy(&head, word.data(), std::min<std::size_t>(word.size(), 8));
  return __builtin_bswap64(head);
}

}  // namespace

std::uint64_t hash_seed() {
  static const std::uint64_t seed = [] {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32) | device() | 1U;
  }();
  return seed;
}

std::uint64_t WordKey::hash_text(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = seed ^ text.size();
  for (std::size_t at = 0; at + 8 < text.size(); at += 8) {
    hash = mix(hash ^ load64(text.data() + at), 0x9E3779B97F4A7C15ULL);
  }
  return mix(hash ^ load64(text.data() + text.size() - 8), 0xD6E8FEB86659FD93ULL);
}

WordIndex::WordIndex() : seed_(hash_seed()), mask_(1023), slots_(1024) {}

std::uint32_t WordIndex::insert(std::string_view word) {
  const std::string copy = padded(word);
  return insert(WordKey(std::string_view(copy).substr(0, word.size()), seed_));
}

std::uint32_t WordIndex::find(std::string_view word) const {
  const std::string copy = padded(word);
  return find(WordKey(std::string_view(copy).substr(0, word.size()), seed_));
}

std::uint32_t WordIndex::add(const WordKey& token, std::size_t at) {
  if (ends_.size() >= limit)
    throw Error("more than 2147483647 different words; raise min_df or count in parts");
  const auto id = static_cast<std::uint32_t>(ends_.size());
  slots_[at] = {token.head, token.tail, id};
  texts_.append(token.text);
  ends_.push_back(texts_.size());
  if (ends_.size() * 4 > slots_.size() * 3) grow();
  return id;
}

// Keys are in the slots, so the texts are not read again. In the order they came, since those that came first
// are the frequent ones, and these shall be found at the first look.
void WordIndex::grow() {
  std::vector<Slot> in_order(size());
  for (const Slot& slot : slots_) {
    if (slot.tail != 0) in_order[slot.id] = slot;
  }
  slots_.assign(slots_.size() * 2, Slot());
  mask_ = slots_.size() - 1;
  for (const Slot& slot : in_order) {
    std::size_t i = WordKey::hash_key(slot.head, slot.tail, seed_) & mask_;
    while (slots_[i].tail != 0) i = (i + 1) & mask_;
    slots_[i] = slot;
  }
}

std::vector<std::uint32_t> WordIndex::absorb(WordIndex other) {
  constexpr std::size_t ahead = 16;
  other.texts_.append(WordKey::inlined + 1, '\0');  // for the last word's key
  std::vector<WordKey> keys(ahead);
  std::vector<std::uint32_t> numbers;
  numbers.reserve(other.size());
  const auto prepare = [&](std::size_t id) {
    if (id >= other.size()) return;
    prefetch(keys[id % ahead] = WordKey(other[static_cast<std::uint32_t>(id)], seed_));
  };
  for (std::size_t id = 0; id < ahead; ++id) prepare(id);
  for (std::size_t id = 0; id < other.size(); ++id) {
    numbers.push_back(insert(keys[id % ahead]));
    prepare(id + ahead);
  }
  return numbers;
}

// Words of the same first two bytes are put together first, so that threads can share the sorting.
std::vector<std::uint32_t> WordIndex::ranks(std::size_t threads) const {
  using Entry = std::pair<std::uint64_t, std::uint32_t>;
  std::vector<std::uint32_t> ends(std::size_t{1} << 16);
  std::vector<Entry> entries(size()), order(size());
  for (std::uint32_t id = 0; id < size(); ++id) {
    entries[id] = {big_endian_head((*this)[id]), id};
    ++ends[entries[id].first >> 48];
  }
  std::uint32_t sum = 0;
  for (std::uint32_t& end : ends) sum += std::exchange(end, sum);
  for (const Entry& entry : entries) order[ends[entry.first >> 48]++] = entry;
  std::vector<std::uint32_t> ranks(size());
  each(threads, [&](std::size_t thread) {
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ends) {
      // A run belongs to the thread in whose share of the words it begins.
      if (end != begin && begin * threads / size() == thread) {
        std::sort(order.begin() + begin, order.begin() + end, [&](const Entry& a, const Entry& b) {
          return a.first != b.first ? a.first < b.first : (*this)[a.second] < (*this)[b.second];
        });
        for (std::uint32_t rank = begin; rank < end; ++rank) ranks[order[rank].second] = rank;
      }
      begin = end;
    }
  });
  return ranks;
}

std::size_t WordIndex::bytes() const {
  return slots_.size() * sizeof(Slot) + texts_.capacity() + ends_.capacity() * sizeof(std::size_t);
}

}  // namespace tenor
