#include "tenor/voice/shortening.h"

#include <algorithm>

#include "tenor/voice/clause.h"
#include "tenor/voice/nesting.h"

namespace tenor {
namespace {

// Does a later cue with a subject of its own stand in a clause that by the tree is none of the first one's?
bool begins_apart(const Layout& l, const Finding& f, const Finding& g) {
  const std::size_t first = g.source.first;
  if (l.arcs().empty() || !g.verb || g.before || g.conjoined || first >= g.cue.first) return false;
  if (!f.content.contains(first) || first == f.content.first || l.quotation(first) >= 0) return false;
  const Tag before = l.tag(first - 1);
  return (before == Tag::comma || before == Tag::CC || is_subordinator(l, first - 1)) &&
         !l.arcs().is_under(g.cue.first, f.cue.first);
}

// Is a verb of the same speaker joined to the first one: "and called", ", also calling"? "For calling" and
// "to call" are part of what the first one reports; so, by the tree, is "failed and called" in "said it
// failed and called it off".
bool is_joined(const Layout& l, const Finding& f, const Finding& g) {
  if (!g.conjoined || g.source.first != f.source.first) return false;
  const Arcs& arcs = l.arcs();
  if (arcs.relation(g.cue.first) == Relation::conj && g.content.first > g.cue.first && !is_report(g))
    for (std::size_t k = g.cue.first; arcs.head(k) != Arcs::none; k = arcs.head(k))
      if (arcs.head(k) == f.cue.first && arcs.relation(k) == Relation::ccomp) return false;
  return is_added(l, g.cue.first);
}

}  // namespace

bool is_added(const Layout& l, std::size_t verb) {
  std::size_t at = l.group_start(verb);
  while (at > 0 && is_adverb(l.tag(at - 1))) --at;
  return at > 0 && (l.tag(at - 1) == Tag::comma || l.tag(at - 1) == Tag::CC);
}

void shorten(const Layout& l, std::vector<Finding>& found) {
  for (std::size_t a = 0; a < found.size(); ++a) {
    Finding& f = found[a];
    if (f.before) continue;
    for (std::size_t b = a + 1; b < found.size(); ++b) {
      const Finding& g = found[b];
      if (!f.content.contains(g.cue.first)) continue;
      if (g.before && g.source.first >= f.content.first && g.content.first >= f.content.first && g.verb)
        continue;
      std::size_t cut = f.content.end;
      if (is_joined(l, f, g)) cut = l.group_start(g.cue.first);
      if (!g.verb && g.before) cut = g.cue.first;
      if (begins_apart(l, f, g)) cut = g.source.first;
      while (cut > f.content.first && cut < f.content.end && l.quotation(cut - 1) < 0 &&
             (l.tag(cut - 1) == Tag::comma || l.tag(cut - 1) == Tag::CC || l.tag(cut - 1) == Tag::RB))
        --cut;
      f.content.end = std::min(f.content.end, cut);
    }
  }
}

}  // namespace tenor
