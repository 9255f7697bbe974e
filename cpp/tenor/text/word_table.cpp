#include "tenor/text/word_table.h"

#include <algorithm>

namespace tenor {

std::uint32_t WordTable::insert(std::string_view word) {
  if (const std::uint32_t known = find(word)) return known;
  words_.push_back({WordKey(word), static_cast<std::uint32_t>(arena_.size())});
  arena_.append(word);
  longest_ = std::max(longest_, word.size());
  const auto number = static_cast<std::uint32_t>(words_.size());
  if (words_.size() * 2 <= slots_.size()) {
    place(number);
    return number;
  }
  slots_.assign(slots_.size() * 2, {});
  filter_.assign(slots_.size() / 8, 0);
  for (std::uint32_t each = 1; each <= number; ++each) place(each);
  return number;
}

void WordTable::place(std::uint32_t number) {
  const std::uint64_t h = words_[number - 1].key.hash();
  std::size_t at = h & (slots_.size() - 1);
  while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {static_cast<std::uint32_t>(h >> 32), number};
  filter_[h >> 38 & (filter_.size() - 1)] |= std::uint64_t{1} << (h >> 32 & 63);
}

}  // namespace tenor
