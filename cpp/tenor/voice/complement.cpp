#include "tenor/voice/complement.h"

#include <algorithm>

#include "tenor/voice/clause.h"
#include "tenor/voice/grammar.h"

namespace tenor {
namespace {

// Without marks at its ends; of quotation marks none is lost.
Range trimmed(const Layout& l, Range r) {
  auto mark = [&](std::size_t i) {
    const Tag t = l.tag(i);
    return l.quotation(i) < 0 && (t == Tag::comma || t == Tag::colon || t == Tag::stop || t == Tag::CC);
  };
  while (!r.empty() && mark(r.first) && l.tag(r.first) != Tag::CC) ++r.first;
  while (!r.empty() && mark(r.end - 1)) --r.end;
  return r;
}

// Who says it: before the verb, or after it where the verb stands before its subject.
Range speaker(const Layout& l, std::size_t verb) {
  const Arcs& arcs = l.arcs();
  if (const auto own = subject_by_arcs(l, verb)) return *own;
  if (const auto inverted = arcs.child(verb, Relation::nsubj, verb + 1))
    return noun_phrase(l, *inverted, {verb + 1, sentence_end(l)});
  if (const auto shared = shared_by_arcs(l, verb)) return shared->subject;
  return {};
}

}  // namespace

void take_complement(const Layout& l, std::size_t verb, Finding& f) {
  const Arcs& arcs = l.arcs();
  if (!(f.verb->frames & (says | that_clause | whether | remarks)) || arcs.upos(verb) != Upos::VERB) return;
  f.source = speaker(l, verb);
  if (f.source.empty()) return;
  const std::size_t end = sentence_end(l);
  const std::size_t begin = std::min(f.source.first, l.group_start(verb));
  std::size_t after = std::max(f.cue.end, f.source.end);
  for (const Relation whom : {Relation::iobj, Relation::obj})
    if (const auto told = arcs.child(verb, whom, after)) after = arcs.subtree(*told).end;
  // Words on both sides of the verb and its subject.
  auto take_around = [&](Range all, std::size_t from) {
    f.content = trimmed(l, {all.first, begin});
    f.resumed = trimmed(l, {std::max(after, from), std::min(all.end, end)});
    if (f.resumed->empty()) f.resumed.reset();
    f.before = true;
  };
  if (const auto clause = arcs.child(verb, Relation::ccomp, f.cue.end)) {
    const Range all = arcs.subtree(*clause);
    if (all.first < f.cue.end) {
      take_around(all, after);
    } else {
      f.content = trimmed(
          l, {std::max(all.first, f.source.first >= verb ? after : f.cue.end), std::min(all.end, end)});
    }
  } else if (const auto earlier = arcs.child(verb, Relation::ccomp)) {
    f.content = trimmed(l, {arcs.subtree(*earlier).first, begin});
    f.before = true;
  } else if (arcs.relation(verb) == Relation::parataxis) {
    const Range all = arcs.subtree(arcs.head(verb));
    if (all.first < begin) take_around(all, arcs.subtree(verb).end);
  }
  f.rule = "clausal complement";
}

}  // namespace tenor
