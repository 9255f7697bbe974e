#pragma once

#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// Gives a finding, whose verb, cue and source are known, its content by the frames of the verb; leaves it
/// empty where the verb has none here. `after` is the word after the cue (after the source where `inverted`),
/// `earlier` what was found before it in the sentence.
void take_content(const Layout& layout, std::size_t verb, std::size_t after, bool inverted,
                  const std::vector<Finding>& earlier, Finding& finding);

/// The same for a passive: "was rejected by the president", "is expected to resign". The source is set too,
/// empty where no agent is named.
void take_passive(const Layout& layout, std::size_t verb, Finding& finding);

}  // namespace tenor
