#pragma once

#include <string_view>
#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// The frames of nouns and adjectives: what introduces the content of "claim that", "fond of", "plan to".

/// Which of a cue's complements begins at a word, as its entry names it; empty where none does.
std::string_view complement_at(const Layout& layout, const Cue& cue, std::size_t word);

/// Takes the complement that begins at a word for a finding's content, and its preposition into the cue;
/// false where there is nothing to take ("on Monday").
bool take_introduced(const Layout& layout, std::size_t word, std::string_view with, Finding& finding);

/// Adds a finding that begins at a word, unless one of the first `verbs` findings has its words already:
/// their content begins with it, or it stands inside what they say.
void add_beside(const Layout& layout, std::size_t verbs, const Finding& finding, std::size_t first,
                std::vector<Finding>& found);

}  // namespace tenor
