#include "tenor/stance/tree_arguments.h"

#include "tenor/stance/view_holder.h"

#include <algorithm>
#include <optional>

#include "tenor/voice/clause.h"

namespace tenor {
namespace {

bool is_relative_pronoun(const Layout& l, std::size_t i) {
  return is_relative(l.tag(i)) || (l.word(i) == "that" && l.arcs().upos(i) == Upos::PRON);
}

// What a relative pronoun stands for: the noun its clause describes; the word itself elsewhere.
std::size_t resolved(const Layout& l, std::size_t word, std::size_t verb) {
  const Arcs& arcs = l.arcs();
  if (!is_relative_pronoun(l, word)) return word;
  for (std::size_t at = verb, steps = 0; at != Arcs::none && steps < 4; at = arcs.head(at), ++steps)
    if (arcs.relation(at) == Relation::acl_relcl) {
      std::size_t noun = arcs.head(at);
      // "Richard Stallman, the founder of ..., who": what stands in apposition is the same person.
      while (arcs.relation(noun) == Relation::appos && arcs.head(noun) != Arcs::none) noun = arcs.head(noun);
      return noun;
    }
  return word;
}

// The word whose arcs are a verb's: the participle for its auxiliary, the adjective or noun for a copula.
std::size_t predicate_of(const Layout& l, std::size_t verb) {
  const Relation r = universal(l.arcs().relation(verb));
  const bool helps = r == Relation::aux || r == Relation::cop;
  return helps && l.arcs().head(verb) != Arcs::none ? l.arcs().head(verb) : verb;
}

std::size_t child(const Layout& l, std::size_t head, Relation relation) {
  return l.arcs().child(head, relation).value_or(Arcs::none);
}

// Those of its dependents that belong to a noun's phrase.
bool belongs(const Layout& l, std::size_t i, std::size_t head) {
  switch (universal(l.arcs().relation(i))) {
    case Relation::det:
    case Relation::amod:
    case Relation::compound:
    case Relation::nummod:
    case Relation::flat:
    case Relation::fixed:
      return true;
    case Relation::nmod:
      return l.word(i) != "yesterday";
    case Relation::case_:
      return i > head;  // a possessive's
    case Relation::acl:
      return i > head && l.arcs().relation(i) == Relation::acl && l.tag(l.arcs().subtree(i).first) == Tag::TO;
    default:
      return false;
  }
}

}  // namespace

Range phrase_of(const Layout& l, std::size_t head) {
  const Arcs& arcs = l.arcs();
  const Range all = arcs.subtree(head);
  Range out{head, head + 1};
  for (std::size_t i = head; i-- > all.first;)
    if (arcs.head(i) == head && belongs(l, i, head)) out.first = std::min(out.first, arcs.subtree(i).first);
  for (std::size_t i = head + 1; i < all.end; ++i)
    if (arcs.head(i) == head && belongs(l, i, head)) out.end = std::max(out.end, arcs.subtree(i).end);
  return out;
}

std::vector<Range> joined_phrases(const Layout& l, Range phrase) {
  const Arcs& arcs = l.arcs();
  std::vector<Range> out;
  std::size_t head = phrase.first;
  while (phrase.contains(arcs.head(head))) head = arcs.head(head);
  const Range all = arcs.subtree(head);
  for (std::size_t i = head + 1; i < all.end; ++i)
    if (arcs.head(i) == head && arcs.relation(i) == Relation::conj && !is_verb(l.tag(i)))
      out.push_back(phrase_of(l, i));
  const Range first = out.empty() ? phrase : phrase_of(l, head);
  out.insert(out.begin(), first);
  return out;
}

TreeAgent agent_by_tree(const Layout& l, std::size_t verb) {
  const Arcs& arcs = l.arcs();
  std::size_t at = predicate_of(l, verb);
  for (std::size_t steps = 0; at != Arcs::none && steps < 6; ++steps) {
    if (steps == 0 && child(l, at, Relation::nsubj_pass) != Arcs::none)
      return {child(l, at, Relation::obl_agent), true};
    if (const std::size_t subject = child(l, at, Relation::nsubj); subject != Arcs::none)
      return {resolved(l, subject, at), steps == 0};
    const Relation r = arcs.relation(at);
    const std::size_t above = arcs.head(at);
    if (r == Relation::acl) {  // "protesters carrying placards"
      if (l.tag(at) != Tag::VBG) return {};
      if (may_hold(l, phrase_of(l, above))) return {above, false};
      // "gathered with slogans supporting it", "posted a message blaming Iran": who does that.
      std::size_t noun = above;
      while (!is_verb(l.tag(noun)) && arcs.head(noun) != Arcs::none) noun = arcs.head(noun);
      const std::size_t subject = child(l, noun, Relation::nsubj);
      return {subject == Arcs::none ? subject : resolved(l, subject, noun), false};
    }
    if (r != Relation::conj && r != Relation::xcomp && r != Relation::advcl && r != Relation::ccomp)
      return {};
    if (r == Relation::xcomp || (r == Relation::advcl && l.tag(at) == Tag::VBG && at > 0 &&
                                 l.tag(arcs.subtree(at).first) == Tag::IN)) {
      // "urged him to resign", "accused them of lying"
      for (const Relation whom : {Relation::obj, Relation::iobj})
        if (const std::size_t i = child(l, above, whom); i != Arcs::none && i > above && i < at)
          return {resolved(l, i, above), false};
    }
    at = above;
  }
  return {};
}

std::size_t object_by_tree(const Layout& l, std::size_t verb) {
  const std::size_t passive = child(l, verb, Relation::nsubj_pass);
  const std::size_t object = passive != Arcs::none ? passive : child(l, verb, Relation::obj);
  if (object == Arcs::none) return object;
  return resolved(l, object, verb);
}

}  // namespace tenor
