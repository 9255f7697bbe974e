#include "tenor/terms/sketch.h"

#include <algorithm>
#include <bit>

namespace tenor {

Sketch::Sketch(std::size_t counters)
    : mask_(std::bit_ceil(std::max<std::size_t>(counters, 1)) - 1), counters_(mask_ + 1) {
  std::fill_n(counters_.data(), counters_.size(), std::uint8_t{0});
}

void Sketch::add(const Sketch& other) {
  for (std::size_t i = 0; i <= mask_; ++i) {
    const unsigned sum = 0U + counters_[i] + other.counters_[i];
    counters_[i] = static_cast<std::uint8_t>(std::min<unsigned>(sum, most));
  }
}

}  // namespace tenor
