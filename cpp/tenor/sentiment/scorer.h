#pragma once

#include <string_view>
#include <vector>

#include "tenor/text/span.h"

namespace tenor {

/// What one word (or phrase) adds to a sentence's score, and the rule that changed its own valence, if any.
struct Share {
  Span span;
  double value = 0;
  std::string_view rule;
};

struct Score {
  double value = 0;  // the scorer's own unit; 0 where nothing is known
  int hits = 0;      // words and phrases that the lexicon knows
};

/// Scores the sentiment of a sentence. Immutable: one may serve any number of threads.
class Scorer {
 public:
  virtual ~Scorer() = default;
  [[nodiscard]] virtual Score score(std::string_view sentence) const = 0;
  /// The shares, in order, that add up to `score(sentence).value`. Spans are of the sentence.
  [[nodiscard]] virtual std::vector<Share> explain(std::string_view sentence) const = 0;
};

}  // namespace tenor
