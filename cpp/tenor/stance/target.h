#pragma once

#include <regex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tenor/text/segmenter.h"
#include "tenor/voice/layout.h"

namespace tenor {

/// A target the user lists: a name and the words that mention it. An alias between slashes is a regular
/// expression (ECMAScript): "/(28|19)-point plan/".
struct TargetList {
  std::string name;
  std::vector<std::string> aliases;
};

/// A listed target, mentioned in a sentence.
struct Mention {
  std::size_t target = 0;  // index into the list
  Range words;
};

/// Finds the mentions of listed targets: whole words, in any case, with a possessive or a plural at the end;
/// or the words that a regular expression touches, in any case of ASCII letters.
class TargetMatcher {
 public:
  /// Throws Error where an alias holds no word, two targets share one, whatever its case or number, or one's
  /// regular expression takes all of the other's, and where an expression cannot be read or matches no words.
  TargetMatcher(std::vector<TargetList> targets, const Segmenter& segmenter);

  /// Mentions in order; where two overlap, the longer one, or the first of two as long.
  [[nodiscard]] std::vector<Mention> mentions(const Layout& layout) const;
  [[nodiscard]] const std::string& name(std::size_t target) const { return targets_[target].name; }

 private:
  struct Pattern {
    std::size_t target;
    std::vector<std::string> words;
  };
  struct Expression {
    std::size_t target;
    std::string alias;
    std::regex regex;
  };
  void refuse_shared(std::size_t one, std::size_t other, const std::string& alias) const;
  void add_expression(std::size_t target, const std::string& alias);
  void find_expressions(const Layout& layout, std::vector<Mention>& out) const;

  std::vector<TargetList> targets_;
  std::vector<Expression> expressions_;
  std::unordered_map<std::string, std::vector<Pattern>> by_first_;  // longest first
};

}  // namespace tenor
