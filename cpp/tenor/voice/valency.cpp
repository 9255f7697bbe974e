#include "tenor/voice/valency.h"

#include <algorithm>
#include <array>

#include "tenor/voice/clause.h"
#include "tenor/voice/grammar.h"
#include "tenor/voice/worded.h"

namespace tenor {
namespace {

class Valency {
 public:
  Valency(const Layout& layout, std::size_t verb, Finding& finding)
      : l_(layout), arcs_(layout.arcs()), verb_(verb), end_(sentence_end(layout)), f_(finding) {}

  void take() {
    // "Senators supporting the bill": no more than which ones.
    const bool apart = verb_ > 0 && l_.tag(verb_ - 1) == Tag::comma;
    if (arcs_.upos(verb_) != Upos::VERB ||
        (arcs_.relation(verb_) == Relation::acl && !apart && !arcs_.child(verb_, Relation::nsubj)))
      return;
    if (!(prepositional() || clause(Relation::xcomp) || clause(Relation::ccomp) || object() || gap())) return;
    f_.source = speaker_by_arcs(l_, verb_);
    if (f_.source.empty() || f_.content.contains(f_.source.first)) f_.content = {};
    f_.conjoined = f_.source.first > verb_ || !subject_by_arcs(l_, verb_);
  }

 private:
  [[nodiscard]] bool takes(unsigned frames) const { return (f_.verb->frames & frames) != 0; }

  bool set(Range content, std::string_view rule) {
    content = without_marks(l_, {content.first, std::min(content.end, end_)});
    if (content.empty()) return false;
    f_.content = content;
    f_.rule = rule;
    return true;
  }

  // "complained to officials about the use", "lashed out at Khan".
  bool prepositional() {
    for (std::size_t i = f_.cue.end; i + 1 < end_; ++i) {
      if (arcs_.relation(i) != Relation::case_ && arcs_.relation(i) != Relation::mark) continue;
      const std::size_t noun = arcs_.head(i);
      if (noun == Arcs::none || !f_.verb->introduces(l_.word(i)) || !governs(noun)) continue;
      // "called the speech a moment for Lima" is no call for anything.
      const auto object = arcs_.child(verb_, Relation::obj, f_.cue.end);
      if (object && *object < i && f_.verb->lemma == "call") continue;
      const Range all = arcs_.subtree(noun);
      if (l_.is_time({i + 1, noun + 1})) continue;
      if (!set({i + 1, all.end}, "verb and preposition")) continue;
      if (i <= f_.cue.end + 2) f_.cue.end = i + 1;
      return true;
    }
    return false;
  }

  // By itself, or through whom it is said to: "complained to voters about the noise"; but not "spoke in front
  // of voters".
  [[nodiscard]] bool governs(std::size_t noun) const {
    const std::size_t above = arcs_.head(noun);
    if (above == verb_) return true;
    if (above == Arcs::none || above < verb_ || arcs_.head(above) != verb_ ||
        arcs_.relation(noun) != Relation::nmod)
      return false;
    const auto marker = arcs_.child(above, Relation::case_);
    return !marker || l_.word(*marker) == "to" || l_.word(*marker) == "with";
  }

  bool clause(Relation relation) {
    const auto head = arcs_.child(verb_, relation, f_.cue.end);
    if (!head) return false;
    const Range all = arcs_.subtree(*head);
    if (all.first < f_.cue.end) return false;
    const auto mark = arcs_.child(*head, Relation::mark);
    if (takes(to_do) && mark && l_.tag(*mark) == Tag::TO) return set(all, "infinitive");
    if (takes(doing) && l_.tag(*head) == Tag::VBG) return set(all, "gerund");
    return false;
  }

  // "The poll puts Lima ahead", "she found it sad".
  [[nodiscard]] bool finds() const {
    if (!takes(found_object)) return false;
    static constexpr auto studies = std::to_array<std::string_view>(
        {"poll", "polls", "survey", "surveys", "study", "studies", "report", "analysis", "research", "review",
         "investigation", "paper", "data", "figures", "estimates", "estimate", "results", "gallup"});
    const auto subject = arcs_.child(verb_, Relation::nsubj);
    return (subject && listed(l_.word(*subject), studies)) ||
           (f_.verb->lemma == "find" && arcs_.child(verb_, Relation::xcomp, f_.cue.end));
  }

  // To sign or release a letter is to say what is in it; to release a prisoner is not.
  bool object() {
    const auto noun = arcs_.child(verb_, Relation::obj, f_.cue.end);
    if (!noun) return false;
    if (!takes(tenor::object | parsed_object) && !(takes(worded_object) && holds_words(l_.word(*noun))) &&
        !finds())
      return false;
    Range all = arcs_.subtree(*noun);
    if (all.first < f_.cue.end || l_.is_time(all)) return false;
    // What is said of the object belongs to it: "blamed Lima for the loss", "called it dead".
    for (std::size_t i = all.end; i < end_; ++i) {
      if (arcs_.head(i) != verb_) continue;
      const Relation r = universal(arcs_.relation(i));
      if (r != Relation::obl && r != Relation::xcomp) continue;
      const Range more = arcs_.subtree(i);
      if (more.first != all.end || l_.is_time(more)) break;
      all.end = more.end;
    }
    return set(all, "object");
  }

  // "The bill, which Lima called dead", "everything they wanted": the object stands before the verb.
  bool gap() {
    if (!takes(tenor::object | parsed_object | to_do) || arcs_.relation(verb_) != Relation::acl_relcl)
      return false;
    const std::size_t antecedent = arcs_.head(verb_);
    const std::size_t first = arcs_.subtree(verb_).first;
    const auto own = subject_by_arcs(l_, verb_);
    if (!own || antecedent >= first || is_relative(l_.tag(own->first)) || l_.word(own->first) == "that")
      return false;
    const bool relative =
        own->first > 0 && (is_relative(l_.tag(own->first - 1)) || l_.word(own->first - 1) == "that");
    const Range content =
        relative ? Range{own->first - 1, own->first} : noun_phrase(l_, antecedent, {0, first});
    if (!set(content, "relative clause")) return false;
    f_.before = true;
    const Range all = arcs_.subtree(verb_);
    const std::size_t next = f_.cue.end;
    if (next < all.end && (l_.word(next) == "as" || arcs_.relation(next) == Relation::xcomp))
      f_.resumed = without_marks(l_, {next, std::min(all.end, end_)});
    return true;
  }

  const Layout& l_;
  const Arcs& arcs_;
  std::size_t verb_;
  std::size_t end_;
  Finding& f_;
};

}  // namespace

void take_governed(const Layout& layout, std::size_t verb, Finding& finding) {
  Valency(layout, verb, finding).take();
}

}  // namespace tenor
