#pragma once

#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// Gives a finding, whose verb, cue and source are known, its content by the frames of the verb; leaves it
/// empty where the verb has none here. `after` is the word after the cue (after the source where `inverted`),
/// `earlier` what was found before it in the sentence.
void take_content(const Layout& layout, std::size_t verb, std::size_t after, bool inverted,
                  const std::vector<Finding>& earlier, Finding& finding);

/// The same from what follows the cue alone; says whether there is any.
bool take_behind(const Layout& layout, Finding& finding);

}  // namespace tenor
