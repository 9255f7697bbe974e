#pragma once

#include <vector>

#include "tenor/voice/layout.h"

namespace tenor {

/// A finite clause, in words of its sentence.
struct FiniteClause {
  Range subject;             // empty where it shares an earlier clause's, or has none
  std::size_t group = 0;     // the first word of the verb's group: "has" of "has never said"
  std::size_t verb = 0;      // its main verb; the word itself where a verb is written together: "it's"
  std::size_t end = 0;       // where the next clause begins
  bool subordinate = false;  // after "because", "if", "who", ...
};

/// The finite clauses of a range of a sentence, in order, by tags alone.
std::vector<FiniteClause> finite_clauses(const Layout& layout, Range range);

/// Is the word one of the forms of "be", also where written together with a pronoun: "it's"?
bool is_copula(const Layout& layout, std::size_t word);

}  // namespace tenor
