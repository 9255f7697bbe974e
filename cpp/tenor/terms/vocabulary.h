#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "tenor/terms/grams.h"
#include "tenor/terms/words.h"

namespace tenor {

/// Terms and their columns. Immutable to its users: one may serve any number of threads.
class Vocabulary {
 public:
  static constexpr std::uint32_t none = WordIndex::none;

  /// Term i has column i. A term's words are what single spaces part (`characters`: its code points).
  Vocabulary(std::span<const std::string> terms, std::span<const std::string> stop_words, bool characters);
  /// What a Counter has counted: `terms` in the order of their columns.
  Vocabulary(WordIndex words, Buffer<Gram> grams, std::size_t stop_words, std::vector<std::uint32_t> terms,
             bool characters);

  [[nodiscard]] std::size_t size() const { return terms_.size(); }
  [[nodiscard]] std::string term(std::size_t column) const;
  /// Makes what a look-up needs, once: a count that is not used to look up documents does without.
  void index() const;
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
  WordIndex words_;
  mutable GramIndex grams_;
  std::size_t stop_words_ = 0;  // words numbered below this are stop words
  std::vector<std::uint32_t> terms_;
  mutable std::vector<std::uint32_t> word_columns_, gram_columns_;
  bool characters_;
  std::unique_ptr<std::once_flag> indexed_ = std::make_unique<std::once_flag>();
};

}  // namespace tenor
