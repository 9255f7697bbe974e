#pragma once

#include "tenor/voice/finding.h"

namespace tenor {

/// Gives a finding, whose verb and cue are known, content and source of a passive: "was rejected by the
/// president", "is expected to resign", "was accused of fraud". The source is empty where no agent is named;
/// the content is left empty where the passive reports nothing.
void take_passive(const Layout& layout, std::size_t verb, Finding& finding);

/// "Asked about the plan, she said ...": by whom is not told.
bool take_asked(const Layout& layout, std::size_t verb, Finding& finding);

}  // namespace tenor
