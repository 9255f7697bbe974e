#pragma once

#include <cstddef>
#include <string_view>

#include "tenor/text/segmenter.h"

namespace tenor {

/// How a text is laid out in lines.
struct LineLayout {
  Newline newline = Newline::hard;  // hard or soft, never automatic
  std::size_t width = 0;            // bytes that a wrapped line holds; 0 unless soft
};

/// Decides what one line break means. A text is wrapped (soft) when many of its lines go on in lower case and
/// few of them are so short that the next line's first word would have fitted.
LineLayout read_layout(std::string_view text, Newline newline);

}  // namespace tenor
