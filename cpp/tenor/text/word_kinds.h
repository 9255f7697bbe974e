#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "tenor/text/word_map.h"

namespace tenor {

/// Word lists in one table: what each says of a word, as bits, for one look-up.
class WordKinds {
 public:
  template <std::size_t N>
  WordKinds& add(const std::array<std::string_view, N>& list, std::uint8_t kind) {
    for (const std::string_view word : list) {
      std::uint8_t& kinds = kinds_[word];
      kinds = static_cast<std::uint8_t>(kinds | kind);
    }
    return *this;
  }
  /// 0 for a word that no list has.
  [[nodiscard]] std::uint8_t of(std::string_view word) const { return or_none(kinds_.find(word)); }
  /// The same for a word that WordTable::find_padded may read.
  [[nodiscard]] std::uint8_t of_padded(std::string_view word) const {
    return or_none(kinds_.find_padded(word));
  }

 private:
  static std::uint8_t or_none(const std::uint8_t* kinds) { return kinds ? *kinds : std::uint8_t{0}; }

  WordMap<std::uint8_t> kinds_;
};

}  // namespace tenor
