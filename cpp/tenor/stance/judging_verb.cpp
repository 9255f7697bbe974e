#include "tenor/stance/judging_verb.h"

#include <algorithm>
#include <array>

#include "tenor/stance/arguments.h"
#include "tenor/stance/governor.h"
#include "tenor/stance/lexis.h"
#include "tenor/stance/tree_arguments.h"
#include "tenor/text/listed.h"
#include "tenor/voice/clause.h"
#include "tenor/voice/cues.h"
#include "tenor/voice/finding.h"
#include "tenor/voice/subject.h"

namespace tenor {
namespace {

const Cues& acts() {
  static const Cues all(act_list);
  return all;
}

class Finder {
 public:
  Finder(const Layout& layout, const Scorer* scorer) : l_(layout), scorer_(scorer), end_(text_end(layout)) {}

  std::vector<Judgement> run() {
    for (std::size_t i = 0; i < end_; ++i)
      if (may_judge(i)) verb(i);
    return std::move(out_);
  }

 private:
  // Tags and tree both err on verbs; only what neither takes for one is left out, and what the tree takes for
  // a preposition ("like").
  bool may_judge(std::size_t i) const {
    const Upos upos = l_.arcs().upos(i);
    // "repeated failed attempts", "newly elected president": what stands before a noun describes it.
    if (l_.arcs().relation(i) == Relation::amod && l_.arcs().head(i) > i) return false;
    return !asked_.contains(i) && (upos == Upos::VERB || (may_be_cue(l_, i) && upos != Upos::ADP));
  }

  double sentiment(Range range) const {
    if (!scorer_ || range.empty()) return 0;
    return scorer_->score(l_.text(range)).value;
  }

  const Cue* entry(const std::vector<const Cue*>* list, std::size_t i) const {
    if (!list) return nullptr;
    for (const Cue* cue : *list) {
      if (!cue->particle.empty() && l_.word(i + 1) != cue->particle) continue;
      const std::size_t after = i + (cue->particle.empty() ? 1 : 2);
      if (cue->introduces(l_.word(after)) && cue->to_content != 0) return cue;
      if (cue->frames == 0 || (cue->frames == to_do && l_.tag(after) != Tag::TO)) continue;
      if (cue->to_object != 0 || cue->to_content != 0 || evaluates(*cue)) return cue;
    }
    return nullptr;
  }

  const Cue* entry(std::size_t i) const {
    const Cue* cue = entry(acts().find(l_.word(i)), i);
    return cue ? cue : entry(l_.cues(i), i);
  }

  // describe, call, label...: the sign is that of what the object is called.
  static bool evaluates(const Cue& cue) {
    return cue.kind == Kind::judgement && cue.to_object == 0 && (cue.frames & object);
  }

  // "declined to comment on the plan", "would not discuss it": an explicit refusal to take sides.
  bool withheld(Judgement& j) {
    static constexpr auto verbs =
        std::to_array<std::string_view>({"comment", "discuss", "elaborate", "speculate"});
    if (!listed(l_.word(j.verb), verbs) || !is_denied(l_, j.verb)) return false;
    const std::string_view after = l_.word(j.verb + 1);
    const bool about = after == "on" || after == "about" || after == "upon";
    if (!about && l_.word(j.verb) != "discuss") return false;
    j.target = object_at(l_, j.verb + (about ? 2 : 1), end_);
    j.withheld = true;
    put(j);
    return true;
  }

