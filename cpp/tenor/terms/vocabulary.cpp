#include "tenor/terms/vocabulary.h"

#include <algorithm>
#include <utility>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// Where the next word of a term begins, after `at`.
std::size_t word_end(std::string_view term, std::size_t at, bool characters) {
  if (!characters) return std::min(term.find(' ', at), term.size());
  // Lone surrogates are three bytes here, which UTF-8 proper would refuse.
  do ++at;
  while (at < term.size() && (static_cast<unsigned char>(term[at]) & 0xC0) == 0x80);
  return at;
}

// The term's words, first to last.
std::vector<std::uint32_t> words_of(const GramIndex& grams, std::uint32_t term) {
  std::vector<std::uint32_t> words;
  for (; (term & gram_bit) != 0; term = grams.head(term)) words.push_back(grams.last(term));
  words.push_back(term);
  std::reverse(words.begin(), words.end());
  return words;
}

}  // namespace

Vocabulary::Vocabulary(std::span<const std::string> terms, std::span<const std::string> stop_words,
                       bool characters)
    : characters_(characters) {
  for (const std::string& word : stop_words) words_.insert(word);
  stop_words_ = words_.size();
  for (const std::string& term : terms) {
    std::uint32_t found = none;
    for (std::size_t at = 0;;) {
      const std::size_t end = word_end(term, at, characters);
      const std::uint32_t word = words_.insert(std::string_view(term).substr(at, end - at));
      found = found == none ? word : grams_.insert(GramIndex::pair(found, word));
      if (end >= term.size()) break;
      at = characters ? end : end + 1;
    }
    terms_.push_back(found);
  }
  index();
}

Vocabulary::Vocabulary(WordIndex words, GramIndex grams, std::size_t stop_words,
                       std::vector<std::uint32_t> terms, bool characters)
    : words_(std::move(words)),
      grams_(std::move(grams)),
      stop_words_(stop_words),
      terms_(std::move(terms)),
      characters_(characters) {
  index();
}

void Vocabulary::index() {
  word_columns_.assign(words_.size(), none);
  gram_columns_.assign(grams_.size(), none);
  for (std::uint32_t column = 0; column < terms_.size(); ++column) {
    const std::uint32_t term = terms_[column];
    ((term & gram_bit) != 0 ? gram_columns_[term & ~gram_bit] : word_columns_[term]) = column;
  }
}

std::string Vocabulary::term(std::size_t column) const {
  std::string text;
  for (const std::uint32_t word : words_of(grams_, terms_[column])) {
    if (!characters_ && !text.empty()) text.push_back(' ');
    text.append(words_[word]);
  }
  return text;
}

Vocabulary Vocabulary::subset(std::span<const std::uint32_t> columns) const {
  WordIndex words;
  GramIndex grams;
  for (std::uint32_t word = 0; word < stop_words_; ++word) words.insert(words_[word]);
  std::vector<std::uint32_t> terms;
  for (const std::uint32_t column : columns) {
    std::uint32_t found = none;
    for (const std::uint32_t word : words_of(grams_, terms_[column])) {
      const std::uint32_t id = words.insert(words_[word]);
      found = found == none ? id : grams.insert(GramIndex::pair(found, id));
    }
    terms.push_back(found);
  }
  return {std::move(words), std::move(grams), stop_words_, std::move(terms), characters_};
}

std::size_t Vocabulary::bytes() const {
  return words_.bytes() + grams_.bytes() +
         4 * (terms_.capacity() + word_columns_.capacity() + gram_columns_.capacity());
}

std::vector<std::uint32_t> sorted_terms(const WordIndex& words, const GramIndex& grams,
                                        std::span<const Seen> seen_words, std::span<const Seen> seen_grams) {
  const std::vector<std::uint32_t> ranks = words.ranks();
  const auto node = [&](std::uint32_t term) {
    return (term & gram_bit) != 0 ? words.size() + (term & ~gram_bit) : term;
  };
  // Children of every node side by side (a counting sort), each as its last word's rank and its number.
  std::vector<std::uint32_t> first(words.size() + grams.size() + 1);
  for (std::uint32_t g = 0; g < grams.size(); ++g) ++first[node(grams.head(g)) + 1];
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
  std::vector<std::uint64_t> children(grams.size());
  for (std::uint32_t g = static_cast<std::uint32_t>(grams.size()); g-- > 0;) {
    // Counted down into place: afterwards first[i + 1] is where node i's children begin.
    children[--first[node(grams.head(g)) + 1]] = static_cast<std::uint64_t>(ranks[grams.last(g)]) << 32 | g;
  }
  std::vector<std::uint32_t> terms, in_order(words.size());
  for (std::uint32_t w = 0; w < words.size(); ++w) in_order[ranks[w]] = w;
  std::vector<std::uint32_t> stack;
  for (const std::uint32_t word : in_order) {
    for (stack.push_back(word); !stack.empty();) {
      const std::uint32_t term = stack.back();
      stack.pop_back();
      const Seen& seen = (term & gram_bit) != 0 ? seen_grams[term & ~gram_bit] : seen_words[term];
      if (seen.documents != 0) terms.push_back(term);
      const std::size_t at = node(term);
      const auto begin = children.begin() + first[at + 1];
      const auto end = at + 2 < first.size() ? children.begin() + first[at + 2] : children.end();
      std::sort(begin, end, std::greater<>());
      for (auto child = begin; child != end; ++child) {
        stack.push_back(static_cast<std::uint32_t>(*child) | gram_bit);
      }
    }
  }
  return terms;
}

}  // namespace tenor
