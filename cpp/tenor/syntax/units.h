#pragma once

#include <string_view>
#include <vector>

#include "tenor/text/span.h"

namespace tenor {

/// Appends the syntactic words of one word of the segmenter, as the English treebanks cut them: clitics and
/// possessives ("do|n't", "Ukraine|'s", "can|not"), hyphen compounds except after a prefix ("28|-|point",
/// "pro-Russian"), signs of currency, number and per cent ("$|1.5|bn", "5|%", "5|pm"). Together the parts are
/// the whole word. `word` is a span of `text`, and the words of a sentence come in order: a mark that is
/// written after its like joins the last span of `out` ("!!", "***", "<<").
void append_units(std::string_view text, Span word, std::vector<Span>& out);

}  // namespace tenor
