#pragma once

#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// Adds the attribution of each quotation that a colon introduces, or a comma before a whole sentence, and
/// that nobody has yet: to the subject before it ("She addressed the crowd again: 'Stay.'"), or to the name
/// at the colon ("More from Ana Lima: 'Stay.'").
void add_introduced(const Layout& layout, std::vector<Finding>& found);

}  // namespace tenor
