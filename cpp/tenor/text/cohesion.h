#pragma once

#include <string_view>
#include <vector>

#include "tenor/text/lines.h"

namespace tenor {

/// What a line has in common with its page, as shares of its stems (stems.h): a list in an article speaks of
/// what the article speaks of, where links beside it speak of anything.
struct Cohesion {
  unsigned stems = 0, main = 0;   // how many there are, and how many of them the main prose has elsewhere
  unsigned above = 0, below = 0;  // how many stand in one of the few lines before or after it

  [[nodiscard]] float share(unsigned part) const {
    return stems == 0 ? 0.0F : static_cast<float>(part) / static_cast<float>(stems);
  }
};

/// `main` says of each line whether it is of the main prose.
std::vector<Cohesion> measure_cohesion(std::string_view text, const std::vector<Line>& lines,
                                       const std::vector<char>& main);

}  // namespace tenor