  void verb(std::size_t i) {
    Judgement j;
    j.word = j.verb = i;
    if (withheld(j)) return;
    const Cue* cue = entry(i);
    if (!cue) return;
    const int turn = is_denied(l_, i) ? -1 : 1;
    // That they could not agree says nothing of what each wants.
    if (turn < 0 && cue->lemma == "agree") return;
    const std::size_t after = i + (cue->particle.empty() ? 1 : 2);
    if (cue->introduces(l_.word(after)) && cue->to_content != 0) {
      j.sign = turn * cue->to_content;
      const Range object = object_at(l_, after + 1, end_);
      if (l_.tag(object.end) == Tag::TO && !object.empty() && l_.tag(object.end + 1) == Tag::VB &&
          (l_.word(after) == "on" || l_.word(after) == "upon"))
        infinitive(j, object.end);
      else
        each(j, object);
      return;
    }
    if (is_passive_verb(l_, i)) {
      if (cue->to_object != 0) passive(j, turn * cue->to_object);
      return;
    }
    std::size_t at = after;
    while (l_.tag(at) == Tag::RB) ++at;
    if (evaluates(*cue)) {
      described(j, at);
      return;
    }
    if ((cue->frames & to_do) && cue->to_content != 0) {
      j.sign = turn * cue->to_content;
      if (l_.tag(at) == Tag::TO) {
        infinitive(j, at);
        return;
      }
      // "urged him to resign", "want foreign forces to leave"
      const auto whom = l_.phrase_from(at, false);
      if (whom && l_.tag(whom->end) == Tag::TO && l_.tag(whom->end + 1) == Tag::VB) {
        // They want it done, whatever it is: what they ask for is no act of those they ask.
        j.target = asked_ = {whom->end + 1, stretch_end(l_, whom->end + 1, end_)};
        put(j);
        return;
      }
    }
    if ((cue->frames & doing) && l_.tag(at) == Tag::VBG && cue->to_object != 0) {
      j.sign = turn * cue->to_object;
      j.target = {at, stretch_end(l_, at, end_)};
      put(j);
      return;
    }
    if (cue->kind == Kind::accusation && (cue->frames & says)) {
      accused(j, at);
      return;
    }
    const bool clause = (cue->frames & says) && cue->to_content != 0 && content_at(at);
    if ((cue->frames & object) && cue->to_object != 0 && !clause) {
      if (is_governed_at(l_, at)) return;  // "expressed support for ...": the noun says it
      j.sign = turn * cue->to_object;
      const Range object = object_at(l_, at, end_);
      each(j, object.empty() ? elsewhere(i) : object);
      return;
    }
    if (clause && (cue->kind == Kind::demand || cue->kind == Kind::belief || cue->kind == Kind::judgement ||
                   l_.word(i).starts_with("insist"))) {
      j.sign = turn * cue->to_content;
      if (l_.word(at) == "that") ++at;
      j.clause = true;
      j.target = {at, stretch_end(l_, at, end_)};
      put(j);
    }
  }

  // "alleged that the owner had lied": what they say of somebody speaks against them.
  void accused(Judgement& j, std::size_t at) {
    if (!content_at(at)) return;
    j.sign = -1;
    j.target = object_at(l_, l_.word(at) == "that" ? at + 1 : at, end_);
    if (may_hold(l_, j.target)) put(j);
  }

  // Does a clause with a finite verb of its own begin here, with or without "that"?
  bool content_at(std::size_t at) const {
    if (l_.word(at) == "that") return true;
    const Phrase* p = l_.phrase_at(at);
    if (l_.tag(at) == Tag::EX) return true;
    return p && p->first == at && l_.is_finite(p->end);
  }

  void passive(Judgement& j, int sign) {
    std::size_t by = j.word + 1;
    while (by < end_ && by < j.word + 9 && l_.word(by) != "by") ++by;
    const auto agent = l_.word(by) == "by" ? l_.phrase_from(by + 1, false) : std::nullopt;
    if (!agent) return;
    j.holder = *agent;
    j.sign = sign;
    // "a lecture in Doylestown sponsored by the club"
    const std::size_t described =
        l_.arcs().relation(j.word) == Relation::acl ? l_.arcs().head(j.word) : Arcs::none;
    if (described != Arcs::none)
      j.target = phrase_of(l_, described);
    else if (const auto subject = subject_of(l_, j.word))
      j.target = is_relative(l_.tag(subject->first)) ? antecedent(l_, subject->first) : *subject;
    else if (const Phrase* p = l_.phrase_ending(l_.group_start(j.word)))
      j.target = {p->first, p->end};
    if (may_hold(l_, j.holder)) add(j);
  }

