#include "tenor/terms/collocations.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include "tenor/error.h"

namespace tenor {

CollocationCounter::CollocationCounter(std::vector<std::size_t> sizes) : sizes_(std::move(sizes)) {
  std::sort(sizes_.begin(), sizes_.end());
  sizes_.erase(std::unique(sizes_.begin(), sizes_.end()), sizes_.end());
  if (sizes_.empty()) throw Error("size names no number of words; give 2, or several from 2 to 5");
  for (const std::size_t size : sizes_) {
    if (size < 2 || size > 5) throw Error("size must be from 2 to 5 words, and is " + std::to_string(size));
  }
}

void CollocationCounter::add(std::span<const std::uint32_t> words) {
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin;
    while (end < words.size() && words[end] < gap) words_ = std::max(words_, words[end++] + 1);
    const std::size_t run = end - begin;
    for (std::size_t at = begin; at < end; ++at) {
      std::uint32_t gram = words[at];
      auto size = sizes_.begin();
      for (std::size_t length = 2; size != sizes_.end() && at + length <= end; ++length) {
        gram = grams_.insert(GramIndex::pair(gram, words[at + length - 1]));
        const std::size_t place = gram & ~gram_bit;
        if (place == counts_.size()) {
          counts_.push_back(0), nested_.push_back(0);
          lengths_.push_back(static_cast<std::uint8_t>(length));
        }
        if (length < *size) continue;
        ++counts_[place];
        // Whatever is shorter than its run lies inside a longer sequence of that run.
        if (++size != sizes_.end() && *size <= run) ++nested_[place];
      }
    }
    begin = end + 1;
  }
}

std::vector<Collocation> CollocationCounter::find(std::uint64_t min_count, double smoothing) const {
  if (!(smoothing > 0))
    throw Error("smoothing must be above 0, for a logarithm is taken of counts that may be 0");
  std::vector<Collocation> out;
  for (const std::size_t size : sizes_) find(size, min_count, smoothing, out);
  std::sort(out.begin(), out.end(), [](const Collocation& a, const Collocation& b) {
    return a.z != b.z ? a.z > b.z : a.words < b.words;
  });
  return out;
}

void CollocationCounter::find(std::size_t size, std::uint64_t min_count, double smoothing,
                              std::vector<Collocation>& out) const {
  const std::size_t subsets = std::size_t{1} << size;
  const std::uint32_t any = words_;  // stands for every word
  GramIndex patterns;
  std::vector<std::uint64_t> agreeing;  // sequences that agree with a pattern, at least
  const auto spelled = [&](std::size_t place) {
    std::vector<std::uint32_t> words(size);
    auto gram = static_cast<std::uint32_t>(place) | gram_bit;
    for (std::size_t i = size; i-- > 1; gram = grams_.head(gram)) words[i] = grams_.last(gram);
    words[0] = gram;
    return words;
  };
  const auto pattern = [&](const std::vector<std::uint32_t>& words, std::size_t subset) {
    std::uint32_t gram = subset & 1 ? words[0] : any;
    for (std::size_t i = 1; i < size; ++i)
      gram = patterns.insert(GramIndex::pair(gram, subset >> i & 1 ? words[i] : any));
    agreeing.resize(patterns.size());
    return gram & ~gram_bit;
  };
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < counts_.size(); ++place) {
    if (lengths_[place] != size || counts_[place] == 0) continue;
    const auto words = spelled(place);
    for (std::size_t subset = 0; subset < subsets; ++subset)
      agreeing[pattern(words, subset)] += counts_[place];
    if (counts_[place] >= min_count) places.push_back(place);
  }
  for (const std::size_t place : places) {
    Collocation found{spelled(place), counts_[place], nested_[place]};
    std::vector<double> exactly(subsets);
    for (std::size_t subset = 0; subset < subsets; ++subset)
      exactly[subset] = static_cast<double>(agreeing[pattern(found.words, subset)]);
    for (std::size_t bit = 1; bit < subsets; bit <<= 1) {
      for (std::size_t subset = 0; subset < subsets; ++subset) {
        if ((subset & bit) == 0) exactly[subset] -= exactly[subset | bit];
      }
    }
    double variance = 0;
    for (std::size_t subset = 0; subset < subsets; ++subset) {
      const double n = exactly[subset] + smoothing;
      const bool odd = (size - static_cast<std::size_t>(std::popcount(subset))) % 2 == 1;
      found.lambda += odd ? -std::log(n) : std::log(n);
      variance += 1 / n;
    }
    found.z = found.lambda / std::sqrt(variance);
    out.push_back(std::move(found));
  }
}

}  // namespace tenor
