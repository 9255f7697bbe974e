#pragma once

#include "tenor/voice/finding.h"

namespace tenor {

/// Gives a finding, whose verb and cue are known, the source that stands after the verb ("..., said Smith, a
/// lawyer"), and moves `after` past it; false where none does.
bool take_inverted(const Layout& layout, std::size_t verb, Finding& finding, std::size_t& after);

}  // namespace tenor
