#include "tenor/terms/rows.h"

#include <algorithm>
#include <bit>

namespace tenor {

void Rows::append(Rows& other) {
  const std::size_t before = entries_.size(), more = other.entries_.size();
  entries_.expect(more);
  entries_.resize(before + more);
  std::copy_n(other.entries_.data(), more, entries_.data() + before);
  for (const std::size_t end : other.ends_) ends_.push_back(before + end);
  other.entries_.clear();
  other.ends_.clear();
}

RowDigits::RowDigits(std::span<const std::uint64_t> entries, std::uint32_t columns) {
  // A pass reads and writes each entry and clears and sums one histogram; the fewest such steps in all.
  const int width = std::max(1, static_cast<int>(std::bit_width(columns - 1)));
  std::size_t least = ~std::size_t{0};
  for (int p = (width + most_bits - 1) / most_bits; p <= width && p <= 6; ++p) {
    const int each = (width + p - 1) / p;
    const std::size_t steps = static_cast<std::size_t>(p) * (3 * entries.size() + (std::size_t{1} << each));
    if (steps < least) least = steps, passes = p, bits = each;
  }
  const std::size_t size = std::size_t{1} << bits, all = size * static_cast<std::size_t>(passes),
                    step = static_cast<std::size_t>(bits);
  std::fill_n(places.begin(), all, 0);
  for (std::size_t first = 0, shift = 32; first < all; first += size, shift += step) {
    std::uint32_t* const counts = places.data() + first;
    for (const std::uint64_t entry : entries) ++counts[entry >> shift & (size - 1)];
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum += std::exchange(counts[i], sum);
  }
}

}  // namespace tenor
