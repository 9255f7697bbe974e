#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tenor {

/// Finds many phrases in one pass over a text. Where no phrase begins with the two bytes at hand, which is
/// nearly everywhere, a place costs one look at a table.
class PhraseFinder {
 public:
  /// `phrases` of two bytes or more outlive the finder; a phrase is known by its number in the list.
  explicit PhraseFinder(std::vector<std::string_view> phrases);

  /// Calls take(phrase, place) for every phrase at every place, in order of place.
  template <class Take>
  void scan(std::string_view text, Take take) const {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      const std::uint16_t list = list_of_[first_two(text.data() + at)];
      if (list == 0) continue;
      for (const std::uint32_t phrase : lists_[list - 1U])
        if (text.substr(at).starts_with(phrases_[phrase])) take(phrase, at);
    }
  }
  [[nodiscard]] std::string_view operator[](std::uint32_t phrase) const { return phrases_[phrase]; }

 private:
  static std::uint16_t first_two(const char* s) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(s[0]) << 8 |
                                      static_cast<unsigned char>(s[1]));
  }
  std::vector<std::string_view> phrases_;
  std::vector<std::uint16_t> list_of_;  // by a phrase's first two bytes: 1 + its place in lists_, or 0
  std::vector<std::vector<std::uint32_t>> lists_;
};

}  // namespace tenor
