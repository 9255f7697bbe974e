#pragma once

#include <vector>

#include "tenor/voice/layout.h"

namespace tenor {

/// Corrects a sentence's tags where its tree knows better: "The groups note that", "to publicly detail",
/// "Lima blasts Berg". Says whether any tag changed.
bool correct_tags(const Layout& layout, std::vector<Tagged>& tags);

}  // namespace tenor
