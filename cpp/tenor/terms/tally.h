#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/terms/grams.h"
#include "tenor/terms/rows.h"
#include "tenor/terms/words.h"

namespace tenor {

/// The column of each term, by its number, or WordIndex::none.
struct Columns {
  std::vector<std::uint32_t> words, grams;
};

/// Terms as they are met, numbered in that order, and what is known of each.
struct Tally {
  Tally() = default;
  explicit Tally(std::span<const std::string> stops);

  [[nodiscard]] Seen& seen(std::uint32_t term) {
    return (term & gram_bit) != 0 ? grams[term].seen : seen_words[term];
  }
  [[nodiscard]] const Seen& seen(std::uint32_t term) const {
    return (term & gram_bit) != 0 ? grams[term].seen : seen_words[term];
  }
  void insert(std::span<const std::string_view> tokens, std::uint32_t* numbers) {
    words.insert(tokens, numbers);
    if (seen_words.size() < words.size()) seen_words.resize(words.size());
  }

  std::size_t stop_words = 0;  // words numbered below this are stop words
  WordIndex words;
  GramTable<CountedGram> grams;
  std::vector<Seen> seen_words;
};

}  // namespace tenor
