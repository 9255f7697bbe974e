#pragma once

#include "tenor/voice/finding.h"

namespace tenor {

/// Gives a finding, whose verb and cue are known, source and content by the sentence's tree, where the verb
/// takes a clause: after it, before it, or around it ("The plan, Smith told them, was dead"). Leaves the
/// content empty where it takes none, or where nobody is the verb's subject.
void take_complement(const Layout& layout, std::size_t verb, Finding& finding);

}  // namespace tenor
