#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenor/sentiment/emoji.h"
#include "tenor/sentiment/vader_text.h"
#include "tenor/text/word_filter.h"
#include "tenor/text/word_table.h"

namespace tenor {

/// Valences of words, of word beginnings ("abus*") and of phrases of both ("fed up", "climate chang*", "not *
/// good"). Terms are read as texts are (`reading`), so that "Co-operate" is the phrase "co operate".
/// Immutable.
class Lexicon {
 public:
  using Entries = std::vector<std::pair<std::string, double>>;

  /// How terms, and the sentences they are looked for in, are cut into words.
  static constexpr VaderText::Options reading = {
      .typography = true, .sequences = true, .hyphens = true, .short_words = true};

  /// Of two entries for one term the last counts. `words`: lower-cased words that get a number whether or not
  /// they are part of a term, for rules that ask for them.
  explicit Lexicon(const Entries& entries, const EmojiTable& emoji = EmojiTable({}),
                   const std::vector<std::string_view>& words = {});

  /// The number of a lower-cased word: its own, else that of the longest beginning, else that of "russia" for
  /// "russia's"; 0 for an unknown word.
  [[nodiscard]] std::uint32_t number(std::string_view word) const;
  /// As `number`, for a word with WordTable::padding readable bytes from its first one on.
  [[nodiscard]] std::uint32_t number_padded(std::string_view word) const;
  /// False for most words that are no rule's (`words` of the constructor) and begin no term; padded as well.
  [[nodiscard]] bool may_begin(std::string_view padded) const {
    if (!lengths_.empty()) return true;  // any word may have one of the beginnings
    const bool owned = padded.ends_with("'s") && padded.size() > 2;
    return beginning_.may_hold(WordKey::padded(padded)) ||
           (owned && beginning_.may_hold(WordKey::padded(padded.substr(0, padded.size() - 2))));
  }
  /// How many words the longest term may have that begins with this one.
  [[nodiscard]] std::size_t longest(std::uint32_t number) const {
    return entries_[number].heads ? longest_ : 1;
  }
  /// The greatest number there is.
  [[nodiscard]] std::size_t numbers() const { return entries_.size() - 1; }

  struct Match {
    double valence;
    std::size_t words;  // how many it covers
    bool operator==(const Match&) const = default;
  };
  /// The longest term that begins with the first of these words.
  [[nodiscard]] std::optional<Match> match(std::span<const std::uint32_t> numbers) const;

  /// The number of different terms.
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  struct Entry {
    double valence = 0;
    bool known = false;
    bool heads = false;         // a phrase begins with it
    std::uint32_t shorter = 0;  // the longest beginning, of those shorter than it, that it begins with
  };
  // One word of a term: "abus*" is the beginning "abus".
  struct Part {
    std::string text;
    bool begins;
  };
  static std::vector<Part> parts(const std::string& term, const EmojiTable& emoji);
  [[nodiscard]] std::uint32_t number_of(const Part& part) const;
  [[nodiscard]] std::uint32_t find(std::string_view padded) const;
  [[nodiscard]] std::uint32_t beginning(std::string_view word, std::size_t below) const;
  void link();
  void add(const std::vector<Part>& term, double valence);
  void walk(std::uint32_t node, std::span<const std::uint32_t> numbers, std::size_t depth,
            std::optional<Match>& best) const;

  WordTable words_;                   // numbered first
  WordTable beginnings_;              // then these
  std::vector<std::size_t> lengths_;  // of beginnings, longest first
  std::vector<Entry> entries_;        // by number
  WordTable edges_;                   // of the tree of phrases: a node and a word's number, to a node
  std::vector<Entry> nodes_;          // 0 is the root
  WordFilter beginning_;              // words that have a meaning alone, begin a phrase or are a rule's
  std::size_t size_ = 0, longest_ = 1;
};

}  // namespace tenor
