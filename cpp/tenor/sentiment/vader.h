#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tenor/sentiment/lexicon.h"
#include "tenor/sentiment/scorer.h"
#include "tenor/sentiment/vader_text.h"
#include "tenor/text/word_table.h"

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
  [[nodiscard]] Polarity polarity(std::string_view sentence) const override;

 private:
  struct Hit;
  struct Result;
  struct Scratch;
  // What the rules know of a word.
  struct Word {
    double valence = 0;
    double boost = 0;  // added by an intensifier, taken away (negative) by a diminisher
    bool known = false;
    bool negates = false;
    std::uint8_t name = 0;      // of the words that rules mention
    std::uint32_t phrases = 0;  // fix_keys: first of its phrases in phrases_, counted from 1
  };
  struct Phrase {
    std::vector<std::uint32_t> rest;
    double valence;
    std::uint32_t next;  // another phrase with the same first word, 0 for none
  };

  std::uint32_t add(std::string_view word);
  void look_up(Scratch& scratch) const;
  [[nodiscard]] Result analyze(std::string_view sentence, Scratch& scratch) const;
  void weigh(Scratch& scratch, std::size_t i, bool capitals_differ) const;
  void negate(const Scratch& scratch, std::size_t i, std::size_t distance, Hit& hit) const;
  void apply_idioms(const Scratch& scratch, std::size_t i, Hit& hit) const;
  void contrast(Scratch& scratch, std::size_t but) const;

  EmojiTable emoji_;
  unsigned fixes_;
  WordTable table_;
  std::vector<Word> words_;  // by number; 0 is the unknown word
  std::vector<Phrase> phrases_;
  std::uint32_t nt_ = 0;  // the number that stands for any unknown word with "n't" in it
};

}  // namespace tenor
