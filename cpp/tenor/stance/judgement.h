#pragma once

#include <optional>
#include <vector>

#include "tenor/sentiment/scorer.h"
#include "tenor/voice/layout.h"

namespace tenor {

/// Somebody judges something, as one sentence's grammar shows it. In words of the sentence.
struct Judgement {
  std::size_t word = 0;  // the verb, noun or adjective that judges
  std::size_t verb = 0;  // the verb whose subject judges; the word itself where there is none
  Range holder;          // who judges; empty where only a speaker around it can
  Range target;          // what is judged
  int sign = 0;
};

/// Judgements of a sentence, in the order of their words: by judging verbs and acts (rejected the plan; voted
/// against it), nouns and adjectives with their prepositions (support for, critical of), and, inside `said`,
/// by what is said of a subject
/// ("the talks were useful"): there the scorer decides the sign. `said` are the ranges of words attributed to
/// somebody.
std::vector<Judgement> find_judgements(const Layout& layout, const std::vector<Range>& said,
                                       const Scorer* scorer);

}  // namespace tenor
