#include "tenor/stance/target.h"

#include <algorithm>

#include "tenor/error.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// The word without a possessive, and without a plural's s: names and plain nouns alike.
std::string stem(std::string word) {
  for (const std::string_view tail : {"'s", "'"})
    if (word.size() > tail.size() + 1 && word.ends_with(tail)) word.resize(word.size() - tail.size());
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

}  // namespace

TargetMatcher::TargetMatcher(std::vector<TargetList> targets, const Segmenter& segmenter)
    : targets_(std::move(targets)) {
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    std::vector<std::string> aliases = targets_[t].aliases;
    aliases.insert(aliases.begin(), targets_[t].name);
    for (const std::string& alias : aliases) {
      Pattern pattern{t, {}};
      for (const Span& word : segmenter.words(alias)) pattern.words.push_back(stem(fold(word.of(alias))));
      if (pattern.words.empty())
        throw Error("target \"" + targets_[t].name + "\" has an alias without a word: \"" + alias + "\"");
      std::vector<Pattern>& alike = by_first_[pattern.words[0]];
      for (const Pattern& other : alike)
        if (other.target != t && other.words == pattern.words)
          throw Error("targets \"" + targets_[other.target].name + "\" and \"" + targets_[t].name +
                      "\" share the alias \"" + alias + "\"; leave it to one of them");
      alike.push_back(std::move(pattern));
    }
  }
  for (auto& [first, patterns] : by_first_)
    std::stable_sort(patterns.begin(), patterns.end(),
                     [](auto& a, auto& b) { return a.words.size() > b.words.size(); });
}

std::vector<Mention> TargetMatcher::mentions(const Layout& layout) const {
  std::vector<Mention> out;
  if (by_first_.empty()) return out;
  for (std::size_t i = 0; i < layout.size();) {
    const auto found = by_first_.find(stem(std::string(layout.word(i))));
    std::size_t length = 0;
    if (found != by_first_.end()) {
      for (const Pattern& p : found->second) {
        std::size_t k = 1;
        while (k < p.words.size() && i + k < layout.size() &&
               stem(std::string(layout.word(i + k))) == p.words[k])
          ++k;
        if (k < p.words.size()) continue;
        out.push_back({p.target, {i, i + k}});
        length = k;
        break;
      }
    }
    i += length ? length : 1;
  }
  return out;
}

}  // namespace tenor
