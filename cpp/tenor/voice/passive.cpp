#include "tenor/voice/passive.h"

#include <algorithm>
#include <array>

#include "tenor/voice/clause.h"
#include "tenor/voice/frames.h"
#include "tenor/voice/grammar.h"
#include "tenor/voice/subject.h"

namespace tenor {
namespace {

// "was rejected by the president": false where no agent follows.
bool take_agent(const Layout& l, std::size_t verb, const std::optional<Range>& subject, Finding& f) {
  const std::size_t end = sentence_end(l);
  std::size_t by = verb + 1;
  while (by < end && by < verb + 3 && l.word(by) != "by") ++by;
  const auto agent = l.word(by) == "by" ? l.phrase_from(by + 1, true) : std::nullopt;
  if (!agent) return false;
  // "was delayed by a week"; "a bill backed by unions", which only says what kind of bill it is.
  const Arcs& arcs = l.arcs();
  if (!arcs.empty() && (!arcs.child(verb, Relation::obl_agent) || arcs.relation(verb) == Relation::acl))
    return true;
  const Phrase* patient = l.phrase_ending(l.group_start(verb));
  if (subject) {
    f.content = *subject;
  } else if (patient) {
    f.content = {patient->first, patient->end};
  }
  if (f.content.empty()) return true;
  f.source = *agent;
  f.rule = "passive with an agent";
  f.before = true;
  return true;
}

// "is accused of fraud", "was praised for her courage", "is known as a hawk".
bool take_charge(const Layout& l, Finding& f) {
  const std::size_t end = sentence_end(l);
  const std::string_view with = l.word(f.cue.end);
  const Kind kind = f.verb->kind;
  const bool judges = kind == Kind::accusation || kind == Kind::judgement || kind == Kind::denial;
  const bool reason = judges && (with == "of" || with == "for" || with == "over");
  if (!(reason || with == "as" || (with == "for" && f.verb->lemma == "know")) || f.cue.end + 1 >= end)
    return false;
  ++f.cue.end;
  f.content = {f.cue.end, std::max(f.cue.end + 1, clause_end(l, f.cue.end, end))};
  return true;
}

// "Was said to have left", "is deemed unsafe": by the tree what is said of the subject.
bool take_predicate(const Layout& l, std::size_t verb, Finding& f) {
  if (!(f.verb->frames & (says | object)) || l.arcs().empty()) return false;
  // "Is supposed to leave", "slated", "authorized": a duty or a plan, nobody's words.
  static constexpr auto duties = std::to_array<std::string_view>({"suppose", "slate", "authorize"});
  if (listed(f.verb->lemma, duties)) return false;
  const auto predicate = l.arcs().child(verb, Relation::xcomp, f.cue.end);
  if (!predicate) return false;
  f.content = without_marks(l, {f.cue.end, std::min(l.arcs().subtree(*predicate).end, sentence_end(l))});
  return !f.content.empty();
}

}  // namespace

void take_passive(const Layout& l, std::size_t verb, Finding& f) {
  auto subject = subject_of(l, verb);
  if (take_agent(l, verb, subject, f)) return;
  if (!subject && !l.arcs().empty())
    if (const auto shared = shared_by_arcs(l, verb)) subject = shared->subject;
  if (!l.is_passive(verb) || !subject) return;
  // "He is expected to resign": the subject belongs to what is expected of it.
  Finding active = f;
  if (!take_behind(l, active)) {
    active = f;
    if (!take_charge(l, active) && !take_predicate(l, verb, active)) return;
  }
  f.cue = active.cue;
  f.rule = "passive without an agent";
  const bool clause = l.word(active.content.first) == "that";
  f.content = clause ? active.content : *subject;
  if (!clause) f.resumed = active.content;
}

bool take_asked(const Layout& l, std::size_t i, Finding& f) {
  static constexpr auto forms = std::to_array<std::string_view>({"asked", "questioned", "pressed"});
  if (!listed(l.word(i), forms) || l.is_passive(i)) return false;
  if (i > 0 && l.tag(i - 1) != Tag::comma && l.tag(i - 1) != Tag::WRB) return false;
  const std::size_t end_of_sentence = sentence_end(l);
  std::size_t at = i + 1;
  while (at < end_of_sentence && at < i + 12 && l.tag(at) != Tag::comma && l.word(at) != "about" &&
         l.word(at) != "on" && l.word(at) != "whether" && l.word(at) != "if" && !is_question_word(l, at))
    ++at;
  if (at >= end_of_sentence || l.tag(at) == Tag::comma || at + 1 >= end_of_sentence || at == i + 12)
    return false;
  std::size_t end = at + 1;
  while (end < end_of_sentence && !(l.tag(end) == Tag::comma && l.quotation(end) < 0)) ++end;
  if (end >= end_of_sentence && i == 0) return false;
  const bool about = l.word(at) == "about" || l.word(at) == "on";
  if (about && at == i + 1) f.cue.end = at + 1;
  f.content = {about ? at + 1 : at, end};
  f.rule = "asked";
  return true;
}

}  // namespace tenor
