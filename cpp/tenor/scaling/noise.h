#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tenor {

/// n values in [-1, 1) that look random: splitmix64 (Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195).
/// The same on every machine, so that a method that starts from them gives the same result everywhere.
inline std::vector<double> noise(std::size_t n, std::uint64_t seed) {
  std::vector<double> out(n);
  std::uint64_t state = seed * 0xD1342543DE82EF95ULL;
  for (double& value : out) {
    std::uint64_t z = state += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    z ^= z >> 31;
    value = static_cast<double>(z >> 11) * 0x1p-52 - 1;
  }
  return out;
}

}  // namespace tenor
