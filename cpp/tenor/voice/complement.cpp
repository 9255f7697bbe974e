#include "tenor/voice/complement.h"

#include <algorithm>

#include "tenor/voice/clause.h"
#include "tenor/voice/grammar.h"

namespace tenor {
void take_complement(const Layout& l, std::size_t verb, Finding& f) {
  const Arcs& arcs = l.arcs();
  if (!(f.verb->frames & (says | that_clause | whether | remarks)) || arcs.upos(verb) != Upos::VERB) return;
  f.source = speaker_by_arcs(l, verb);
  if (f.source.empty()) return;
  const std::size_t end = sentence_end(l);
  const std::size_t begin = std::min(f.source.first, l.group_start(verb));
  std::size_t after = std::max(f.cue.end, f.source.end);
  for (const Relation whom : {Relation::iobj, Relation::obj})
    if (const auto told = arcs.child(verb, whom, after)) after = arcs.subtree(*told).end;
  // Words on both sides of the verb and its subject.
  auto take_around = [&](Range all, std::size_t from) {
    f.content = without_marks(l, {all.first, begin});
    f.resumed = without_marks(l, {std::max(after, from), std::min(all.end, end)});
    if (f.resumed->empty()) f.resumed.reset();
    f.before = true;
  };
  if (const auto clause = arcs.child(verb, Relation::ccomp, f.cue.end)) {
    const Range all = arcs.subtree(*clause);
    if (all.first < f.cue.end) {
      take_around(all, after);
    } else {
      f.content = without_marks(
          l, {std::max(all.first, f.source.first >= verb ? after : f.cue.end), std::min(all.end, end)});
    }
  } else if (const auto earlier = arcs.child(verb, Relation::ccomp)) {
    f.content = without_marks(l, {arcs.subtree(*earlier).first, begin});
    f.before = true;
  } else if (arcs.relation(verb) == Relation::parataxis) {
    const Range all = arcs.subtree(arcs.head(verb));
    if (all.first < begin) take_around(all, arcs.subtree(verb).end);
  }
  f.rule = "clausal complement";
}

}  // namespace tenor
