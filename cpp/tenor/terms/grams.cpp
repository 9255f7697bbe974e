#include "tenor/terms/grams.h"

#include <algorithm>

#include "tenor/error.h"

namespace tenor {

std::uint32_t GramIndex::add(std::uint64_t pair, std::size_t at) {
  if (pairs_.size() >= WordIndex::limit - 1) {
    throw Error("more than 2147483646 different n-grams; narrow ngram_range or count in parts");
  }
  pairs_.push_back(pair);
  slots_[at] = tag(hash(pair)) | static_cast<std::uint32_t>(pairs_.size());
  if (pairs_.size() * 4 > slots_.size() * 3) rebuild(slots_.size() * 2);
  return static_cast<std::uint32_t>(pairs_.size() - 1) | gram_bit;
}

void GramIndex::rebuild(std::size_t size) {
  slots_ = Buffer<std::uint32_t>();  // first, so that two tables never stand side by side
  slots_.resize(size);
  std::fill_n(slots_.data(), size, 0);
  mask_ = size - 1;
  for (std::size_t n = 0; n < pairs_.size(); ++n) {
    if (n + 16 < pairs_.size()) prefetch(pairs_[n + 16]);
    const std::uint64_t h = hash(pairs_[n]);
    std::size_t i = h & mask_;
    while (slots_[i] != 0) i = (i + 1) & mask_;
    slots_[i] = tag(h) | static_cast<std::uint32_t>(n + 1);
  }
}

}  // namespace tenor
