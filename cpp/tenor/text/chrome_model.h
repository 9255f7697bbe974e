#pragma once

#include <string_view>
#include <vector>

#include "tenor/text/chrome_page.h"

namespace tenor {

/// A linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001) over the lines of a
/// page, which run through four states: what comes before the article, the article's body, chrome inside it,
/// and what comes after it. The body is one stretch, so that a list in its midst is kept where the same list
/// below it is not. Weights: chrome_weights.h, made by tools/train_chrome.py.

/// Whether each line is body: the sum over all readings of the page gives it at least the trained
/// probability.
std::vector<char> find_body(std::string_view text, const std::vector<Line>& lines,
                            const std::vector<Signs>& signs);

}  // namespace tenor
