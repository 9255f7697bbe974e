#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "tenor/voice/cues.h"
#include "tenor/voice/layout.h"

namespace tenor {

/// An attribution within one sentence, in words of it.
struct Finding {
  const Cue* verb = nullptr;  // none for "according to" and the like
  std::string_view rule;      // which one made it, in words for people
  Range cue;
  Range source;  // empty where nobody is named
  Range content;
  std::optional<Range> resumed;  // a second part: "..., she said, ...", "He is expected to ..."
  bool before = false;           // the content stands before the cue
  bool conjoined = false;        // the source is an earlier verb's subject
  bool following = false;        // the content is what begins with the next sentence
  bool loose = false;            // the content is the quotation that ends right before the sentence
};

/// Can the word be a cue verb, though the tagger takes it for a noun: "..., warning against", "Pence says"?
bool may_be_cue(const Layout& layout, std::size_t word);

/// What is kept of a verb inside another's words: reports of words alone, or all.
enum class Nested { reports, all };

/// The attributions of one sentence, in the order of their cues.
std::vector<Finding> find_attributions(const Layout& layout, Nested nested = Nested::reports);

}  // namespace tenor
