#include "tenor/voice/frames.h"

#include <algorithm>

#include "tenor/voice/clause.h"
#include "tenor/voice/preceding.h"
#include "tenor/voice/subject.h"

namespace tenor {
namespace {

class Content {
 public:
  Content(const Layout& layout, const std::vector<Finding>& earlier, Finding& finding)
      : l_(layout), earlier_(earlier), f_(finding), cue_(*finding.verb), end_(sentence_end(layout)) {}

  void take(std::size_t verb, std::size_t after, bool inverted) {
    const bool saying = (cue_.frames & (says | remarks)) != 0;
    Preceding preceding(l_, earlier_, f_);
    if (inverted) {
      preceding.take(l_.group_start(verb), after, true);
      return;
    }
    const std::size_t from = f_.source.first;
    const bool own = f_.source.end <= l_.group_start(verb) && !f_.conjoined;
    if (saying && own && from > 0) {
      if (l_.word(from - 1) == "as" && preceding.take_as_clause(from - 1, after)) return;
      const std::size_t at = from - 1;
      const bool quoted = l_.quotation(at) >= 0 && f_.cue.first < from + 40;
      if (quoted && l_.word(after) != "that" && !starts_quotation(l_, after)) {
        preceding.take(from, after, false);
        if (!f_.content.empty()) return;
      }
      if (preceding.take_relative(at, after)) return;
    }
    if (behind(after)) return;
    if (saying && own) preceding.take(from, after, false);
  }

  // What follows the verb, by its frames.
  bool behind(std::size_t after) {
    if (cue_.introduces(l_.word(after)) && !starts_quotation(l_, after)) {
      // "called on Trump to ...", "warned against any ...": unless what follows is only when or where it was
      // said.
      const Phrase* next = l_.phrase_at(after + 1);
      const bool adjunct = next && next->first == after + 1 && l_.is_time({next->first, next->end});
      if (!adjunct && after + 1 < end_) {
        f_.cue.end = after + 1;
        return set({after + 1, clause_end(l_, after + 1, end_)}, "verb and preposition");
      }
    }
    std::size_t at = after;
    while (is_adverb(l_.tag(at)) && l_.quotation(at) < 0 && l_.word(at) != "there") ++at;
    if ((cue_.frames & says) && (cue_.frames & addressee) && l_.quotation(at) < 0) {
      const auto whom = l_.phrase_from(at, false);
      if (whom && whom->end < end_) at = whom->end;
    }
    if (cue_.frames & (says | whether | remarks | that_clause)) {
      const std::size_t skipped = skip_adjuncts(l_, at, end_);
      if (opens(skipped)) at = skipped;
      if (l_.tag(at) == Tag::comma) at = skip_parenthesis(at);
    }
    const bool quotes = (cue_.frames & ~static_cast<unsigned>(that_clause | object_as)) != 0;
    if (starts_quotation(l_, at) && quotes) return set({at, quotation_end(at)}, "quotation after the verb");
    if (l_.tag(at) == Tag::colon && at + 1 < end_) return set({at + 1, end_}, "colon after the verb");
    if (l_.word(at) == ":" && at + 1 == l_.size() && quotes) {
      f_.following = true;
      f_.rule = "colon before what is said";
      return true;
    }
    if (l_.tag(at) == Tag::comma && starts_quotation(l_, at + 1))
      return set({at + 1, quotation_end(at + 1)}, "quotation after the verb");
    if ((cue_.frames & (says | that_clause)) && l_.word(at) == "that")
      return set({at, statement_end(at)}, "that-clause");
    if ((cue_.frames & (whether | says | object)) && is_question_word(l_, at) && !is_when(at))
      return set({at, statement_end(at)}, "indirect question");
    if ((cue_.frames & to_do) && l_.tag(at) == Tag::TO)
      return set({at, clause_end(l_, at, end_)}, "infinitive");
    if ((cue_.frames & doing) && l_.tag(at) == Tag::VBG) return set({at, clause_end(l_, at, end_)}, "gerund");
    const Phrase* p = l_.phrase_at(at);
    const bool noun = p && p->first == at && !l_.is_time({p->first, p->end});
    const bool pronoun = l_.tag(at) == Tag::EX || l_.word(at) == "there" ||
                         (l_.tag(at) == Tag::PRP && is_nominative(l_.word(at)) && l_.word(at) != "it");
    if (pronoun && (cue_.frames & says) && at + 1 < end_)
      return set({at, statement_end(at)}, "clause without that");
    if (noun && (cue_.frames & says) && !(cue_.frames & object) && begins_clause(l_, at, end_))
      return set({at, statement_end(at)}, "clause without that");
    // The clause's verb may be mistaken: "said smugglers dig tunnels".
    if (noun && cue_.lemma == "say" && is_verb(l_.tag(p->end)) && p->end + 1 < end_)
      return set({at, statement_end(at)}, "clause without that");
    if ((noun || l_.tag(at) == Tag::WP || l_.tag(at) == Tag::DT) && (cue_.frames & object))
      return set({at, clause_end(l_, at, end_)}, "object");
    if (noun && (cue_.frames & object_as)) {
      const auto whole = l_.phrase_from(at, false);
      if (whole && l_.word(whole->end) == "as" && whole->end + 1 < end_)
        return set({at, clause_end(l_, at, end_)}, "object and as");
    }
    if (noun && (cue_.frames & addressee)) return set({at, clause_end(l_, at, end_)}, "person addressed");
    const bool word = is_adverb(l_.tag(at)) || l_.tag(at) == Tag::CD || l_.tag(at) == Tag::VBG ||
                      l_.tag(at) == Tag::JJ || l_.tag(at) == Tag::JJR || l_.tag(at) == Tag::DT;
    if ((cue_.frames & says) && word && has_finite(l_, {at + 1, end_}))
      return set({at, end_}, "clause that opens with no noun");
    return false;
  }

