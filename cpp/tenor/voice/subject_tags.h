#pragma once

#include <optional>

#include "tenor/voice/layout.h"

namespace tenor {

/// The subject of a verb by tags, base noun phrases and commas alone, leftwards from the verb.
std::optional<Range> subject_by_tags(const Layout& layout, std::size_t verb);

}  // namespace tenor
