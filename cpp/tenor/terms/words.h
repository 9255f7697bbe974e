#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenor {

/// Words numbered from 0 in the order they came. A hash table with open addressing, sixteen bytes a slot, so
/// that a look-up touches one cache line.
class WordIndex {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  /// Numbers stay below this, so that the top bit can mark a sequence of words (GramIndex).
  static constexpr std::uint32_t limit = 0x7FFFFFFF;

  WordIndex();

  /// The number of each token, or `none`; from each token's begin on twelve bytes must be readable.
  void find(std::span<const std::string_view> tokens, std::uint32_t* numbers) const;
  void insert(std::span<const std::string_view> tokens, std::uint32_t* numbers);
  std::uint32_t insert(std::string_view word);
  [[nodiscard]] std::uint32_t find(std::string_view word) const;
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  /// The same for the same word in every index of this process.
  [[nodiscard]] std::uint32_t hash(std::uint32_t id) const { return hashes_[id]; }
  [[nodiscard]] std::string_view operator[](std::uint32_t id) const {
    const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(texts_).substr(begin, ends_[id] - begin);
  }
  /// Takes in another's words; gives their numbers here, by their numbers there.
  std::vector<std::uint32_t> absorb(WordIndex other);
  /// Every word's place in the order of its code points (which is the order of UTF-8's bytes).
  [[nodiscard]] std::vector<std::uint32_t> ranks(std::size_t threads) const;
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Key;
  struct Slot {
    std::uint64_t head = 0;
    std::uint32_t tail = 0;  // 0 is an empty slot
    std::uint32_t id = 0;
  };

  template <class Add>
  void look_up(std::span<const std::string_view> tokens, std::uint32_t* numbers, Add&& add) const;
  std::uint32_t add(const Key& key, std::size_t at);
  void grow();

  std::uint64_t seed_;
  std::size_t mask_;
  std::vector<Slot> slots_;
  std::string texts_;
  std::vector<std::size_t> ends_;
  std::vector<std::uint32_t> hashes_;
};

}  // namespace tenor
