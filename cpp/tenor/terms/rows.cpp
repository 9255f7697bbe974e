#include "tenor/terms/rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace tenor {

void sort_row(std::vector<std::uint64_t>& entries, std::vector<std::uint64_t>& scratch,
              std::uint32_t columns) {
  // Below this a comparison sort is quicker than clearing the histograms.
  if (entries.size() < 64) {
    std::sort(entries.begin(), entries.end());
    return;
  }
  const int bits = std::bit_width(columns);
  scratch.resize(entries.size());
  for (int shift = 32; shift < 32 + bits; shift += 8) {
    std::array<std::uint32_t, 256> place{};
    for (const std::uint64_t entry : entries) ++place[entry >> shift & 255];
    std::uint32_t sum = 0;
    for (std::uint32_t& p : place) sum += std::exchange(p, sum);
    for (const std::uint64_t entry : entries) scratch[place[entry >> shift & 255]++] = entry;
    entries.swap(scratch);
  }
}

}  // namespace tenor
