#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/word_map.h"

namespace tenor {

/// What is known of a word before any training: its valence (-1 to 1, 0 where unknown) and the classes it
/// belongs to, one bit each.
struct WordInfo {
  float valence = 0;
  std::uint64_t classes = 0;
};

/// Word classes ("accuse", "praise", "crime", ...) and valences, looked up by any inflection of a listed
/// word.
class WordClasses {
 public:
  static constexpr std::size_t limit = 64;

  /// `classes`: lines "name: word word ...", # begins a comment. `valences`: lines "word<TAB>valence...", as
  /// VADER writes them, from -4 to 4. Throws `Error`, naming the line, where one cannot be read.
  WordClasses(std::string_view classes, std::string_view valences);

  /// Looks up a folded word: as it is, else each lemma that its ending allows.
  [[nodiscard]] WordInfo find(std::string_view folded) const;
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// The bit of a class, 0 where there is none of that name.
  [[nodiscard]] std::uint64_t bit(std::string_view name) const;

 private:
  std::vector<std::string> names_;
  WordMap<WordInfo> words_;
};

}  // namespace tenor
