#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "tenor/sentiment/lexicon.h"
#include "tenor/text/word_filter.h"
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
  [[nodiscard]] static bool acts(const Word& word) {
    return word.name == but || (word.boost == 0 && (word.known || word.phrases != 0));
  }
  /// The same without a look at the table: true for a few other words too.
  [[nodiscard]] bool may_act(const WordKey& word) const { return acting_.may_hold(word); }
  /// Whether a word may change the valence of those after it; true for a few that do not.
  [[nodiscard]] bool may_change(const WordKey& word) const {
    const auto has_apostrophe = [](std::uint64_t bytes) {
      return lanes::Eight(bytes).equal('\'').bytes() != 0;
    };
    return changing_.may_hold(word) || word.size > WordKey::padding || has_apostrophe(word.low) ||
           has_apostrophe(word.high);
  }
  [[nodiscard]] const Word& operator[](std::uint32_t number) const { return words_[number]; }

  struct Phrase {
    double valence;
    std::size_t words;
  };
  /// The longest phrase that begins with a word; `after(k)` is the number of the word k words behind it, 0
  /// after the last.
  [[nodiscard]] std::optional<Phrase> phrase(const Word& first, auto&& after) const {
    std::optional<Phrase> longest;
    for (std::uint32_t p = first.phrases; p != 0; p = phrases_[p - 1].next) {
      const Rest& rest = phrases_[p - 1];
      const std::size_t size = rest.words.size();
      if (longest && longest->words > size) continue;
      std::size_t same = 0;
      while (same < size && after(same + 1) == rest.words[same]) ++same;
      if (same == size) longest = {rest.valence, size + 1};
    }
    return longest;
  }

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
  std::vector<Word> words_;  // by number; 0 is the unknown word
  WordFilter acting_, changing_;
  std::vector<Rest> phrases_;
};

}  // namespace tenor
