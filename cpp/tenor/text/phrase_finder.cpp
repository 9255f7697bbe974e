#include "tenor/text/phrase_finder.h"

#include <utility>

namespace tenor {

PhraseFinder::PhraseFinder(std::vector<std::string_view> phrases) : phrases_(std::move(phrases)) {
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    const std::uint16_t pair = first_two(phrases_[i]);
    begins_.set(pair);
    by_pair_[pair].push_back(i);
  }
}

}  // namespace tenor
