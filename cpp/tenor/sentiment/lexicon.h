#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenor/text/word_table.h"

namespace tenor {

/// Valences of words, of word beginnings ("abus*") and of phrases ("fed up", one space between words). Terms
/// are folded (tenor::fold) on the way in; look-up expects folded words. Immutable.
class Lexicon {
 public:
  using Entries = std::vector<std::pair<std::string, double>>;

  /// Of two entries for one term the last counts.
  explicit Lexicon(const Entries& entries);

  /// The valence of a folded word; "russia's" is looked up as "russia" when it has no entry of its own. An
  /// exact entry comes before a word beginning, a longer beginning before a shorter one.
  [[nodiscard]] std::optional<double> valence(std::string_view folded) const;

  struct Match {
    double valence;
    std::size_t words;  // how many it covers
  };
  /// The longest entry that begins at folded word number `at`.
  [[nodiscard]] std::optional<Match> match(const std::vector<std::string_view>& folded, std::size_t at) const;

  /// The number of different terms.
  [[nodiscard]] std::size_t size() const { return valences_.size(); }

 private:
  [[nodiscard]] const double* find(std::string_view folded) const;

  WordTable terms_;               // words, phrases, and beginnings with their star: "war" and "war*" are two
  std::vector<double> valences_;  // by number - 1
  std::vector<std::size_t> lengths_;  // of word beginnings, longest first
  WordTable heads_;                   // first words of phrases
  std::vector<std::size_t> most_;     // by head's number - 1: words of its longest phrase
};

}  // namespace tenor
