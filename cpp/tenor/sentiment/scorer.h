#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tenor/text/span.h"

namespace tenor {

/// What one word (or phrase) adds to a sentence's score, and the rules that changed its own valence, joined
/// by
/// '+' ("negation+contrast"); empty where it counts as the lexicon has it.
struct Share {
  Span span;
  double value = 0;
  std::string_view rule;
};

struct Score {
  double value = 0;  // the scorer's own unit; 0 where nothing is known
  int hits = 0;      // words and phrases that the lexicon knows
};

/// VADER's four numbers: the parts of a sentence that are negative, neutral and positive, and the whole.
struct Polarity {
  double neg = 0, neu = 0, pos = 0, compound = 0;
};

/// A score and what made it: the shares, in order, add up to its value.
struct Explained {
  Score score;
  int words = 0;  // in all
  std::vector<Share> shares;
};

/// How many words and phrases count for and against after the rules, of how many words in all.
struct Counts {
  int positive = 0, negative = 0, words = 0;
};

/// Scores the sentiment of a sentence. Immutable: one may serve any number of threads.
class Scorer {
 public:
  virtual ~Scorer() = default;
  [[nodiscard]] virtual Score score(std::string_view sentence) const = 0;
  /// Spans are of the sentence.
  [[nodiscard]] virtual Explained explain(std::string_view sentence) const = 0;
  /// Without an implementation of its own a scorer counts its shares.
  [[nodiscard]] virtual Counts counts(std::string_view sentence) const {
    const Explained found = explain(sentence);
    Counts out{0, 0, found.words};
    for (const Share& share : found.shares) ++(share.value > 0 ? out.positive : out.negative);
    return out;
  }
  [[nodiscard]] virtual Polarity polarity(std::string_view sentence) const = 0;

 protected:
  /// The counts of hits with a valence each.
  static Counts count(const auto& hits, std::size_t words) {
    Counts out{0, 0, static_cast<int>(words)};
    for (const auto& hit : hits) ++(hit.valence > 0 ? out.positive : out.negative);
    return out;
  }
};

}  // namespace tenor
