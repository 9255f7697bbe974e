#include "tenor/stance/target.h"

#include <algorithm>

#include "tenor/error.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// A sentence of more bytes is no sentence, and a regular expression could take long over it.
constexpr std::size_t longest_searched = 8000;

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
      if (alias.size() > 1 && alias.front() == '/' && alias.back() == '/') {
        add_expression(t, alias);
        continue;
      }
      Pattern pattern{t, {}};
      for (const Span& word : segmenter.words(alias)) pattern.words.push_back(stem(fold(word.of(alias))));
      if (pattern.words.empty())
        throw Error("target \"" + targets_[t].name + "\" has an alias without a word: \"" + alias + "\"");
      std::vector<Pattern>& alike = by_first_[pattern.words[0]];
      for (const Pattern& other : alike)
        if (other.words == pattern.words) refuse_shared(other.target, t, alias);
      alike.push_back(std::move(pattern));
    }
  }
  // Of an alias and an expression that takes the same words neither is the longer.
  for (const TargetList& target : targets_) {
    const auto t = static_cast<std::size_t>(&target - targets_.data());
    for (const Expression& e : expressions_) {
      if (std::regex_match(target.name, e.regex)) refuse_shared(e.target, t, target.name);
      for (const std::string& alias : target.aliases)
        if (alias == e.alias || std::regex_match(alias, e.regex)) refuse_shared(e.target, t, alias);
    }
  }
  for (auto& [first, patterns] : by_first_)
    std::stable_sort(patterns.begin(), patterns.end(),
                     [](auto& a, auto& b) { return a.words.size() > b.words.size(); });
}

void TargetMatcher::refuse_shared(std::size_t one, std::size_t other, const std::string& alias) const {
  if (one != other)
    throw Error("targets \"" + targets_[one].name + "\" and \"" + targets_[other].name +
                "\" share the alias \"" + alias + "\"; leave it to one of them");
}

void TargetMatcher::add_expression(std::size_t target, const std::string& alias) {
  const std::string& name = targets_[target].name;
  try {
    expressions_.push_back({target, alias,
                            std::regex(alias.substr(1, alias.size() - 2),
                                       std::regex::ECMAScript | std::regex::icase | std::regex::optimize)});
  } catch (const std::regex_error& e) {
    throw Error("target \"" + name + "\" has a regular expression that cannot be read: " + alias + " (" +
                e.what() + ")");
  }
  if (std::regex_match("", expressions_.back().regex))
    throw Error("target \"" + name + "\" has a regular expression that matches no words at all: " + alias);
}

void TargetMatcher::find_expressions(const Layout& layout, std::vector<Mention>& out) const {
  if (expressions_.empty() || layout.size() == 0 || layout.size() > longest_read) return;
  const Span sentence = layout.span({0, layout.size()});
  const std::string_view text = layout.text({0, layout.size()});
  if (text.size() > longest_searched) return;
  for (const Expression& e : expressions_)
    for (std::cregex_iterator at(text.data(), text.data() + text.size(), e.regex), end; at != end; ++at) {
      const std::size_t first = sentence.begin + static_cast<std::size_t>(at->position());
      const Span found{first, first + static_cast<std::size_t>(at->length())};
      Range words;
      for (std::size_t i = 0; i < layout.size(); ++i) {
        if (!found.overlaps(layout.span({i, i + 1}))) continue;
        if (words.empty()) words.first = i;
        words.end = i + 1;
      }
      if (!words.empty()) out.push_back({e.target, words});
    }
}

std::vector<Mention> TargetMatcher::mentions(const Layout& layout) const {
  std::vector<Mention> out;
  find_expressions(layout, out);
  for (std::size_t i = 0; i < layout.size(); ++i) {
    const auto found = by_first_.find(stem(std::string(layout.word(i))));
    if (found == by_first_.end()) continue;
    for (const Pattern& p : found->second) {
      std::size_t k = 1;
      while (k < p.words.size() && i + k < layout.size() &&
             stem(std::string(layout.word(i + k))) == p.words[k])
        ++k;
      if (k < p.words.size()) continue;
      out.push_back({p.target, {i, i + k}});
      break;
    }
  }
  if (out.size() < 2) return out;
  // Of two that overlap the longer one, or the first; they come in the order of the text.
  std::stable_sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) {
    const auto length = [](const Mention& m) { return m.words.end - m.words.first; };
    return length(a) > length(b);
  });
  std::vector<Mention> kept;
  for (const Mention& m : out)
    if (std::none_of(kept.begin(), kept.end(), [&](const Mention& k) {
          return k.words.first < m.words.end && m.words.first < k.words.end;
        }))
      kept.push_back(m);
  std::sort(kept.begin(), kept.end(),
            [](const Mention& a, const Mention& b) { return a.words.first < b.words.first; });
  return kept;
}

}  // namespace tenor
