#pragma once

#include <vector>

#include "tenor/text/reading.h"

namespace tenor {

/// Words between quotation marks, marks included.
struct Quotation {
  Span span;
  std::size_t paragraph = 0;
  bool continues = false;  // no closing mark: the next paragraph opens with a mark again
};

/// The quotations of a text in order, outermost only. Straight, curly, guillemet and German marks; single
/// marks where they can't be apostrophes. A mark without its partner is left out, so it never costs more than
/// its own paragraph.
std::vector<Quotation> quotations(const Reading& reading);

}  // namespace tenor
