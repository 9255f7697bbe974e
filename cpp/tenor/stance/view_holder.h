#pragma once

#include <string_view>

#include "tenor/voice/layout.h"

namespace tenor {

/// A speaker's word for themselves: "I", "we're", "us".
bool is_first_person(std::string_view word);
/// A speaker's word for what is theirs: "my", "our".
bool is_first_person_owner(std::string_view word);

/// Whoever is spoken to: "you", "your".
bool is_second_person(std::string_view word);

/// Could the phrase hold a view: a person, a group, an institution, or a pronoun or name that may stand for
/// one; not a bill, a statement or a day?
bool may_hold(const Layout& layout, Range phrase);

}  // namespace tenor
