#pragma once

#include "tenor/voice/layout.h"

namespace tenor {

/// Does a sentence without a tree hold a cue that tags alone leave unread, or read as no more than a verb and
/// its object? To read a tree costs many times what it costs to try without.
bool needs_tree(const Layout& layout);

}  // namespace tenor