  // "called it a mistake", "considers it wrong to sign".
  void described(Judgement& j, std::size_t at) {
    j.ground = Ground::described;
    j.target = object_at(l_, at, end_);
    if (j.target.empty()) return;
    const std::size_t rest = j.target.end;
    if (l_.word(at) == "it")
      for (std::size_t i = rest; i + 1 < end_ && i < rest + 8; ++i)
        if (l_.tag(i) == Tag::TO && l_.tag(i + 1) == Tag::VB) {
          j.value = sentiment({rest, i});
          j.target = {i + 1, stretch_end(l_, i, end_)};
          put(j);
          return;
        }
    const bool listed = l_.word(j.word).starts_with("name") || l_.word(j.word).starts_with("list") ||
                        l_.word(j.word).starts_with("cite") || l_.word(j.word).starts_with("citing");
    std::size_t as = rest;
    while (as < end_ && as < rest + 16 && l_.word(as) != "as") ++as;
    if (listed && l_.word(as) != "as") return;
    j.value = sentiment({rest, end_});
    each(j, j.target);
  }

  // "vowed to reject the deal" and "refused to sign it" are about what is rejected or signed; "refused to
  // speak" is against speaking.
  void infinitive(Judgement& j, std::size_t to) {
    const std::size_t v = to + 1;
    if (entry(v) && (j.sign > 0 || is_denied(l_, v))) return;  // the inner verb says it
    j.target = {v, stretch_end(l_, v, end_)};
    put(j);
  }

  // An object that does not follow its verb ("a plan, which they rejected"), or is none by its tags.
  Range elsewhere(std::size_t verb) const {
    const std::size_t head = object_by_tree(l_, verb);
    if (head != Arcs::none && !is_relative(l_.tag(head))) return phrase_of(l_, head);
    const auto subject = subject_of(l_, verb);
    if (!subject || subject->first < 2) return {};
    std::size_t at = subject->first;
    if (l_.tag(at - 1) != Tag::WDT && l_.tag(at - 1) != Tag::WP) return {};
    --at;
    if (l_.tag(at - 1) == Tag::comma) --at;
    const Phrase* p = l_.phrase_ending(at);
    if (!p) return {};
    Range out{p->first, p->end};
    while (out.first > 1 && l_.tag(out.first - 1) == Tag::IN) {
      const Phrase* before = l_.phrase_ending(out.first - 1);
      if (!before || is_verb(l_.tag(out.first - 1))) break;
      out.first = before->first;
    }
    return out;
  }

  void each(Judgement& j, Range object) {
    const int sign = j.sign;
    for (const Range& target : conjuncts(l_, object)) {
      const bool none = l_.word(target.first) == "no" || l_.word(target.first) == "neither";
      j.sign = none ? -sign : sign;  // "wants no memorial"
      j.target = target;
      put(j);
    }
  }

  // Adds it with its agent, if that can judge.
  void put(Judgement& j) {
    j.holder = agent_of(l_, j.verb);
    // "Let's all pray for him": the speaker does.
    const std::size_t first = j.holder.first;
    if (l_.word(first) == "let's" || (first > 0 && l_.word(first - 1) == "let's")) {
      j.holder = {};
      add(j);
      return;
    }
    if (may_hold(l_, j.holder)) add(j);
  }

  void add(const Judgement& j) { add_judgement(l_, j, out_); }

  const Layout& l_;
  const Scorer* scorer_;
  std::size_t end_;
  Range asked_;  // what the last verb asks somebody to do
  std::vector<Judgement> out_;
};

}  // namespace

std::vector<Judgement> find_judging_verbs(const Layout& layout, const Scorer* scorer) {
  return Finder(layout, scorer).run();
}

}  // namespace tenor
