#include "tenor/terms/rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace tenor {

void Rows::append(Rows& other) {
  const std::size_t before = entries_.size(), more = other.entries_.size();
  entries_.resize(before + more);
  std::copy_n(other.entries_.data(), more, entries_.data() + before);
  for (const std::size_t end : other.ends_) ends_.push_back(before + end);
  begin_ = entries_.size();
  other = Rows();
}

namespace {

// Least significant digit first, all digits' histograms in one reading.
template <int bits>
void radix_sort(std::span<std::uint64_t> entries, std::span<std::uint64_t> scratch, int passes) {
  constexpr std::size_t size = std::size_t{1} << bits, most = (32 + bits - 1) / bits;
  const auto digit = [](std::uint64_t entry, int pass) { return entry >> (32 + pass * bits) & (size - 1); };
  std::array<std::array<std::uint32_t, size>, most> places;
  for (int pass = 0; pass < passes; ++pass) places[static_cast<std::size_t>(pass)].fill(0);
  for (const std::uint64_t entry : entries) {
    for (int pass = 0; pass < passes; ++pass) ++places[static_cast<std::size_t>(pass)][digit(entry, pass)];
  }
  std::uint64_t *from = entries.data(), *to = scratch.data();
  for (int pass = 0; pass < passes; ++pass) {
    auto& place = places[static_cast<std::size_t>(pass)];
    std::uint32_t sum = 0;
    for (std::uint32_t& p : place) sum += std::exchange(p, sum);
    for (std::size_t i = 0; i < entries.size(); ++i) to[place[digit(from[i], pass)]++] = from[i];
    std::swap(from, to);
  }
  if (from != entries.data()) std::copy_n(from, entries.size(), entries.data());
}

}  // namespace

void sort_row(std::span<std::uint64_t> entries, std::span<std::uint64_t> scratch, std::uint32_t columns) {
  // Below the first bound a comparison sort is quicker; beyond the second, long histograms pay.
  if (entries.size() < 40) return std::sort(entries.begin(), entries.end());
  const int bits = std::bit_width(columns);
  if (entries.size() < 1024) return radix_sort<6>(entries, scratch, (bits + 5) / 6);
  radix_sort<11>(entries, scratch, (bits + 10) / 11);
}

}  // namespace tenor
