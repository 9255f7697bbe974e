#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/stance/word_classes.h"
#include "tenor/text/reading.h"

namespace tenor {

/// One observation about a target in its sentence. `id` is a hash of what was observed; `word` is the index,
/// in the reading's words, of the word it was observed at, and `none` for the sentence as a whole.
struct Feature {
  static constexpr std::uint32_t none = 0xffffffff;
  std::uint64_t id = 0;
  float value = 1;
  std::uint32_t word = none;
  std::uint8_t family = 0;
};

/// Reads what surrounds a target, without grammar: words by side and distance, word classes and valences with
/// their negation, the verb the target goes with, quotation marks. Immutable.
class FeatureExtractor {
 public:
  explicit FeatureExtractor(const WordClasses& classes) : classes_(&classes) {}

  /// Appends the features of `target`, which must lie in the sentence. With `names`, also what each one says.
  /// Reads at most 100 words on each side, so the time does not grow with the sentence.
  void extract(const Reading& reading, std::size_t sentence, Span target, std::vector<Feature>& out,
               std::vector<std::string>* names = nullptr) const;

  /// The families a feature may belong to, by `Feature::family`.
  static const std::vector<std::string>& families();

 private:
  const WordClasses* classes_;
};

}  // namespace tenor