 private:
  // Does the tree speak against what the tags suggest? In "added nine points" no clause is said, and
  // "senators supporting the bill" only says which senators.
  bool is_denied(std::string_view rule) const {
    const Arcs& arcs = l_.arcs();
    const std::size_t verb = f_.cue.first;
    if (arcs.empty()) return false;
    const Relation relation = arcs.relation(verb);
    if (rule == "clause that opens with no noun")
      return !arcs.child(verb, Relation::ccomp) && relation != Relation::parataxis;
    if (rule != "object") return false;
    const bool apart = verb > 0 && l_.tag(verb - 1) == Tag::comma;
    return relation == Relation::amod || relation == Relation::compound ||
           (relation == Relation::acl && !apart && l_.tag(verb) != Tag::VBG &&
            !arcs.child(verb, Relation::nsubj));
  }

  bool set(Range content, std::string_view rule) {
    if (is_denied(rule)) return false;
    f_.content = content;
    f_.rule = rule;
    return true;
  }

  // Where a quotation that ends in a mark of its own ends, else the sentence: a quotation may be only part of
  // what is said ("said the plan was \"dead\" and buried").
  std::size_t quotation_end(std::size_t at) const {
    std::size_t last = at;
    while (last + 1 < end_ && l_.quotation(last + 1) == l_.quotation(at)) ++last;
    if (last + 1 >= end_ || last < at + 2 || l_.tag(last) != Tag::quote) return end_;
    const Tag mark = l_.tag(last - 1);
    if (mark != Tag::stop && mark != Tag::comma) return end_;
    for (std::size_t i = last + 1; i < end_; ++i)
      if (l_.quotation(i) >= 0) return end_;
    return last + 1;
  }

  // What is said ends where a clause of the writer's own is joined to it: ", but ...", ", and they ...".
  std::size_t statement_end(std::size_t at) const {
    for (std::size_t i = at + 3; i + 2 < end_; ++i)
      if (l_.tag(i) == Tag::comma && l_.quotation(i) < 0 && l_.tag(i + 1) == Tag::CC &&
          (l_.word(i + 1) == "but" || begins_clause(l_, i + 2, end_)))
        return i;
    return end_;
  }

  // ", among other things, ", ", for example, " after the verb, where content follows.
  std::size_t skip_parenthesis(std::size_t comma) const {
    for (std::size_t i = comma + 1; i < end_ && i < comma + 12; ++i) {
      if (l_.quotation(i) >= 0) return comma;
      if (l_.tag(i) == Tag::comma)
        return l_.word(i + 1) == "that" || starts_quotation(l_, i + 1) ? i + 1 : comma;
    }
    return comma;
  }

  // "Praised how far", but "attacked when they left": an object may be a question, a time is none.
  bool is_when(std::size_t at) const {
    const bool time = l_.word(at) == "when" || l_.word(at) == "where" || l_.word(at) == "if";
    return time && !(cue_.frames & (whether | says));
  }

  bool opens(std::size_t at) const {
    if (at >= end_) return true;
    if (l_.word(at) == "that" || starts_quotation(l_, at) || l_.tag(at) == Tag::colon ||
        l_.tag(at) == Tag::comma)
      return true;
    if ((cue_.frames & to_do) && l_.tag(at) == Tag::TO) return true;
    return is_question_word(l_, at) || begins_clause(l_, at, end_);
  }

  const Layout& l_;
  const std::vector<Finding>& earlier_;
  Finding& f_;
  const Cue& cue_;
  std::size_t end_;
};

}  // namespace

void take_content(const Layout& layout, std::size_t verb, std::size_t after, bool inverted,
                  const std::vector<Finding>& earlier, Finding& finding) {
  Content(layout, earlier, finding).take(verb, after, inverted);
}

bool take_behind(const Layout& layout, Finding& finding) {
  static const std::vector<Finding> none;
  return Content(layout, none, finding).behind(finding.cue.end) && !finding.content.empty();
}

}  // namespace tenor
