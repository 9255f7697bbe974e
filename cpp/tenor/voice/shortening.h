#pragma once

#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// Does a comma or a conjunction add the verb to what stands before it: "and called", ", also calling"?
bool is_added(const Layout& layout, std::size_t verb);

/// Ends contents where what a later cue of the sentence reports begins: "Smith said it was late and called
/// for calm", "it was late, Berg said".
void shorten(const Layout& layout, std::vector<Finding>& found);

}  // namespace tenor
