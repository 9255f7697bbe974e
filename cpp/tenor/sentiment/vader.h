#pragma once

#include <string_view>
#include <vector>

#include "tenor/sentiment/emoji.h"
#include "tenor/sentiment/lexicon.h"
#include "tenor/sentiment/scorer.h"
#include "tenor/sentiment/vader_rules.h"
#include "tenor/sentiment/vader_words.h"

namespace tenor {

/// Sentiment by VADER's rules (Hutto & Gilbert 2014). The score is `compound`, to four decimals, between -1
/// and 1; under fix_length it is the sum of valences before it is squeezed into that range.
class VaderScorer final : public Scorer {
 public:
  /// `lexicon`: terms as they are matched after lower-casing; of two entries for one term the last counts.
  VaderScorer(const Lexicon::Entries& lexicon, const EmojiTable::Entries& emoji, unsigned fixes);

  [[nodiscard]] Score score(std::string_view sentence) const override;
  [[nodiscard]] Explained explain(std::string_view sentence) const override;
  [[nodiscard]] Counts counts(std::string_view sentence) const override;
  [[nodiscard]] Polarity polarity(std::string_view sentence) const override;

 private:
  struct Result;
  Result analyze(std::string_view sentence, VaderSentence& read) const;
  [[nodiscard]] double value(const Result& result) const;

  EmojiTable emoji_;
  unsigned fixes_;
  VaderWords words_;
};

}  // namespace tenor
