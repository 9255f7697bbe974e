#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tenor/terms/grams.h"

namespace tenor {

struct Collocation {
  std::vector<std::uint32_t> words;
  std::uint64_t count = 0;
  std::uint64_t nested = 0;  // of these, how many stand inside a longer sequence that was counted too
  double lambda = 0, z = 0;
};

/// Sequences of words that stand together more often than chance would have it: the log-linear model of
/// Blaheta & Johnson 2001 (Unsupervised learning of multi-word verbs). Texts come in one or more parts.
class CollocationCounter {
 public:
  /// A word's number that no sequence may hold: punctuation, the end of a text.
  static constexpr std::uint32_t gap = 0x7FFFFFFF;

  /// Sizes of the sequences, 2 to 5 words.
  explicit CollocationCounter(std::vector<std::size_t> sizes);

  void add(std::span<const std::uint32_t> words);
  /// Those that came `min_count` times, largest z first. For a sequence x of K words let n_m be how many
  /// sequences agree with x on the positions in m and on no other, plus `smoothing`; then
  ///   lambda = sum_m (-1)^(K - |m|) log n_m,   sigma^2 = sum_m 1 / n_m,   z = lambda / sigma.
  /// The n_m come from hashed counts with wildcards by inclusion and exclusion: time and memory are linear in
  /// the number of different sequences.
  [[nodiscard]] std::vector<Collocation> find(std::uint64_t min_count, double smoothing) const;

 private:
  void find(std::size_t size, std::uint64_t min_count, double smoothing, std::vector<Collocation>& out) const;

  std::vector<std::size_t> sizes_;  // ascending
  GramIndex grams_;
  std::vector<std::uint8_t> lengths_;  // by sequence
  std::vector<std::uint64_t> counts_, nested_;
  std::uint32_t words_ = 0;  // one above the largest number
};

}  // namespace tenor
