#include "tenor/voice/finding.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tenor/voice/clause.h"
#include "tenor/voice/complement.h"
#include "tenor/voice/frames.h"
#include "tenor/voice/introduction.h"
#include "tenor/voice/inversion.h"
#include "tenor/voice/labels.h"
#include "tenor/voice/modality.h"
#include "tenor/voice/nesting.h"
#include "tenor/voice/nominal.h"
#include "tenor/voice/passive.h"
#include "tenor/voice/shortening.h"
#include "tenor/voice/subject.h"
#include "tenor/voice/valency.h"

namespace tenor {
namespace {

class Finder {
 public:
  explicit Finder(const Layout& layout) : l_(layout), end_(sentence_end(layout)) {}

  std::vector<Finding> run(Nested nested) {
    add_labels(l_, out_);
    for (std::size_t i = 0; i < l_.size(); ++i) {
      if (const auto named = source_phrase(l_, i)) {
        out_.push_back(*named);
      } else if (l_.quotation(i) < 0 && may_be_cue(l_, i)) {
        verb(i);
      }
    }
    shorten(l_, out_);
    std::erase_if(out_, [](const Finding& f) { return f.content.empty() && !f.loose && !f.following; });
    add_nominals(l_, out_);
    if (nested == Nested::reports) drop_nested(l_, out_);
    add_introduced(l_, out_);
    return std::move(out_);
  }

 private:
  void verb(std::size_t i) {
    const auto* entries = l_.cues(i);
    if (!entries) return;
    for (const Cue* cue : *entries) {
      if (!cue->particle.empty() && l_.word(i + 1) != cue->particle) continue;
      Finding f;
      f.verb = cue;
      f.cue = {i, i + (cue->particle.empty() ? 1 : 2)};
      if (cue->frames != 0 || cue->introduces(l_.word(f.cue.end))) read(i, f);
      if (f.content.empty() && !f.following && may_take_complement(i)) {
        Finding g;
        g.verb = cue;
        g.cue = {i, i + (cue->particle.empty() ? 1 : 2)};
        take_complement(l_, i, g);
        if (g.content.empty()) take_governed(l_, i, g);
        if (!g.content.empty()) f = g;
      }
      if (f.content.empty() && !f.following && !loose(f)) continue;
      end_by_arcs(i, f);
      out_.push_back(f);
      return;
    }
  }

  void end_by_arcs(std::size_t i, Finding& f) const {
    if (l_.arcs().empty() || f.before || f.resumed || f.content.first < i) return;
    f.content.end = f.rule == "object" ? object_end(l_, i, f.content) : governed_end(l_, i, f.content);
  }

  bool may_take_complement(std::size_t i) const {
    const std::size_t group = l_.group_start(i);
    const bool infinitive = group > 0 && l_.tag(group - 1) == Tag::TO;
    return !l_.arcs().empty() && (!infinitive || is_carried_on(l_, i)) && !is_hypothetical(l_, i) &&
           !l_.is_passive(i);
  }

  // A sentence of "Smith said" alone: its content is the quotation before it.
  bool loose(Finding& f) const {
    if (!(f.verb->frames & (says | remarks)) || f.source.empty() || f.source.first > 0) return false;
    if (f.source.end != f.cue.first ||
        (f.cue.end < end_ && l_.tag(f.cue.end) != Tag::IN && l_.tag(f.cue.end) != Tag::comma))
      return false;
    f.rule = "quotation in the sentence before";
    return f.loose = true;
  }

  // The subject that a participle or a conjoined verb shares with an earlier verb: the main clause's, which
  // is not one inside what an earlier cue reports ("said that Smith was late, adding ...").
  Range shared(std::size_t i, std::size_t group) const {
    const bool conjoined = group > 0 && l_.tag(group - 1) == Tag::CC;
    const std::optional<Shared> found = shared_subject(l_, i, conjoined);
    for (auto f = out_.rbegin(); f != out_.rend(); ++f) {
      if (!f->verb || f->source.empty()) continue;
      // ", and accused": no claim inside another's words goes on behind a comma.
      if (conjoined && group > 1 && l_.tag(group - 2) == Tag::comma &&
          std::any_of(out_.begin(), out_.end(), [&](const Finding& g) {
            return !g.before && g.content.contains(f->cue.first) && g.content.contains(f->source.first);
          }))
        continue;
      if (conjoined && !f->before && same_form(l_, f->cue.first, i)) return f->source;
      if (!found || (f->content.contains(found->verb) && !f->before && !new_clause(f->cue.end, found->verb)))
        return f->source;
    }
    if (found) return found->subject;
    if (!l_.arcs().empty())
      if (const auto arcs = shared_by_arcs(l_, i)) return arcs->subject;
    return {};
  }

  // ", and Smith went": a clause on the level of the first.
  bool new_clause(std::size_t from, std::size_t verb) const {
    for (std::size_t i = from; i + 2 < verb; ++i)
      if (l_.tag(i) == Tag::comma && l_.tag(i + 1) == Tag::CC && begins_clause(l_, i + 2, verb + 1))
        return true;
    return false;
  }

