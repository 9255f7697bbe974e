#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tenor/terms/reader.h"
#include "tenor/terms/tally.h"
#include "tenor/terms/vocabulary.h"

namespace tenor {

/// Takes a reader's terms and numbers whatever it meets.
struct Growing {
  void words(std::span<const std::string_view> tokens, std::uint32_t* numbers) {
    tally.insert(tokens, numbers);
    if (tally.stop_words == 0) return;
    for (std::size_t i = 0; i < tokens.size(); ++i)
      numbers[i] = numbers[i] < tally.stop_words ? Reader<Growing>::skipped : numbers[i];
  }
  void prefetch_seen(std::uint32_t word) const { __builtin_prefetch(tally.seen_words.data() + word); }
  std::uint32_t gram(std::uint64_t pair) { return tally.grams.insert(pair); }
  void prefetch(std::uint64_t pair) const { tally.grams.prefetch(pair); }
  void prefetch_near(std::uint64_t pair) const { tally.grams.prefetch_pair(pair); }
  void emit(std::span<const std::uint32_t> terms) {
    rows.add(terms, [&](std::uint32_t term) -> Seen& { return tally.seen(term); });
  }
  void end_row(bool keep) {
    rows.end_row(keep, [&](std::uint32_t term) -> Seen& { return tally.seen(term); });
  }

  Tally tally;
  Rows rows;
};

/// Takes a reader's terms and looks them up in a vocabulary that others may use meanwhile.
struct Looking {
  explicit Looking(const Vocabulary* known)
      : vocabulary(known), seen_words(known->words().size()), seen_grams(known->grams().size()) {}

  void words(std::span<const std::string_view> tokens, std::uint32_t* numbers) const {
    vocabulary->words().find(tokens, numbers);
    if (!vocabulary->stopped(0)) return;
    for (std::size_t i = 0; i < tokens.size(); ++i)
      numbers[i] = vocabulary->stopped(numbers[i]) ? Reader<Looking>::skipped : numbers[i];
  }
  void prefetch_seen(std::uint32_t word) const { __builtin_prefetch(seen_words.data() + word); }
  [[nodiscard]] std::uint32_t gram(std::uint64_t pair) const { return vocabulary->grams().find(pair); }
  void prefetch(std::uint64_t pair) const { vocabulary->grams().prefetch(pair); }
  void prefetch_near(std::uint64_t pair) const { vocabulary->grams().prefetch_pair(pair); }
  void emit(std::span<const std::uint32_t> terms) {
    rows.add(terms, [&](std::uint32_t term) -> Seen& { return seen(term); });
  }
  void end_row(bool keep) {
    rows.end_row(keep, [&](std::uint32_t term) -> Seen& { return seen(term); });
  }
  [[nodiscard]] Seen& seen(std::uint32_t term) {
    return (term & gram_bit) != 0 ? seen_grams[term & ~gram_bit] : seen_words[term];
  }

  const Vocabulary* vocabulary;
  std::vector<Seen> seen_words, seen_grams;
  Rows rows;
};

}  // namespace tenor
