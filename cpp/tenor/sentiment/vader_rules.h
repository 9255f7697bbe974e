#pragma once

#include <cstddef>
#include <vector>

#include "tenor/sentiment/vader_sentence.h"

namespace tenor {

/// Quirks of vaderSentiment 3.3.2 that can be repaired, as bits; 0 reproduces it to the last digit.
enum Fix : unsigned {
  fix_quotes = 1,   // curly quotes and apostrophes, dashes and ellipses are not understood
  fix_so_this = 2,  // "so"/"this" one word before strengthen a word even without "never" two before them
  fix_but = 4,      // the but-rule weighs the first word of equal valence instead of the word it is at
  fix_idioms = 8,   // idioms are skipped in the first three words, and after a word of the lexicon
  fix_keys = 16,    // terms with a space or a capital never match
  fix_emoji = 32,   // emoji of several code points never match; text glued to an emoji hides its last word
  fix_length = 64,  // the score saturates with length: the sum of valences instead of `compound`
  fix_short = 128,  // words of one or two letters keep the marks around them, and never match: "no,", "ok."
  fix_all = 255,
};

/// Weighs one word of the lexicon by the words around it, and adds it to the sentence's hits.
void weigh(VaderSentence& sentence, std::size_t token, unsigned fixes);

/// What comes before the first "but" counts half, what comes after it half as much again.
void weigh_contrast(std::vector<VaderSentence::Hit>& hits, std::size_t but_at, unsigned fixes);

}  // namespace tenor
