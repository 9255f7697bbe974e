#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace tenor {

/// What a full stop after a word can mean. The classes say when a sentence may end there.
enum class Abbreviation : std::uint8_t {
  none,     // a word: the full stop ends the sentence
  title,    // "Mr.", "Gov.", "Mt.": a name follows, never an end
  inner,    // "vs.", "e.g.": never an end
  number,   // "No.", "p.", "Sept.": not an end before a digit
  suffix,   // "Inc.", "Jr.", "Calif.", "Ave.": an end only before a starter or an opening quotation mark
  acronym,  // "U.S.", "Ph.D.": as a suffix
  initial,  // "J.": an end only before a starter of two letters or more
  time,     // "a.m.": not an end before a time zone, a day or a month
  user,     // given by the user: never an end
};

/// The words that decide a doubtful full stop: built-in ones and the user's.
class Abbreviations {
 public:
  Abbreviations(const std::vector<std::string>& abbreviations, const std::vector<std::string>& starters);

  /// The class of `word`, which stands before a full stop and is given without it.
  [[nodiscard]] Abbreviation classify(std::string_view word) const;
  /// A word that begins a sentence and is hardly ever part of a name: "The", "However", "Analysts".
  [[nodiscard]] bool starts(std::string_view word) const;

 private:
  std::unordered_set<std::string> abbreviations_, starters_;  // the user's, folded
};

bool is_speech_verb(std::string_view word);     // "said", "asked"
bool is_courtesy_title(std::string_view word);  // "Mr", "Ms": begins a sentence after "Inc."
bool follows_time(std::string_view word);       // "EST", "Monday", "July": goes on after "a.m."

bool is_time_word(std::string_view word);  // "at", "by", "until": leads to a time
bool has_own_mark(std::string_view word);  // "Yahoo": a name with an exclamation mark

}  // namespace tenor
