#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tenor/sentiment/emoji.h"
#include "tenor/sentiment/lexicon.h"
#include "tenor/sentiment/scorer.h"

namespace tenor {

/// Sentiment of a sentence of reporting: an additive score. Each word or phrase of the lexicon gives its
/// valence, changed by the rules around it (rules.h); the sum s is squeezed into (-1, 1) as s / sqrt(s^2 +
/// 15), which scales all shares alike. A rule reaches over at most four words and never over the end of a
/// clause.
class NewsScorer final : public Scorer {
 public:
  /// `negator`: the valence of "not" and its like themselves, besides what they do to other words: raters
  /// find a sentence that denies something a little more negative than its words (0 leaves it out).
  NewsScorer(const Lexicon::Entries& lexicon, const EmojiTable::Entries& emoji, double negator = 0);

  [[nodiscard]] Score score(std::string_view sentence) const override;
  [[nodiscard]] Explained explain(std::string_view sentence) const override;
  [[nodiscard]] Counts counts(std::string_view sentence) const override;
  [[nodiscard]] Polarity polarity(std::string_view sentence) const override;

 private:
  struct Hit;
  struct Scratch;
  // Returns the sum of the hits, which it leaves in `scratch`.
  double analyze(std::string_view sentence, Scratch& scratch) const;
  void find_hits(Scratch& scratch) const;
  void weigh(const Scratch& scratch, std::size_t index, Hit& hit) const;
  void turn_by_what_follows(const Scratch& scratch, Hit& hit) const;
  [[nodiscard]] bool negated(const Scratch& scratch, std::size_t at) const;

  EmojiTable emoji_;
  Lexicon lexicon_;
  double negator_;
  std::vector<std::uint16_t> kinds_;  // by the lexicon's numbers
};

}  // namespace tenor
