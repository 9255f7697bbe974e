#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tenor/terms/grams.h"
#include "tenor/terms/rows.h"
#include "tenor/terms/words.h"

namespace tenor {

/// The column of each term, by its number, or WordIndex::none.
struct Columns {
  std::vector<std::uint32_t> words, grams;

  [[nodiscard]] std::uint32_t& operator[](std::uint32_t term) {
    return (term & gram_bit) != 0 ? grams[term & ~gram_bit] : words[term];
  }
};

/// Terms as they are met, numbered in that order, and what is known of each.
struct Tally {
  Tally() = default;
  explicit Tally(std::span<const std::string> stops);

  [[nodiscard]] Seen& seen(std::uint32_t term) {
    return (term & gram_bit) != 0 ? seen_grams[term & ~gram_bit] : seen_words[term];
  }
  [[nodiscard]] const Seen& seen(std::uint32_t term) const {
    return (term & gram_bit) != 0 ? seen_grams[term & ~gram_bit] : seen_words[term];
  }
  std::uint32_t word(const WordKey& token) {
    const std::uint32_t id = words.insert(token);
    if (id >= seen_words.size()) seen_words.emplace_back();
    return id;
  }
  std::uint32_t gram(std::uint64_t pair) {
    const std::uint32_t term = grams.insert(pair);
    if ((term & ~gram_bit) >= seen_grams.size()) seen_grams.push_back({});
    return term;
  }
  void prefetch_gram(std::uint64_t pair) const {
    const std::uint32_t slot = grams.prefetch_pair(pair);
    if (slot != 0 && slot <= seen_grams.size()) __builtin_prefetch(&seen_grams[slot - 1]);
  }

  /// Takes another's terms in, and their documents, and leaves it empty. Gives the terms as they are numbered
  /// here now, by their numbers there.
  Columns absorb(Tally& other);
  /// The terms that stood in a document, in the order of their texts.
  [[nodiscard]] std::vector<std::uint32_t> sorted() const;

  std::size_t stop_words = 0;  // words numbered below this are stop words
  WordIndex words;
  GramIndex grams;
  std::vector<Seen> seen_words;
  Buffer<Seen> seen_grams;
};

}  // namespace tenor