  void read(std::size_t i, Finding& f) const {
    const Cue& cue = *f.verb;
    const std::size_t group = l_.group_start(i);
    if (group > 0 && l_.tag(group - 1) == Tag::TO) {
      infinitive(i, group, f);
      return;
    }
    if (take_asked(l_, i, f)) return;
    if (is_hypothetical(l_, i)) return;
    const bool past = l_.tag(i) == Tag::VBN || (l_.tag(i) == Tag::VBD && l_.word(i + 1) == "by");
    const bool by_itself = past && !is_perfect(l_, i);
    if (by_itself || l_.is_passive(i)) {
      take_passive(l_, i, f);
      if (!f.content.empty()) return;
      // A past tense taken for a participle has a subject right before it and no form of "be".
      const bool taken =
          (cue.frames & (says | that_clause)) != 0 || cue.introduces(l_.word(f.cue.end)) || only_verb(i);
      if (l_.is_passive(i) || group < i || !taken) return;
    }
    if (group > 0 && l_.tag(i) == Tag::VBG && l_.word(group - 1) == "without") return;
    if (l_.tag(i) == Tag::VB && group == i && !is_plural_subject(i)) return;  // an imperative
    std::size_t after = f.cue.end;
    const bool inverted = take_inverted(l_, i, f, after);
    if (!inverted) {
      const bool participle = (l_.tag(i) == Tag::VBG || l_.word(i).ends_with("ing")) && group == i;
      const bool quoted_before = group > 0 && l_.quotation(group - 1) >= 0 && l_.quotation(i) < 0;
      const bool comma_before = group > 0 && (l_.tag(group - 1) == Tag::comma || quoted_before);
      // "Voters supporting it": the noun it hangs on.
      const bool reduced =
          participle && !comma_before && !(cue.frames & says) && l_.arcs().relation(i) == Relation::acl;
      const auto own = participle && (comma_before || reduced) ? std::nullopt : subject_of(l_, i);
      if (own) {
        f.source = *own;
      } else {
        f.source = reduced ? speaker_by_arcs(l_, i) : shared(i, group);
        f.conjoined = true;
      }
      if (f.source.empty()) return;
    }
    if (l_.word(f.source.first) == "it" && f.source.end - f.source.first == 1 && cue.kind == Kind::belief)
      return;
    take_content(l_, i, after, inverted, out_, f);
    // "praised for backing the plan", "her way of seeking support": no report, but part of one.
    const bool gerund = l_.tag(i) == Tag::VBG && group == i && i > 0;
    static constexpr auto within = std::to_array<std::string_view>(
        {"for", "of", "in", "to", "with", "from", "on", "at", "about", "than"});
    if (gerund && listed(l_.word(i - 1), within) && f.rule != "that-clause") f.content = {};
  }

  // "He went on to say that ...": the subject is the verb's above it.
  void infinitive(std::size_t i, std::size_t group, Finding& f) const {
    if (!(f.verb->frames & (says | remarks | whether)) || l_.tag(i) != Tag::VB || group < 2) return;
    f.source = shared(i, group);
    f.conjoined = true;
    if (f.source.empty()) return;
    take_content(l_, i, f.cue.end, false, out_, f);
    const bool clause = f.rule == "that-clause" || f.rule == "quotation after the verb" ||
                        f.rule == "clause without that" || f.rule == "colon after the verb";
    if (!clause) f.content = {};
  }

  // "Leaders warn that", where the tagger takes "warn" for a bare infinitive.
  bool is_plural_subject(std::size_t i) const {
    if (i > 0 && stands_for_noun(l_, i - 1)) return true;
    const Phrase* p = l_.phrase_ending(i);
    if (!p) return false;
    const Tag head = l_.tag(p->head);
    if (head != Tag::NNS && head != Tag::NNPS && l_.word(p->head) != "they" && l_.word(p->head) != "we" &&
        l_.word(p->head) != "i")
      return false;
    const auto subject = subject_of(l_, i);
    return subject && (subject->first == 0 || !is_verb(l_.tag(subject->first - 1)) ||
                       l_.is_auxiliary(subject->first - 1));
  }

  // Does the sentence have no other verb that could be its main one?
  bool only_verb(std::size_t i) const {
    for (std::size_t k = 0; k < end_; ++k)
      if (k != i && l_.quotation(k) < 0 && l_.is_finite(k)) return false;
    return true;
  }

  const Layout& l_;
  std::size_t end_;
  std::vector<Finding> out_;
};

}  // namespace

bool may_be_cue(const Layout& l, std::size_t i) {
  if (is_verb(l.tag(i)) || l.arcs().upos(i) == Upos::VERB) return true;
  if (l.tag(i) != Tag::NN && l.tag(i) != Tag::NNS && l.tag(i) != Tag::JJ) return false;
  const bool clause = l.word(i + 1) == "that" || l.tag(i + 1) == Tag::EX || starts_quotation(l, i + 1) ||
                      (l.tag(i + 1) == Tag::PRP && is_nominative(l.word(i + 1)));
  const bool participle = l.word(i).ends_with("ing") && i > 0 && l.tag(i - 1) == Tag::comma;
  if (participle) return clause || l.tag(i + 1) == Tag::IN || l.tag(i + 1) == Tag::TO;
  static constexpr auto plain =
      std::to_array<std::string_view>({"says", "said", "shows", "reports", "notes", "claims"});
  if (!clause) return false;
  if (listed(l.word(i), plain)) return true;
  // "The foundation estimates that": a noun before it, none of whose own it can be.
  return l.word(i).ends_with("s") && i > 0 && is_noun(l.tag(i - 1)) && !l.possessive(i - 1) &&
         Cues::english().find(l.word(i)) != nullptr;
}

std::vector<Finding> find_attributions(const Layout& layout, Nested nested) {
  if (layout.size() > longest_read) return {};
  return Finder(layout).run(nested);
}

}  // namespace tenor
