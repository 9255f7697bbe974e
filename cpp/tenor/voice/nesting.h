#pragma once

#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// Words that somebody is reported to have said: a clause or a quotation, or what others are accused of.
bool is_report(const Finding& finding);

/// Takes out what is part of another's words and no report of words itself: in "Smith said voters want
/// change" what voters want is Smith's claim, while "Smith said Berg accused them" holds a claim of Berg's.
void drop_nested(const Layout& layout, std::vector<Finding>& found);

}  // namespace tenor
