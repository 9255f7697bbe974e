#pragma once

#include "tenor/voice/finding.h"

namespace tenor {

/// Gives a finding, whose verb and cue are known, source and content by the sentence's tree, where the verb
/// governs what its frames name: an object, an infinitive, a gerund, a prepositional object. Leaves the
/// content empty where it governs none of them, or where nobody is the verb's subject.
void take_governed(const Layout& layout, std::size_t verb, Finding& finding);

}  // namespace tenor
