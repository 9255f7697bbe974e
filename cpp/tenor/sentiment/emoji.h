#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenor/text/word_table.h"

namespace tenor {

/// VADER's emoji table: an emoji and the words that it is read as.
class EmojiTable {
 public:
  using Entries = std::vector<std::pair<std::string, std::string>>;
  explicit EmojiTable(const Entries& entries);

  struct Match {
    std::string_view name;  // lives as long as the table
    std::size_t size;       // in bytes; 0 where there is no emoji
  };
  /// The emoji that begins at byte `at`. `sequences`: emoji of several code points count as well.
  [[nodiscard]] Match match(std::string_view text, std::size_t at, bool sequences) const;
  /// The place of the first emoji at or after byte `at`; the text's size where there is none.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t at, bool sequences) const;

 private:
  static constexpr std::size_t filter = 4096;
  WordTable emoji_;
  std::bitset<filter> firsts_;        // of the first code points of emoji, modulo its size
  std::vector<std::string> names_;    // by number - 1
  std::vector<std::size_t> lengths_;  // in bytes, of emoji of several code points, longest first
};

}  // namespace tenor
