#pragma once

#include <cstddef>
#include <cstdint>

#include "tenor/terms/buffer.h"

namespace tenor {

/// How often things were met, at most: a count-min sketch of one row (Cormode and Muthukrishnan, 2005) with a
/// byte a counter. What it says is never below the truth, but that it counts no further than `most`.
class Sketch {
 public:
  static constexpr std::uint8_t most = 255;

  /// At least so many counters.
  explicit Sketch(std::size_t counters);

  void prefetch(std::uint64_t hash) const { __builtin_prefetch(counters_.data() + (hash & mask_)); }
  void add(std::uint64_t hash) {
    std::uint8_t& counter = counters_[hash & mask_];
    counter = static_cast<std::uint8_t>(counter + (counter != most ? 1 : 0));
  }
  [[nodiscard]] std::uint8_t at(std::uint64_t hash) const { return counters_[hash & mask_]; }
  /// What another of the same size has met, too.
  void add(const Sketch& other);

 private:
  std::size_t mask_;
  Buffer<std::uint8_t> counters_;
};

}  // namespace tenor
