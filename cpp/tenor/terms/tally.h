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

  /// A number for a term that its words alone decide, however they are numbered here: the same in a survey
  /// and in each thread's count.
  [[nodiscard]] std::uint32_t mark(std::uint32_t term) const {
    return (term & gram_bit) != 0 ? gram_mark(sketched(grams[term].pair)) : words.hash(term) & ~gram_bit;
  }
  /// The hash under which a sketch has a sequence; marks are seeded, so it is too.
  [[nodiscard]] std::uint64_t sketched(std::uint64_t pair) const {
    return sketched(mark(static_cast<std::uint32_t>(pair >> 32)), mark(static_cast<std::uint32_t>(pair)));
  }
  static std::uint64_t sketched(std::uint32_t head, std::uint32_t word) {
    return mix(GramIndex::pair(head, word), 0x8EBC6AF09C88C6E3ULL);
  }
  // Neither of the last numbers, which mean that there is no term.
  static std::uint32_t gram_mark(std::uint64_t hash) {
    return (static_cast<std::uint32_t>(hash >> 32) & ~3U) | gram_bit;
  }

  std::size_t stop_words = 0;  // words numbered below this are stop words
  WordIndex words;
  GramTable<CountedGram> grams;
  std::vector<Seen> seen_words;
};

}  // namespace tenor
