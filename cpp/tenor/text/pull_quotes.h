#pragma once

#include <string_view>

#include "tenor/text/roles.h"

namespace tenor {

/// Marks the pull quotes of a page: lines of the body whose words a longer paragraph of it has too, set
/// apart to catch the eye. Read as body they would be counted twice.
void label_pull_quotes(std::string_view text, std::vector<Part>& parts);

}  // namespace tenor
