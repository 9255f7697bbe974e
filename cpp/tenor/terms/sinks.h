#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "tenor/terms/reader.h"
#include "tenor/terms/sketch.h"
#include "tenor/terms/tally.h"
#include "tenor/terms/vocabulary.h"

namespace tenor {

/// Which sequences are frequent enough to be counted.
struct Frequent {
  std::shared_ptr<const Sketch> sketch;  // null: all are
  std::uint8_t least = 1;                // what the sketch has to have of one
};

/// Takes a reader's terms and numbers whatever it meets, but for sequences that are not frequent.
struct Growing {
  void words(std::span<const std::string_view> tokens, std::uint32_t* numbers) {
    tally.insert(tokens, numbers);
    if (tally.stop_words == 0) return;
    for (std::size_t i = 0; i < tokens.size(); ++i)
      numbers[i] = numbers[i] < tally.stop_words ? Reader<Growing>::skipped : numbers[i];
  }
  void prefetch_seen(std::uint32_t word) const { __builtin_prefetch(tally.seen_words.data() + word); }
  std::uint32_t gram(std::uint64_t pair) {
    if (counts(pair)) return tally.grams.insert(pair);
    ++refused;
    return WordIndex::none;
  }
  // Here the beginning of a pair may be none.
  void prefetch(std::uint64_t pair) const {
    if (!frequent.sketch) {
      tally.grams.prefetch(pair);
    } else if (pair >> 32 != WordIndex::none) {
      frequent.sketch->prefetch(tally.sketched(pair));
    }
  }
  void prefetch_near(std::uint64_t pair) const {
    if (!frequent.sketch) {
      tally.grams.prefetch_pair(pair);
    } else if (pair >> 32 != WordIndex::none && counts(pair)) {
      tally.grams.prefetch(pair);
    }
  }
  [[nodiscard]] bool counts(std::uint64_t pair) const {
    return !frequent.sketch || frequent.sketch->at(tally.sketched(pair)) >= frequent.least;
  }
  void emit(std::span<const std::uint32_t> terms) {
    rows.add(terms, [&](std::uint32_t term) -> Seen& { return tally.seen(term); });
  }
  void end_row(bool keep) {
    rows.end_row(keep, [&](std::uint32_t term) -> Seen& { return tally.seen(term); });
  }

  Tally tally;
  Rows rows;
  Frequent frequent;
  std::uint64_t refused = 0;  // occurrences of sequences
};

/// Takes a reader's terms and keeps the words, and of sequences a sketch. Terms are the tally's marks here.
struct Surveying {
  void words(std::span<const std::string_view> tokens, std::uint32_t* numbers) {
    tally->insert(tokens, numbers);
    for (std::size_t i = 0; i < tokens.size(); ++i)
      numbers[i] = numbers[i] < tally->stop_words ? Reader<Surveying>::skipped : tally->mark(numbers[i]);
  }
  void prefetch_seen(std::uint32_t) const {}
  std::uint32_t gram(std::uint64_t pair) {
    const std::uint64_t hash = sketched(pair);
    sketch->add(hash);
    return Tally::gram_mark(hash);
  }
  void prefetch(std::uint64_t pair) const { sketch->prefetch(sketched(pair)); }
  void prefetch_near(std::uint64_t) const {}
  void emit(std::span<const std::uint32_t> terms) { met += terms.size(); }
  void end_row(bool) {}
  static std::uint64_t sketched(std::uint64_t pair) {
    return Tally::sketched(static_cast<std::uint32_t>(pair >> 32), static_cast<std::uint32_t>(pair));
  }

  Tally* tally;
  Sketch* sketch;
  std::uint64_t met = 0;  // occurrences of terms
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
