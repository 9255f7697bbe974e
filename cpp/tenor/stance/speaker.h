#pragma once

#include <string>
#include <vector>

#include "tenor/voice/attribution.h"
#include "tenor/voice/layout.h"

namespace tenor {

/// Somebody's words in one sentence.
struct Said {
  const Attribution* attribution;
  Range words;
};

/// Whose words the words of an article are. Refers to the attributions it is made of.
class Speakers {
 public:
  Speakers(const Reading& reading, const std::vector<Attribution>& attributions);

  /// What is said in a sentence, by whom.
  [[nodiscard]] std::vector<Said> said_in(const Layout& layout) const;
  /// The attributions whose cue stands in a sentence.
  [[nodiscard]] const std::vector<const Attribution*>& cued_in(const Layout& layout) const {
    return cued_[layout.sentence()];
  }

 private:
  std::vector<std::vector<const Attribution*>> spoken_, cued_;  // by sentence
};

/// The shortest of the words said that a word lies in; null in the article's own voice.
const Said* innermost(const std::vector<Said>& said, std::size_t word);

/// Who speaks. An article that says "I" or "we" speaks for itself ("outlet"); whom it calls "you" or asks for
/// by "who" it does not name: empty.
std::string speaker_of(const Attribution& said);

}  // namespace tenor
