#pragma once

#include <array>
#include <string_view>

namespace tenor {

/// Is the word one of a short list? A long one is a WordKinds.
template <std::size_t N>
constexpr bool listed(std::string_view word, const std::array<std::string_view, N>& list) {
  for (const std::string_view other : list)
    if (other == word) return true;
  return false;
}

}  // namespace tenor
