#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/stance/features.h"
#include "tenor/stance/word_classes.h"
#include "tenor/text/reading.h"

namespace tenor {

/// Unfavourable, neutral, favourable, in this order.
using Probabilities = std::array<double, 3>;

/// What one feature adds to the logit of each class. `word` is empty for a feature of the whole sentence.
struct FeatureShare {
  Span word;
  std::string feature;
  Probabilities shares{};
};

/// Shares and bias add up to the logits, centred on their mean, so log(p[a] / p[b]) is the sum of their
/// differences.
struct TargetReasons {
  Probabilities probabilities{};
  Probabilities bias{};
  std::vector<FeatureShare> shares;  // in the order of their words, those of the whole sentence last
};

/// Target-dependent sentiment: the polarity that a sentence conveys towards a target in it, whoever speaks. A
/// multinomial logistic regression on hashed features, with calibrated probabilities. Immutable.
class TargetModel {
 public:
  /// `weights`: what tools/train_stance.py writes, word lists included: one file is one model. Throws
  /// `Error` where the bytes are no model.
  explicit TargetModel(std::string_view weights);
  TargetModel(const TargetModel&) = delete;
  TargetModel& operator=(const TargetModel&) = delete;

  /// The probabilities of unfavourable, neutral and favourable. `target` is a span of the reading's text;
  /// throws `Error` when it is empty or not in the sentence.
  [[nodiscard]] Probabilities polarity(const Reading& reading, std::size_t sentence, Span target) const;
  /// The same, with each feature's share in it.
  [[nodiscard]] TargetReasons explain(const Reading& reading, std::size_t sentence, Span target) const;
  /// The model's card, in JSON: data and its hash, figures, seed.
  [[nodiscard]] const std::string& card() const { return card_; }

 private:
  /// A slot of the table: what tells its feature from others that hash to it, and a weight per class.
  struct Slot {
    std::uint8_t check = 0;
    std::array<std::int8_t, 3> weights{};
  };
  [[nodiscard]] const Slot* find(const Feature& feature) const;

  std::string card_;
  WordClasses classes_;
  FeatureExtractor extractor_;
  std::vector<Slot> slots_;
  std::vector<float> scales_;  // by family: a weight is scale * int8
  Probabilities bias_{};
};

}  // namespace tenor
