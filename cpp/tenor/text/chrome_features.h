#pragma once

#include <string_view>
#include <vector>

#include "tenor/text/chrome_page.h"

namespace tenor {

/// The names of the features of a line, in order.
const std::vector<std::string_view>& line_feature_names();

/// Writes the features of line `i`, as many as there are names: its own shape and words, its neighbours',
/// what stands around it, and its place among the page's blocks of prose.
void describe_line(const Page& page, std::size_t i, float* out);

}  // namespace tenor
