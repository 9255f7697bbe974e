#include "tenor/sentiment/lexicon.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>

#include "tenor/error.h"

namespace tenor {
namespace {

// An edge as a word of a WordTable.
struct Edge {
  std::array<char, 8> bytes{};
  Edge(std::uint32_t node, std::uint32_t number) {
    std::memcpy(bytes.data(), &node, sizeof node);
    std::memcpy(bytes.data() + sizeof node, &number, sizeof number);
  }
  operator std::string_view() const { return {bytes.data(), bytes.size()}; }
};

// Whether the star at this place of a word is a wildcard: alone or behind a letter; it is none in an
// emoticon.
bool is_wildcard(std::string_view word, std::size_t at) {
  if (at == std::string_view::npos || word == "*") return at == 0;
  return at > 0 &&
         (static_cast<signed char>(word[at - 1]) < 0 || (word[at - 1] >= 'a' && word[at - 1] <= 'z'));
}

}  // namespace

std::vector<Lexicon::Part> Lexicon::parts(const std::string& term, const EmojiTable& emoji) {
  VaderText text;
  text.read(term, emoji, reading);
  std::vector<Part> out;
  for (const VaderText::Token& token : text.tokens()) {
    std::string word(text.lower(token));
    bool begins = text.followed_by(token, '*');
    if (word.ends_with('*') && is_wildcard(word, word.size() - 1)) begins = true, word.pop_back();
    out.push_back({std::move(word), begins});
  }
  return out;
}

Lexicon::Lexicon(const Entries& entries, const EmojiTable& emoji, const std::vector<std::string_view>& words)
    : nodes_(1), beginning_(entries.size() + words.size()) {
  std::vector<std::vector<Part>> terms;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto refuse = [&](const std::string& why) {
      throw Error("lexicon entry " + std::to_string(i) + " ('" + entries[i].first + "'): " + why);
    };
    if (!std::isfinite(entries[i].second)) refuse("the valence must be a finite number");
    terms.push_back(parts(entries[i].first, emoji));
    if (terms.back().empty()) refuse("the term is empty; remove the entry");
    if (terms.back().size() == 1 && terms.back()[0].begins && terms.back()[0].text.empty())
      refuse("this would match every word; write the beginning of a word before the star");
    for (const Part& part : terms.back()) {
      if (is_wildcard(part.text, part.text.find('*')))
        refuse("a star stands at the end of a word, for any other end of it; remove the others");
      (part.begins ? beginnings_ : words_).insert(part.text);
    }
  }
  for (const std::string_view word : words) words_.insert(word);
  link();
  for (std::size_t i = 0; i < terms.size(); ++i) add(terms[i], entries[i].second);
  // What has no entry of its own has that of what it begins with, or of what it is the possessive of.
  for (std::uint32_t number = 1; number <= numbers(); ++number) {
    Entry& entry = entries_[number];
    for (std::uint32_t other = number; other != 0; other = entries_[other].shorter) {
      entry.heads |= edges_.find(Edge(0, other)) != 0;
      if (!entry.known && entries_[other].known) entry.known = true, entry.valence = entries_[other].valence;
    }
  }
  for (std::uint32_t number = 1; number <= words_.size(); ++number) {
    const std::string_view word = words_.word(number);
    if (entries_[number].known || word.size() < 3 || !word.ends_with("'s")) continue;
    const Entry& base = entries_[this->number(word.substr(0, word.size() - 2))];
    entries_[number].known = base.known, entries_[number].valence = base.valence;
  }
  for (std::uint32_t number = 1; number <= words_.size(); ++number)
    if (entries_[number].known || entries_[number].heads) beginning_.insert(words_.word(number));
  for (const std::string_view word : words) beginning_.insert(word);
}

void Lexicon::link() {
  for (std::uint32_t number = 1; number <= beginnings_.size(); ++number)
    lengths_.push_back(beginnings_.word(number).size());
  std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
  lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
  entries_.resize(words_.size() + beginnings_.size() + 1);
  for (std::uint32_t number = 1; number <= words_.size(); ++number)
    entries_[number].shorter = beginning(words_.word(number), std::string::npos);
  for (std::uint32_t number = 1; number <= beginnings_.size(); ++number) {
    const std::string_view word = beginnings_.word(number);
    entries_[words_.size() + number].shorter = beginning(word, word.size());
  }
}

// The number of the longest beginning of `word` that is shorter than `below`.
std::uint32_t Lexicon::beginning(std::string_view word, std::size_t below) const {
  for (const std::size_t length : lengths_) {
    if (length > word.size() || length >= below) continue;
    if (const std::uint32_t found = beginnings_.find(word.substr(0, length)))
      return static_cast<std::uint32_t>(words_.size()) + found;
  }
  return 0;
}

std::uint32_t Lexicon::number_of(const Part& part) const {
  return part.begins ? static_cast<std::uint32_t>(words_.size()) + beginnings_.find(part.text)
                     : words_.find(part.text);
}

void Lexicon::add(const std::vector<Part>& term, double valence) {
  Entry* entry = &entries_[number_of(term[0])];
  longest_ = std::max(longest_, term.size());
  if (term.size() > 1) {
    std::uint32_t node = 0;
    for (const Part& part : term) node = edges_.insert(Edge(node, number_of(part)));
    if (nodes_.size() <= edges_.size()) nodes_.resize(edges_.size() + 1);
    entry = &nodes_[node];
  }
  if (!entry->known) ++size_;
  entry->known = true;
  entry->valence = valence;
}

std::uint32_t Lexicon::number(std::string_view word) const {
  const std::string padded = std::string(word).append(WordTable::padding, '\0');
  return number_padded({padded.data(), word.size()});
}

std::uint32_t Lexicon::number_padded(std::string_view word) const {
  const std::uint32_t known = find(word);
  if (known != 0 || word.size() < 3 || !word.ends_with("'s")) return known;
  return find(word.substr(0, word.size() - 2));
}

std::uint32_t Lexicon::find(std::string_view word) const {
  const std::uint32_t known = words_.find_padded(word);
  return known != 0 || lengths_.empty() ? known : beginning(word, std::string::npos);
}

std::optional<Lexicon::Match> Lexicon::match(std::span<const std::uint32_t> numbers) const {
  const Entry& first = entries_[numbers[0]];
  std::optional<Match> best;
  if (first.known) best = {first.valence, 1};
  if (first.heads) walk(0, numbers, 0, best);
  return best;
}

// A word is tried as itself, then as each of its beginnings.
void Lexicon::walk(std::uint32_t node, std::span<const std::uint32_t> numbers, std::size_t depth,
                   std::optional<Match>& best) const {
  if (depth == numbers.size()) return;
  for (std::uint32_t number = numbers[depth]; number != 0; number = entries_[number].shorter) {
    const std::uint32_t next = edges_.find(Edge(node, number));
    if (next == 0) continue;
    if (nodes_[next].known && (!best || best->words <= depth)) best = {nodes_[next].valence, depth + 1};
    walk(next, numbers, depth + 1, best);
  }
}

}  // namespace tenor
