#include "tenor/terms/key_sort.h"

#include <array>
#include <utility>

namespace tenor {

void sort_keys(Buffer<std::uint64_t>& keys, Buffer<std::uint32_t>& values, int bits) {
  // So many places that are written in turn still lie in the first cache.
  constexpr int most = 9;
  const std::size_t size = keys.size();
  const int passes = (bits + most - 1) / most, digit = passes == 0 ? 0 : (bits + passes - 1) / passes;
  Buffer<std::uint64_t> sorted_keys(size);
  Buffer<std::uint32_t> sorted_values(size);
  for (int pass = 0, shift = 0; pass < passes; ++pass, shift += digit) {
    std::array<std::size_t, std::size_t{1} << most> places{};
    const std::uint64_t mask = (std::uint64_t{1} << digit) - 1;
    const std::uint64_t* const from = keys.data();
    const std::uint32_t* const values_from = values.data();
    std::uint64_t* const to = sorted_keys.data();
    std::uint32_t* const values_to = sorted_values.data();
    for (std::size_t i = 0; i < size; ++i) ++places[from[i] >> shift & mask];
    std::size_t sum = 0;
    for (std::size_t& place : places) sum += std::exchange(place, sum);
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t place = places[from[i] >> shift & mask]++;
      to[place] = from[i];
      values_to[place] = values_from[i];
    }
    std::swap(keys, sorted_keys);
    std::swap(values, sorted_values);
  }
}

}  // namespace tenor
