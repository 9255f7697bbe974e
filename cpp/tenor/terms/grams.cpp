#include "tenor/terms/grams.h"

#include <algorithm>

#include "tenor/error.h"

namespace tenor {

template <class Entry>
std::uint32_t GramTable<Entry>::add(std::uint64_t pair, std::size_t at) {
  if (grams_.size() >= WordIndex::limit - 1) {
    throw Error("more than 2147483646 different n-grams; narrow ngram_range or count in parts");
  }
  grams_.push_back({pair});
  slots_[at] = tag(hash(pair)) | static_cast<std::uint32_t>(grams_.size());
  if (grams_.size() * 4 > slots_.size() * 3) rebuild(slots_.size() * 2);
  return static_cast<std::uint32_t>(grams_.size() - 1) | gram_bit;
}

template <class Entry>
void GramTable<Entry>::index() {
  if (slots_.size() != 0) return;
  std::size_t size = 1024;
  while (grams_.size() * 4 > size * 3) size *= 2;
  rebuild(size);
}

template <class Entry>
Buffer<Entry> GramTable<Entry>::release() {
  slots_ = Buffer<std::uint32_t>();
  return std::move(grams_);
}

template <class Entry>
void GramTable<Entry>::rebuild(std::size_t size) {
  slots_ = Buffer<std::uint32_t>();  // first, so that two tables never stand side by side
  slots_.resize(size);
  std::fill_n(slots_.data(), size, 0);
  mask_ = size - 1;
  for (std::size_t n = 0; n < grams_.size(); ++n) {
    if (n + 16 < grams_.size()) prefetch(grams_[n + 16].pair);
    const std::uint64_t h = hash(grams_[n].pair);
    std::size_t i = h & mask_;
    while (slots_[i] != 0) i = (i + 1) & mask_;
    slots_[i] = tag(h) | static_cast<std::uint32_t>(n + 1);
  }
}

template class GramTable<Gram>;
template class GramTable<CountedGram>;

}  // namespace tenor
