#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tenor/text/segmenter.h"
#include "tenor/voice/layout.h"

namespace tenor {

/// A target the user lists: a name and the words that mention it.
struct TargetList {
  std::string name;
  std::vector<std::string> aliases;
};

/// A listed target, mentioned in a sentence.
struct Mention {
  std::size_t target = 0;  // index into the list
  Range words;
};

/// Finds the mentions of listed targets: whole words, in any case, with a possessive or a plural at the end.
class TargetMatcher {
 public:
  /// Throws Error where an alias holds no word, or two targets share one, whatever its case or number.
  TargetMatcher(std::vector<TargetList> targets, const Segmenter& segmenter);

  /// Mentions in order; where two overlap, the longer one.
  [[nodiscard]] std::vector<Mention> mentions(const Layout& layout) const;
  [[nodiscard]] const std::string& name(std::size_t target) const { return targets_[target].name; }

 private:
  struct Pattern {
    std::size_t target;
    std::vector<std::string> words;
  };
  std::vector<TargetList> targets_;
  std::unordered_map<std::string, std::vector<Pattern>> by_first_;  // longest first
};

}  // namespace tenor
