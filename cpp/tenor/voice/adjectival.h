#pragma once

#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// Adds the attributions of adjectives that say what somebody thinks or feels ("is confident that ...", "fond
/// of"), and of phrases that do ("in favor of"). The first `verbs` findings are the sentence's verbs.
void add_adjectives(const Layout& layout, std::size_t verbs, std::vector<Finding>& found);

}  // namespace tenor
