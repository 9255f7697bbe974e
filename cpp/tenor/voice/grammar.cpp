#include "tenor/voice/grammar.h"

#include <algorithm>
#include <array>

#include "tenor/voice/clause.h"

namespace tenor {
namespace {

bool is_mark(const Layout& l, std::size_t i) {
  const Tag t = l.tag(i);
  return t == Tag::comma || t == Tag::colon || t == Tag::stop || t == Tag::CC;
}

// Does a clause begin here that says when, why or how: "after he left", ", leaving"?
bool opens_adjunct(const Layout& l, std::size_t first) {
  const bool comma = l.tag(first) == Tag::comma || l.tag(first - 1) == Tag::comma;
  const bool as = l.word(first) == "as";
  if (as && l.tag(first + 1) == Tag::VBG && l.tag(first - 1) != Tag::comma)
    return false;  // "cast him as lying"
  return comma || (is_subordinator(l, first) && (!as || has_finite(l, {first, l.size()}))) ||
         l.word(first) == "after" || l.word(first) == "before" || l.word(first) == "without";
}

// Does a phrase begin here that only says when or where: "at a rally", "last week"?
bool is_circumstance(const Layout& l, std::size_t first) {
  static constexpr auto prepositions = std::to_array<std::string_view>(
      {"at", "during", "ahead", "until", "following", "amid", "since", "via", "through"});
  return listed(l.word(first), prepositions) || (l.tag(first) != Tag::IN && l.tag(first) != Tag::TO);
}

// What only adds: after a dash, or a relative clause after a comma.
bool opens_addition(const Layout& l, std::size_t i) {
  const std::string_view mark = l.text({i, i + 1});
  if (mark == "\u2014" || mark == "\u2013" || mark == "--" || mark == "-") return true;
  return l.tag(i) == Tag::comma && (is_relative(l.tag(i + 1)) || l.tag(i + 1) == Tag::WPS);
}

// "and that the plan was dead": said by the same verb.
bool joins_that(const Layout& l, std::size_t first) {
  while (l.tag(first) == Tag::comma || l.tag(first) == Tag::CC) ++first;
  return l.word(first) == "that";
}

// The word whose arcs are a verb's: the participle for its auxiliary, the adjective or noun for a copula.
std::size_t predicate_of(const Layout& l, std::size_t verb) {
  const Relation r = universal(l.arcs().relation(verb));
  return (r == Relation::aux || r == Relation::cop) && l.arcs().head(verb) != Arcs::none ? l.arcs().head(verb)
                                                                                         : verb;
}

}  // namespace

Range noun_phrase(const Layout& l, std::size_t head, Range within) {
  const Arcs& arcs = l.arcs();
  Range out = arcs.subtree(head);
  out = {std::max(out.first, within.first), std::min(out.end, within.end)};
  for (std::size_t i = head + 1; i < out.end; ++i)
    if (arcs.head(i) == head && arcs.relation(i) == Relation::acl_relcl) {
      const std::size_t begin = arcs.subtree(i).first;
      if (begin > head && l.tag(begin) == Tag::comma) out.end = std::min(out.end, begin);
      if (begin > head + 1 && l.tag(begin - 1) == Tag::comma) out.end = std::min(out.end, begin - 1);
    }
  while (!out.empty() && is_mark(l, out.end - 1)) --out.end;
  while (!out.empty() && is_mark(l, out.first)) ++out.first;
  return out;
}

std::optional<Range> subject_by_arcs(const Layout& l, std::size_t verb) {
  const Arcs& arcs = l.arcs();
  const std::size_t group = l.group_start(verb);
  const std::size_t node = predicate_of(l, verb);
  // The nearest: in "the plan failed, Smith said" a wrong tree may give the verb the first clause's subject
  // too.
  for (std::size_t i = group; i-- > 0;) {
    if (arcs.head(i) != node) continue;
    const Relation r = universal(arcs.relation(i));
    if (r != Relation::nsubj && r != Relation::expl) continue;
    if (l.quotation(i) != l.quotation(verb)) return std::nullopt;
    const Range found = noun_phrase(l, i, {0, group});
    if (found.empty() || l.is_time(found)) return std::nullopt;
    return found;
  }
  return std::nullopt;
}

std::optional<Shared> shared_by_arcs(const Layout& l, std::size_t verb) {
  const Arcs& arcs = l.arcs();
  std::size_t at = predicate_of(l, verb);
  while (arcs.head(at) != Arcs::none) {
    const Relation r = arcs.relation(at);
    const std::size_t above = arcs.head(at);
    if (r == Relation::acl) {
      const Range noun = noun_phrase(l, above, {0, arcs.subtree(at).first});
      if (noun.empty()) return std::nullopt;
      return Shared{above, noun};
    }
    if (r != Relation::conj && r != Relation::xcomp && r != Relation::advcl) return std::nullopt;
    if (r == Relation::xcomp) {
      const auto object = arcs.child(above, Relation::obj);
      if (object && *object > above && *object < at)
        return Shared{above, noun_phrase(l, *object, {above + 1, arcs.subtree(at).first})};
    }
    if (const auto own = subject_by_arcs(l, above)) return Shared{above, *own};
    at = above;
  }
  return std::nullopt;
}

std::size_t governed_end(const Layout& l, std::size_t verb, Range within) {
  const Arcs& arcs = l.arcs();
  const std::size_t node = predicate_of(l, verb);
  std::size_t end = std::min(within.end, arcs.subtree(node).end);
  if (end <= within.first + 1) return within.end;
  for (std::size_t i = within.first + 1; i < end; ++i) {
    if (arcs.head(i) != node) continue;
    const Relation r = universal(arcs.relation(i));
    if (r != Relation::conj && r != Relation::advcl && r != Relation::parataxis) continue;
    const std::size_t first = arcs.subtree(i).first;
    if (first <= within.first || l.quotation(first) >= 0) continue;
    // "accused Lima of lying", "described it as failing" name what is said of the object.
    if (r == Relation::advcl && !opens_adjunct(l, first)) continue;
    if (r == Relation::conj && joins_that(l, first)) continue;
    end = std::min(end, first);
  }
  // A quotation after a colon is said, whatever it hangs on.
  for (std::size_t i = end; i < within.end; ++i)
    if (l.quotation(i) >= 0) return within.end;
  return without_marks(l, {within.first, end}).end;
}

std::size_t object_end(const Layout& l, std::size_t verb, Range within) {
  const Arcs& arcs = l.arcs();
  const std::size_t node = predicate_of(l, verb);
  std::size_t end = governed_end(l, verb, within);
  for (std::size_t i = within.first + 1; i < end; ++i) {
    if (universal(arcs.relation(i)) != Relation::obl || arcs.head(i) != node) continue;
    const std::size_t first = arcs.subtree(i).first;
    if (first > within.first && l.quotation(first) < 0 && is_circumstance(l, first))
      end = std::min(end, first);
  }
  // "hailed it as a success": what it is said to be.
  const std::size_t as = arcs.head(end);
  if (l.word(end) == "as" && as > end && as < l.size() && arcs.head(as) == node &&
      !has_finite(l, {end, arcs.subtree(as).end}))
    end = std::min(arcs.subtree(as).end, sentence_end(l));
  for (std::size_t i = within.first + 1; i + 1 < end; ++i)
    if (l.quotation(i) < 0 && opens_addition(l, i)) end = i;
  return without_marks(l, {within.first, end}).end;
}

Range without_marks(const Layout& l, Range r) {
  auto mark = [&](std::size_t i) {
    const Tag t = l.tag(i);
    return l.quotation(i) < 0 && (t == Tag::comma || t == Tag::colon || t == Tag::stop || t == Tag::CC);
  };
  while (!r.empty() && mark(r.first) && l.tag(r.first) != Tag::CC) ++r.first;
  while (!r.empty() && mark(r.end - 1)) --r.end;
  return r;
}

Range speaker_by_arcs(const Layout& l, std::size_t verb) {
  const Arcs& arcs = l.arcs();
  if (const auto own = subject_by_arcs(l, verb)) return *own;
  if (const auto inverted = arcs.child(verb, Relation::nsubj, verb + 1))
    return noun_phrase(l, *inverted, {verb + 1, sentence_end(l)});
  if (const auto shared = shared_by_arcs(l, verb)) return shared->subject;
  return {};
}

}  // namespace tenor
