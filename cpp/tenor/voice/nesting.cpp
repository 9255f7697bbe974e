#include "tenor/voice/nesting.h"

#include <algorithm>
#include <array>

#include "tenor/text/listed.h"

namespace tenor {

bool is_report(const Finding& f) {
  if (!f.verb || f.verb->kind == Kind::accusation) return true;
  if (f.verb->kind != Kind::statement && f.verb->kind != Kind::denial) return false;
  static constexpr auto other = std::to_array<std::string_view>(
      {"object", "object and as", "infinitive", "gerund", "verb and preposition", "person addressed",
       "passive with an agent", "passive without an agent"});
  return !listed(f.rule, other);
}

namespace {

// Does a verb stand in what another finding attributes? By the tree too, where that says how far it reaches.
bool holds(const Layout& l, const Finding& outer, const Finding& f) {
  const std::size_t cue = f.cue.first;
  if (outer.cue.contains(cue) || !(outer.content.contains(cue) || (outer.resumed && outer.resumed->contains(cue))))
    return false;
  return l.arcs().empty() || !outer.verb || outer.before || l.arcs().is_under(cue, outer.cue.first);
}

}  // namespace

void drop_nested(const Layout& l, std::vector<Finding>& found) {
  const std::vector<Finding> all = found;
  std::erase_if(found, [&](const Finding& f) {
    return !is_report(f) && std::any_of(all.begin(), all.end(), [&](const Finding& outer) { return holds(l, outer, f); });
  });
}

}  // namespace tenor
