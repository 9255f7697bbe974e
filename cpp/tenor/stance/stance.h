#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "tenor/sentiment/scorer.h"
#include "tenor/stance/gated.h"
#include "tenor/stance/target.h"
#include "tenor/voice/attribution.h"

namespace tenor {

/// Whether a holder is favourable, unfavourable or neutral to a target, as one sentence conveys it.
struct Stance {
  std::size_t sentence = 0;     // index into Reading::sentences
  std::string holder;           // "outlet" for the article's own voice
  std::string target;           // the name the user gave the target, or the words of the text
  Span mention;                 // the target's words in the text
  int label = 0;                // -1, 0, 1
  Probabilities probability{};  // unfavourable, neutral, favourable
  int depth = 0;  // 0: the article reports an act; 1: somebody's words; 2: a claim inside a claim
};

/// Finds who is for or against what. Immutable: one may serve any number of threads.
class StanceFinder {
 public:
  /// `scorer` decides what words said of a target mean; `model` gives the probabilities; either may be null.
  /// `discover`: also targets that nobody listed.
  StanceFinder(std::shared_ptr<const Scorer> scorer, std::shared_ptr<const TargetModel> model,
               TargetMatcher targets, bool discover);

  /// Stances in the order of the sentences and of their targets.
  [[nodiscard]] std::vector<Stance> stances(const Reading& reading, const std::vector<Layout>& layouts,
                                            const std::vector<Attribution>& attributions) const;

 private:
  std::shared_ptr<const Scorer> scorer_;
  std::shared_ptr<const TargetModel> model_;
  TargetMatcher targets_;
  bool discover_;
};

}  // namespace tenor
