#include "tenor/text/phrase_finder.h"

#include <utility>

namespace tenor {

PhraseFinder::PhraseFinder(std::vector<std::string_view> phrases)
    : phrases_(std::move(phrases)), list_of_(65536) {
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    std::uint16_t& list = list_of_[first_two(phrases_[i].data())];
    if (list == 0) lists_.emplace_back(), list = static_cast<std::uint16_t>(lists_.size());
    lists_[list - 1U].push_back(i);
  }
}

}  // namespace tenor
