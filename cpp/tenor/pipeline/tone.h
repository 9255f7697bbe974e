#pragma once

#include <vector>

#include "tenor/sentiment/scorer.h"
#include "tenor/text/reading.h"
#include "tenor/voice/attribution.h"

namespace tenor {

/// The parts of each sentence, in order and apart from each other, that are not in the outlet's own voice:
/// what attributions hold, but for what merely seems so to the outlet itself.
std::vector<std::vector<Span>> quoted_parts(const Reading& reading,
                                            const std::vector<Attribution>& attributions);

/// What the words of a sentence add up to: all of them, and those in the outlet's own voice. What is left is
/// what it quotes.
struct Tone {
  Score score;
  int words = 0;
  int positive = 0,
      negative = 0;  // words and phrases of the lexicon that count for and against after the rules
  int outlet_positive = 0, outlet_negative = 0;
  double outlet_score = 0;  // the part of score.value
};

/// `quoted`: the sentence's quoted parts, as quoted_parts() gives them.
Tone tone(const Scorer& scorer, std::string_view text, Span sentence, const std::vector<Span>& quoted);

/// The share of the sentence's words outside the quoted parts; 1 where it has no words.
double outlet_share(const Reading& reading, const Sentence& sentence, const std::vector<Span>& quoted);

}  // namespace tenor
