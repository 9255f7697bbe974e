#pragma once

#include <string_view>
#include <vector>

#include "tenor/voice/layout.h"

namespace tenor {

/// Without a possessive: "Ukraine's" -> "Ukraine".
std::string_view bare(std::string_view text);

/// The names within a range of words, in order, each with what its titles tell of it.
std::vector<FoundName> names_in(const Layout& layout, Range range);

}  // namespace tenor
