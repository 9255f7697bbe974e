#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tenor/terms/grams.h"
#include "tenor/terms/rows.h"
#include "tenor/terms/words.h"

namespace tenor {

/// Terms and their columns. Immutable: one may serve any number of threads.
class Vocabulary {
 public:
  static constexpr std::uint32_t none = WordIndex::none;

  /// Term i has column i. A term's words are what single spaces part (`characters`: its code points).
  Vocabulary(std::span<const std::string> terms, std::span<const std::string> stop_words, bool characters);
  /// What a Counter has counted: `terms` in the order of their columns.
  Vocabulary(WordIndex words, GramIndex grams, std::size_t stop_words, std::vector<std::uint32_t> terms,
             bool characters);

  [[nodiscard]] std::size_t size() const { return terms_.size(); }
  [[nodiscard]] std::string term(std::size_t column) const;
  [[nodiscard]] const std::vector<std::uint32_t>& word_columns() const { return word_columns_; }
  [[nodiscard]] const std::vector<std::uint32_t>& gram_columns() const { return gram_columns_; }
  /// The term of each column, as words() and grams() number it.
  [[nodiscard]] const std::vector<std::uint32_t>& terms() const { return terms_; }
  [[nodiscard]] bool stopped(std::uint32_t word) const { return word < stop_words_; }
  [[nodiscard]] const WordIndex& words() const { return words_; }
  [[nodiscard]] const GramIndex& grams() const { return grams_; }
  [[nodiscard]] bool characters() const { return characters_; }
  /// The vocabulary of some columns alone (ascending), renumbered in their order.
  [[nodiscard]] Vocabulary subset(std::span<const std::uint32_t> columns) const;
  [[nodiscard]] std::size_t bytes() const;

 private:
  void index();

  WordIndex words_;
  GramIndex grams_;
  std::size_t stop_words_ = 0;  // words numbered below this are stop words
  std::vector<std::uint32_t> terms_, word_columns_, gram_columns_;
  bool characters_;
};

/// The terms that were seen in a document, in the order of their text's code points. A term comes before
/// those it begins, and a space before every word character, so this is the trie's order from parent to child
/// with children in the order of their words.
std::vector<std::uint32_t> sorted_terms(const WordIndex& words, const GramIndex& grams,
                                        std::span<const Seen> seen_words, std::span<const Seen> seen_grams);

}  // namespace tenor
