#pragma once

#include <string_view>
#include <vector>

#include "tenor/sentiment/emoji.h"
#include "tenor/sentiment/lexicon.h"
#include "tenor/sentiment/scorer.h"
#include "tenor/sentiment/vader_words.h"

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

/// Sentiment by VADER's rules (Hutto & Gilbert 2014). The score is `compound`, to four decimals, between -1
/// and 1; under fix_length it is the sum of valences before it is squeezed into that range.
class VaderScorer final : public Scorer {
 public:
  /// `lexicon`: terms as they are matched after lower-casing; of two entries for one term the last counts.
  VaderScorer(const Lexicon::Entries& lexicon, const EmojiTable::Entries& emoji, unsigned fixes);

  [[nodiscard]] Score score(std::string_view sentence) const override;
  [[nodiscard]] std::vector<Share> explain(std::string_view sentence) const override;
  [[nodiscard]] Counts counts(std::string_view sentence) const override;
  [[nodiscard]] Polarity polarity(std::string_view sentence) const override;

 private:
  struct Hit;
  struct Result;
  struct Scratch;
  [[nodiscard]] Result analyze(std::string_view sentence, Scratch& scratch) const;
  void weigh(Scratch& scratch, std::size_t i) const;
  void negate(const Scratch& scratch, std::size_t i, std::size_t distance, Hit& hit) const;
  void apply_idioms(const Scratch& scratch, std::size_t i, Hit& hit) const;
  void contrast(Scratch& scratch, std::size_t but) const;

  EmojiTable emoji_;
  unsigned fixes_;
  VaderWords words_;
};

}  // namespace tenor
