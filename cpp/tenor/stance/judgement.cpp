#include "tenor/stance/judgement.h"
#include "tenor/voice/subject.h"

#include <algorithm>
#include <array>

#include "tenor/stance/arguments.h"
#include "tenor/stance/evaluation.h"
#include "tenor/stance/governor.h"
#include "tenor/stance/lexis.h"
#include "tenor/text/listed.h"
#include "tenor/voice/cues.h"
#include "tenor/voice/finding.h"

namespace tenor {
namespace {

const Cues& acts() {
  static const Cues all(act_list);
  return all;
}

class Judge {
 public:
  Judge(const Layout& layout, const std::vector<Range>& said, const Scorer* scorer)
      : l_(layout), said_(said), scorer_(scorer), end_(layout.size()) {
    while (end_ > 0 && l_.tag(end_ - 1) == Tag::stop) --end_;
  }

  std::vector<Judgement> run() {
    for (std::size_t i = 0; i < end_; ++i)
      if (may_be_cue(l_, i)) verb(i);
    // "insisted that they will reject it" is about what they reject.
    const std::vector<Judgement> all = out_;
    std::erase_if(out_, [&](const Judgement& outer) {
      return outer.clause && std::any_of(all.begin(), all.end(), [&](const Judgement& inner) {
               return inner.word != outer.word && outer.target.contains(inner.word);
             });
    });
    for (const Judgement& j : find_governed(l_)) add(j);
    // Who judges in somebody's words is not what these words judge.
    for (const Judgement& j : find_evaluations(l_, said_, scorer_)) {
      const bool judges = std::any_of(out_.begin(), out_.end(), [&](const Judgement& other) {
        return other.ground == Ground::verb && other.holder.contains(j.target.first);
      });
      if (j.ground != Ground::predicate || !judges) add(j);
    }
    std::stable_sort(out_.begin(), out_.end(), [](auto& a, auto& b) { return a.word < b.word; });
    return std::move(out_);
  }

 private:
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

  // "did not sign", "haven't signed", "refused to sign".
  bool denied(std::size_t verb) const {
    std::size_t first = verb;
    while (first > 0 && (l_.is_auxiliary(first - 1) || l_.tag(first - 1) == Tag::RB ||
                         l_.word(first - 1) == "cannot" || l_.word(first - 1).ends_with("n't")))
      --first;
    bool out = has_negation(l_, {first, verb});
    if (first > 1 && l_.tag(first - 1) == Tag::TO) {
      static constexpr auto turning = std::to_array<std::string_view>(
          {"refuse", "refused", "refuses", "refusing", "fail", "failed", "fails", "failing", "decline",
           "declined", "declines", "declining", "unable", "unwilling", "reluctant", "refusal", "hesitate"});
      if (listed(l_.word(first - 2), turning)) out = !out;
    }
    // "Not everyone agreed", "No member signed it".
    const Range agent = agent_of(l_, verb);
    if (!agent.empty() &&
        (has_negation(l_, {agent.first, agent.first + 1}) || l_.word(agent.first) == "nobody" ||
         (agent.first > 0 && l_.word(agent.first - 1) == "not")))
      out = !out;
    return out;
  }

  void verb(std::size_t i) {
    const Cue* cue = entry(i);
    if (!cue) return;
    Judgement j;
    j.word = j.verb = i;
    const int turn = denied(i) ? -1 : 1;
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
        infinitive(j, whom->end);
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
      each(j, object.empty() ? antecedent(i) : object);
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
    const std::size_t group = l_.group_start(j.word);
    if (const auto subject = subject_of(l_, j.word))
      j.target = *subject;
    else if (const Phrase* p = l_.phrase_ending(group))
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
    if (entry(v) && (j.sign > 0 || denied(v))) return;  // the inner verb says it
    j.target = {v, stretch_end(l_, v, end_)};
    put(j);
  }

  // "a plan, which they rejected": what stands before the relative word.
  Range antecedent(std::size_t verb) const {
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

  void add(Judgement j) {
    if (j.target.empty() || j.target.first >= end_) return;
    Range& target = j.target;
    target.end = std::min(target.end, end_);
    while (!target.empty() && (l_.tag(target.end - 1) == Tag::quote || l_.tag(target.end - 1) == Tag::comma))
      --target.end;
    while (!target.empty() && l_.tag(target.first) == Tag::quote) ++target.first;
    if (target.empty() || l_.is_time(target)) return;
    for (const Judgement& other : out_)
      if (other.target.first == target.first) return;
    out_.push_back(j);
  }

  const Layout& l_;
  const std::vector<Range>& said_;
  const Scorer* scorer_;
  std::size_t end_;
  std::vector<Judgement> out_;
};

}  // namespace

std::vector<Judgement> find_judgements(const Layout& layout, const std::vector<Range>& said,
                                       const Scorer* scorer) {
  if (layout.size() > longest_read) return {};
  return Judge(layout, said, scorer).run();
}

}  // namespace tenor
