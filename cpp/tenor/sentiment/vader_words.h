#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tenor/sentiment/lexicon.h"
#include "tenor/text/word_table.h"

namespace tenor {

/// What VADER's rules know of words: its lexicon, and the words that its rules mention. Immutable.
class VaderWords {
 public:
  /// Words that rules call by name.
  enum Name : std::uint8_t {
    other,
    no,
    nor,
    or_,
    never,
    so,
    this_,
    without,
    doubt,
    least,
    at,
    very,
    but,
    kind,
    of,
    just,
    enough,
    sort,
    the,
    shit,
    bomb,
    bad,
    ass,
    bus,
    stop,
    yeah,
    right,
    kiss,
    death,
    to,
    die,
    for_,
    beating,
    heart,
  };

  struct Word {
    double valence = 0;
    double boost = 0;  // added by an intensifier, taken away (negative) by a diminisher
    bool known = false;
    bool negates = false;
    Name name = other;
    std::uint32_t phrases = 0;  // first of its phrases, counted from 1
  };

  /// `phrases`: fold terms and let those with spaces match; otherwise they never do, as in the original.
  VaderWords(const Lexicon::Entries& lexicon, bool phrases);

  /// The number of a lower-cased word that is padded (WordTable::padding); 0 for an unknown one.
  [[nodiscard]] std::uint32_t find(std::string_view padded) const { return table_.find_padded(padded); }
  /// Whether rules begin at this word: one with a valence, or "but".
  [[nodiscard]] bool acts(std::uint32_t number) const { return acts_[number] != 0; }
  [[nodiscard]] const Word& operator[](std::uint32_t number) const { return words_[number]; }

  struct Phrase {
    double valence;
    std::size_t words;
  };
  /// The longest phrase that begins with the first of these words.
  [[nodiscard]] std::optional<Phrase> phrase(std::span<const std::uint32_t> numbers) const;

  /// The valence of an idiom of two or three words; NaN where there is none.
  static double idiom(unsigned first, unsigned second, unsigned third = other);

 private:
  struct Rest {
    std::vector<std::uint32_t> words;  // after the first
    double valence;
    std::uint32_t next;  // another phrase with the same first word, 0 for none
  };
  std::uint32_t add(std::string_view word);
  void add_phrase(std::string_view words, std::size_t space, double valence);

  WordTable table_;
  std::vector<Word> words_;         // by number; 0 is the unknown word
  std::vector<std::uint8_t> acts_;  // by number
  std::vector<Rest> phrases_;
};

}  // namespace tenor
