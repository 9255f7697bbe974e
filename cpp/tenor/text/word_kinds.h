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
  [[nodiscard]] std::uint8_t of(std::string_view word) const {
    const std::uint8_t* kinds = kinds_.find(word);
    return kinds ? *kinds : std::uint8_t{0};
  }

 private:
  WordMap<std::uint8_t> kinds_;
};

}  // namespace tenor
