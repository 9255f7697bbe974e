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
}

Vocabulary::Vocabulary(WordIndex words, Buffer<Gram> grams, std::size_t stop_words,
                       std::vector<std::uint32_t> terms, bool characters)
    : words_(std::move(words)),
      grams_(std::move(grams)),
      stop_words_(stop_words),
      terms_(std::move(terms)),
      characters_(characters) {}

void Vocabulary::index() const {
  std::call_once(*indexed_, [&] {
    grams_.index();
    word_columns_.assign(words_.size(), none);
    gram_columns_.assign(grams_.size(), none);
    for (std::uint32_t column = 0; column < terms_.size(); ++column) {
      const std::uint32_t term = terms_[column];
      ((term & gram_bit) != 0 ? gram_columns_[term & ~gram_bit] : word_columns_[term]) = column;
    }
  });
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
  Buffer<Gram> grams;
  std::vector<std::uint32_t> terms, new_words(words_.size(), none), new_grams(grams_.size(), none);
  const auto new_word = [&](std::uint32_t word) {
    if (new_words[word] == none) new_words[word] = words.insert(words_[word]);
    return new_words[word];
  };
  for (std::uint32_t word = 0; word < stop_words_; ++word) new_word(word);
  std::vector<std::uint32_t>
      beginnings;  // of a term, that are not in the new vocabulary yet; the longest first
  for (const std::uint32_t column : columns) {
    std::uint32_t term = terms_[column];
    for (; (term & gram_bit) != 0 && new_grams[term & ~gram_bit] == none; term = grams_.head(term))
      beginnings.push_back(term);
    std::uint32_t found = (term & gram_bit) != 0 ? new_grams[term & ~gram_bit] : new_word(term);
    for (; !beginnings.empty(); beginnings.pop_back()) {
      grams.push_back({GramIndex::pair(found, new_word(grams_.last(beginnings.back())))});
      found = static_cast<std::uint32_t>(grams.size() - 1) | gram_bit;
      new_grams[beginnings.back() & ~gram_bit] = found;
    }
    terms.push_back(found);
  }
  return {std::move(words), std::move(grams), stop_words_, std::move(terms), characters_};
}

std::size_t Vocabulary::bytes() const {
  return words_.bytes() + grams_.bytes() +
         4 * (terms_.capacity() + word_columns_.capacity() + gram_columns_.capacity());
}

}  // namespace tenor
