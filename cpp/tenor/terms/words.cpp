#include "tenor/terms/words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <random>
#include <utility>

#include "tenor/error.h"
#include "tenor/terms/hash.h"
#include "tenor/terms/parts.h"

namespace tenor {
namespace {

static_assert(std::endian::native == std::endian::little, "keys are read as little-endian words");

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

// A word on its way into a table: up to eleven bytes are the key themselves, so that nearly every word is
// compared without touching its text; of a longer one the key is a hash.
struct WordIndex::Key {
  static constexpr std::size_t inlined = 11;

  std::string_view text;
  std::uint64_t head;  // the first eight bytes, or the hash
  std::uint32_t tail;  // the next three, and above them the length plus one: never 0
  std::uint32_t hash;  // of both

  // Not initialised, so that the fields are written once.
  Key() {}  // NOLINT(modernize-use-equals-default)
  // At least twelve bytes must be readable from the begin of `padded`.
  [[gnu::always_inline]] Key(std::string_view padded, std::uint64_t seed) : text(padded) {
    const std::size_t size = padded.size();
    if (size <= inlined) {
      head = load64(padded.data()) & masks[size].head;
      tail = (load32(padded.data() + 8) & masks[size].tail) | static_cast<std::uint32_t>(size + 1) << 24;
    } else {
      head = hash_text(padded, seed);
      tail = long_word | static_cast<std::uint32_t>(size & 0xFFFFFF);
    }
    hash = hash_key(head, tail, seed);
  }
  static std::uint32_t hash_key(std::uint64_t head, std::uint32_t tail, std::uint64_t seed) {
    return static_cast<std::uint32_t>(mix(head ^ seed, tail * 0xA0761D6478BD642FULL));
  }
  [[nodiscard]] bool whole() const { return tail < long_word; }

 private:
  static std::uint64_t hash_text(std::string_view text, std::uint64_t seed);
  static constexpr std::uint32_t long_word = 0xFF000000;
  struct Mask {
    std::uint64_t head;
    std::uint32_t tail;
  };
  static constexpr auto masks = [] {
    std::array<Mask, inlined + 1> out{};
    for (std::size_t size = 0; size <= inlined; ++size) {
      out[size].head = size >= 8 ? ~0ULL : (1ULL << (8 * size)) - 1;
      out[size].tail = size <= 8 ? 0 : (1U << (8 * (size - 8))) - 1;
    }
    return out;
  }();
};

std::uint64_t WordIndex::Key::hash_text(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = seed ^ text.size();
  for (std::size_t at = 0; at + 8 < text.size(); at += 8) {
    hash = mix(hash ^ load64(text.data() + at), 0x9E3779B97F4A7C15ULL);
  }
  return mix(hash ^ load64(text.data() + text.size() - 8), 0xD6E8FEB86659FD93ULL);
}

WordIndex::WordIndex() : seed_(hash_seed()), mask_(1023), slots_(1024) {}

// Some tokens at a time, so that their slots are fetched together. `add(key, place)` numbers a new word.
template <class Add>
void WordIndex::look_up(std::span<const std::string_view> tokens, std::uint32_t* numbers, Add&& add) const {
  constexpr std::size_t batch = 64;
  std::array<Key, batch> keys;
  while (!tokens.empty()) {
    const std::size_t count = std::min(tokens.size(), batch);
    for (std::size_t i = 0; i < count; ++i) {
      std::construct_at(&keys[i], tokens[i], seed_);
      __builtin_prefetch(&slots_[keys[i].hash & mask_]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const Key& key = keys[i];
      for (std::size_t at = key.hash & mask_;; at = (at + 1) & mask_) {
        const Slot slot = slots_[at];
        const bool same = ((slot.head ^ key.head) | (slot.tail ^ key.tail)) == 0;
        if (same && (key.whole() || (*this)[slot.id] == key.text)) {
          numbers[i] = slot.id;
          break;
        }
        if (slot.tail == 0) {
          numbers[i] = add(key, at);
          break;
        }
      }
    }
    numbers += count;
    tokens = tokens.subspan(count);
  }
}

void WordIndex::find(std::span<const std::string_view> tokens, std::uint32_t* numbers) const {
  look_up(tokens, numbers, [](const Key&, std::size_t) { return none; });
}

void WordIndex::insert(std::span<const std::string_view> tokens, std::uint32_t* numbers) {
  look_up(tokens, numbers, [&](const Key& key, std::size_t at) { return add(key, at); });
}

std::uint32_t WordIndex::insert(std::string_view word) {
  const std::string copy = padded(word);
  const std::string_view token(copy.data(), word.size());
  std::uint32_t number = none;
  insert({&token, 1}, &number);
  return number;
}

std::uint32_t WordIndex::find(std::string_view word) const {
  const std::string copy = padded(word);
  const std::string_view token(copy.data(), word.size());
  std::uint32_t number = none;
  find({&token, 1}, &number);
  return number;
}

std::uint32_t WordIndex::add(const Key& key, std::size_t at) {
  if (ends_.size() >= limit)
    throw Error("more than 2147483647 different words; raise min_df or count in parts");
  const auto id = static_cast<std::uint32_t>(ends_.size());
  slots_[at] = {key.head, key.tail, id};
  texts_.append(key.text);
  ends_.push_back(texts_.size());
  hashes_.push_back(key.hash);
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
    std::size_t i = hashes_[slot.id] & mask_;
    while (slots_[i].tail != 0) i = (i + 1) & mask_;
    slots_[i] = slot;
  }
}

std::vector<std::uint32_t> WordIndex::absorb(WordIndex other) {
  other.texts_.append(Key::inlined + 1, '\0');  // for the last word's key
  std::vector<std::uint32_t> numbers(other.size());
  std::array<std::string_view, 64> words;
  for (std::uint32_t id = 0; id < other.size();) {
    std::size_t count = 0;
    for (const std::uint32_t first = id; count < words.size() && id < other.size(); ++id)
      words[id - first] = other[id], ++count;
    insert(std::span(words).first(count), numbers.data() + id - count);
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
  return slots_.size() * sizeof(Slot) + texts_.capacity() + ends_.capacity() * sizeof(std::size_t) +
         hashes_.capacity() * 4;
}

}  // namespace tenor
