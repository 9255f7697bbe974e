#pragma once

#include <cstdint>
#include <vector>

#include "tenor/sentiment/scorer.h"
#include "tenor/voice/layout.h"

namespace tenor {

/// What in the sentence shows a judgement.
enum class Ground : std::uint8_t {
  verb,        // rejected the plan, voted against it
  noun,        // support for, critical of
  described,   // called it a mistake
  duty,        // they must leave
  intention,   // we will leave
  imperative,  // don't sign it
  extraposed,  // it is wrong to sign
  predicate,   // the talks were useful
};

/// Somebody judges something, as one sentence's grammar shows it. In words of the sentence.
struct Judgement {
  std::size_t word = 0;  // the verb, noun or adjective that judges
  std::size_t verb = 0;  // the verb whose subject judges; the word itself where there is none
  Range holder;          // who judges; empty where only a speaker around it can
  Range target;          // what is judged
  int sign = 0;          // 0: left to the words around it (value) and to the target model, or withheld
  Ground ground = Ground::verb;
  double value = 0;       // the scorer's value of what is said of the target
  bool clause = false;    // the target is a clause: what somebody insists on, or hopes
  bool withheld = false;  // the holder takes no side: "declined to comment on it"
  bool leading = false;   // a predicate of the first main clause that a quotation has in this sentence
};

/// The words of a sentence without the full stop.
std::size_t text_end(const Layout& layout);

/// Adds a judgement, without the marks at its target's ends, unless the target is a time or judged already.
void add_judgement(const Layout& layout, Judgement judgement, std::vector<Judgement>& out);

/// Judgements of a sentence, in the order of their words: by judging verbs and acts (rejected the plan; voted
/// against it), nouns and adjectives with their prepositions (support for, critical of), and, inside `said`,
/// by what a speaker says of something ("the talks were useful", "they must leave"). `said` are the ranges of
/// words attributed to somebody.
std::vector<Judgement> find_judgements(const Layout& layout, const std::vector<Range>& said,
                                       const Scorer* scorer);

}  // namespace tenor
