#pragma once

#include <cstddef>
#include <string_view>

#include "tenor/text/marks.h"

namespace tenor {

/// Where the item after the one at `begin` starts on the same line ("1) ... 2) ...", "• ... • ..."), or npos.
std::size_t next_item(std::string_view text, std::size_t begin);

/// The full stop belongs to a label at the head of its sentence, and what is labelled follows: "1.", "2.1.",
/// "a.", "IV.", "Figure 1.", "P.S."; or to the "1." of a list that a colon announced.
bool is_label(std::string_view text, const Mark& mark);

}  // namespace tenor
