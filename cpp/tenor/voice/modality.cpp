#include "tenor/voice/modality.h"

#include <array>

#include "tenor/voice/clause.h"

namespace tenor {

bool is_hypothetical(const Layout& l, std::size_t i) {
  const std::size_t group = l.group_start(i);
  static constexpr auto wishes =
      std::to_array<std::string_view>({"like", "love", "prefer", "hate", "welcome"});
  if (listed(l.word(i), wishes)) return false;
  // "Would not say": who would not has not.
  if (l.is_negated(i)) return false;
  const bool had = l.tag(i) == Tag::VBN || l.tag(i) == Tag::VBD;  // "he'd said"
  const std::string_view before = group > 0 ? l.word(group - 1) : std::string_view();
  if (!had && (before.ends_with("'d") || before.ends_with("\u2019d")) && has_clitic_verb(l, group - 1))
    return true;
  for (std::size_t k = group; k < i; ++k)
    if (l.word(k) == "would" || l.word(k) == "could" || l.word(k) == "should") {
      for (std::size_t j = k; j < i; ++j)
        if (l.word(j) == "have") return false;
      return true;
    }
  return false;
}

bool is_perfect(const Layout& l, std::size_t verb) {
  for (std::size_t i = l.group_start(verb); i < verb; ++i)
    if (l.word(i) == "has" || l.word(i) == "have" || l.word(i) == "had" || l.word(i) == "having") {
      for (std::size_t j = i + 1; j < verb; ++j)
        if (l.word(j) == "been") return false;
      return true;
    }
  return false;
}

bool carries_on(std::string_view word) {
  static constexpr auto forms = std::to_array<std::string_view>(
      {"went",     "goes",     "continue",  "continues", "continued", "continuing", "began",
       "begin",    "begins",   "begun",     "start",     "starts",    "started",    "proceeded",
       "proceeds", "rushed",   "took",      "takes",     "came",      "comes",      "returned",
       "used",     "rose",     "stopped",   "hurried",   "dared",     "try",        "tries",
       "tried",    "trying",   "struggle",  "struggles", "struggled", "struggling", "fail",
       "fails",    "failed",   "seek",      "seeks",     "sought",    "seeking",    "tend",
       "tends",    "tended",   "lead",      "leads",     "led",       "leading",    "prompt",
       "prompts",  "prompted", "prompting", "seem",      "seems",     "seemed",     "appear",
       "appears",  "appeared", "attempt",   "attempts",  "attempted", "attempting", "hesitated",
       "pivoted",  "likely",   "unlikely",  "quick",     "poised"});
  return listed(word, forms);
}

bool is_carried_on(const Layout& l, std::size_t i) {
  const Relation r = l.arcs().relation(i);
  return (r == Relation::xcomp || r == Relation::advcl) && carries_on(l.word(l.arcs().head(i)));
}

}  // namespace tenor
