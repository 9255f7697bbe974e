#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenor {

/// How many features a word has beside itself: prefixes of 2 and 3 bytes, suffixes of 1 to 4, its shape.
constexpr std::size_t affix_count = 7;

/// Rows of the embedding tables for one word.
struct WordRows {
  std::uint32_t word = 0;  // 0: a word without a vector
  std::array<std::uint32_t, affix_count> affixes{};
};

/// What stands for a word and its features in the tables.
struct WordKeys {
  std::uint32_t word = 0;
  std::array<std::uint32_t, affix_count> affixes{};
};

/// From 32-bit keys to rows. Two strings with one key share a row: among the words of a text about one in
/// 100,000 unknown ones finds a row that is not its own.
class KeyTable {
 public:
  KeyTable() = default;
  /// Throws Error where a key comes twice.
  explicit KeyTable(const std::vector<std::uint32_t>& keys);
  /// The key's place in the list, or `otherwise`.
  [[nodiscard]] std::uint32_t find(std::uint32_t key, std::uint32_t otherwise) const;
  /// Asks for the memory that `find` will read.
  void prefetch(std::uint32_t key) const {
    if (!entries_.empty()) __builtin_prefetch(&entries_[key & (entries_.size() - 1)]);
  }

 private:
  struct Entry {
    std::uint32_t key = 0;
    std::uint32_t row = free;
  };
  static constexpr std::uint32_t free = 0xFFFFFFFF;
  std::vector<Entry> entries_;  // a power of two of them, at most half full
};

/// Looks up what the parser's network sees of a word, as tools/parser_data.py does.
class WordFeatures {
 public:
  WordFeatures() = default;
  /// The keys of each table's rows in order. Throws Error where a feature has no row for unknown values.
  WordFeatures(const std::vector<std::uint32_t>& words, const std::vector<std::uint32_t>& affixes);
  /// `room` is scratch space, so that no memory is asked for word after word.
  static WordKeys keys(std::string_view word, std::string& room);
  /// Asks for the memory that `rows` will read.
  void prefetch(const WordKeys& keys) const;
  [[nodiscard]] WordRows rows(const WordKeys& keys) const;

 private:
  KeyTable words_, affixes_;
  std::array<std::uint32_t, affix_count> unknown_{};
};

}  // namespace tenor
