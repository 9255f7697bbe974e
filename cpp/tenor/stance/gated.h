#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/syntax/layers.h"
#include "tenor/text/reading.h"

namespace tenor {

/// Unfavourable, neutral, favourable, in this order.
using Probabilities = std::array<double, 3>;

/// What one word adds to the logit of each class: how far its gate is open, times its value.
struct WordShare {
  Span word;
  double gate = 0;  // 0 to 1
  Probabilities shares{};
};

/// Shares and bias add up to the logits, centred on their mean, so log(p[a] / p[b]) is the sum of their
/// differences.
struct TargetReasons {
  Probabilities probabilities{};
  Probabilities bias{};
  std::vector<WordShare> shares;  // in the order of the words
};

/// Target-dependent sentiment: the polarity that a sentence conveys towards a target in it, whoever speaks.
///
/// A small network, made by tools/train_stance.py: words, their parts and their distance from the target are
/// embedded, dilated convolutions see their neighbours, and each word then has a gate and a value for each
/// class. The sum of gate times value is the logit, so nothing is left over that no word accounts for.
/// Probabilities are calibrated. Immutable: one may serve any number of threads.
class TargetModel {
 public:
  /// Words read on each side of a target, and of the target itself.
  static constexpr std::size_t reach = 40, longest = 12;

  /// Reads the model; throws `Error` naming the part that cannot be read.
  explicit TargetModel(std::string_view model);

  /// The probabilities of unfavourable, neutral and favourable. `target` is a span of the reading's text;
  /// throws `Error` when it is empty or not in the sentence.
  [[nodiscard]] Probabilities polarity(const Reading& reading, std::size_t sentence, Span target) const;
  /// The same, with each word's share in it.
  [[nodiscard]] TargetReasons explain(const Reading& reading, std::size_t sentence, Span target) const;
  /// The model's card, in JSON: data and its hash, figures, seed.
  [[nodiscard]] const std::string& card() const { return card_; }

 private:
  friend class TargetReader;

  /// The vector of a word from what its embedding gives.
  void combine(const std::int16_t* parts, float* out) const;

  std::string card_;
  std::size_t width_ = 0;
  float state_scale_ = 1, hidden_scale_ = 1;
  Embedding embedding_;
  std::vector<float> word_scale_, affix_scale_, nameless_;  // the last: what is read of a target's name
  std::vector<float> places_;                               // by distance class
  Linear hidden_, whole_, outward_;
  Convolutions convolutions_;
  Probabilities bias_{};
};

/// Reads sentences for a model: the words of a sentence are looked up once for all its targets, and memory is
/// used again for the next. For one thread; model and reading must outlive it.
class TargetReader {
 public:
  explicit TargetReader(const TargetModel& model) : model_(&model) {}

  /// Goes to a sentence. Throws Error where there is none.
  void open(const Reading& reading, std::size_t sentence);
  /// As TargetModel's, of a target in the sentence opened last.
  [[nodiscard]] Probabilities polarity(Span target);
  [[nodiscard]] TargetReasons explain(Span target);

 private:
  struct Window;

  [[nodiscard]] Window window(Span target) const;
  void look_up(const Window& window);
  /// Calls use(word, gate, gate times values) for each word of the window.
  template <class Use>
  void read(const Window& window, Use use);

  const TargetModel* model_;
  const Reading* reading_ = nullptr;
  const Sentence* sentence_ = nullptr;
  std::vector<float> words_;         // of the sentence, without their distance from a target
  std::vector<std::uint8_t> known_;  // which of them have been looked up
  std::vector<std::size_t> new_;
  std::vector<std::string_view> new_words_;
  std::vector<float> x_, means_, whole_;
  std::vector<std::int16_t> parts_, rows_, hidden_;
  std::vector<std::int32_t> sums_;
  std::string letters_;
};

}  // namespace tenor
