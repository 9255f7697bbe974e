#include "tenor/voice/preceding.h"

#include <algorithm>

#include "tenor/voice/clause.h"

namespace tenor {

Preceding::Preceding(const Layout& layout, const std::vector<Finding>& earlier, Finding& finding)
    : l_(layout), earlier_(earlier), f_(finding), cue_(*finding.verb), end_(sentence_end(layout)) {}

bool Preceding::set(Range content, std::string_view rule) {
  f_.content = content;
  f_.rule = rule;
  return true;
}

void Preceding::take(std::size_t from, std::size_t after, bool inverted) {
  std::size_t last = from;
  while (last > 0 && (l_.tag(last - 1) == Tag::comma || l_.tag(last - 1) == Tag::colon) &&
         l_.quotation(last - 1) < 0)
    --last;
  if (last == 0 || (last == from && l_.quotation(last - 1) < 0)) return;
  std::size_t first = 0;
  for (const Finding& other : earlier_)
    if (other.cue.end <= last && !other.before && !is_said(other))
      first = std::max(first, other.content.first);
  // ": ''...,'' he said": what stands before the colon is no part of it.
  if (l_.quotation(last - 1) >= 0)
    for (std::size_t i = last - 1; i > first && l_.quotation(i) == l_.quotation(last - 1); --i)
      if (i > 1 && l_.tag(i - 1) == Tag::colon && l_.word(i - 1) == ":") first = i;
  if (first >= last) return;
  if (l_.quotation(last - 1) < 0 && !is_told({first, last}, after)) return;
  f_.before = true;
  set({first, last}, inverted ? "content before an inverted verb" : "content before the subject");
  const std::size_t more = skip_adjuncts(l_, after, end_);
  if (l_.tag(more) == Tag::comma && starts_quotation(l_, more + 1)) {
    f_.resumed = Range{more + 1, end_};
  } else if (starts_quotation(l_, more)) {
    f_.resumed = Range{more, end_};
  } else if (l_.tag(more) == Tag::comma && more + 3 < end_ && !inverted && l_.quotation(last - 1) < 0 &&
             l_.tag(more + 1) != Tag::VBG && l_.tag(more + 1) != Tag::CC) {
    f_.resumed = Range{more + 1, end_};  // "The air there, he noted, had become so bad"
  }
}

bool Preceding::take_as_clause(std::size_t as, std::size_t after) {
  if (as == 0) {
    const auto whom = cue_.frames & addressee ? l_.phrase_from(after, false) : std::nullopt;
    const std::size_t comma = skip_adjuncts(l_, whom ? whom->end : after, end_);
    if (l_.tag(comma) != Tag::comma || comma + 1 >= end_) return false;
    return set({comma + 1, end_}, "as-clause");
  }
  const bool alone = after >= end_ || l_.tag(after) == Tag::comma || l_.tag(after) == Tag::stop;
  std::size_t last = as;
  while (last > 0 && l_.tag(last - 1) == Tag::comma && l_.quotation(last - 1) < 0) --last;
  if (!alone || last == 0) return false;
  f_.before = true;
  return set({0, last}, "as-clause");
}

bool Preceding::take_relative(std::size_t relative, std::size_t after) {
  // A relative pronoun, or "that", which the tags do not tell from one.
  const bool may_be =
      is_relative(l_.tag(relative)) || (l_.word(relative) == "that" && l_.tag(relative) == Tag::IN);
  if (!may_be || !l_.is_finite(after) || after >= end_) return false;
  f_.resumed = Range{after, clause_end(l_, after, end_)};
  return set({relative, relative + 1}, "relative clause");
}

// Without quotation marks: a whole clause before, and no more than an adjunct after. "But in Ohio, Smith
// added trucks" tells of no words.
bool Preceding::is_told(Range content, std::size_t after) const {
  if (!(cue_.frames & says)) return false;
  const bool opens = is_subordinator(l_, content.first) || l_.tag(content.first) == Tag::IN ||
                     l_.tag(content.first) == Tag::VBG;
  bool clause = has_finite(l_, content);
  if (opens) {  // "When asked, Smith said": a main clause must follow its comma
    clause = false;
    for (std::size_t i = content.first; i < content.end; ++i)
      if (l_.tag(i) == Tag::comma) clause = has_finite(l_, {i, content.end});
  }
  const Tag next = l_.tag(after);
  if (!clause && next == Tag::comma) {  // "In the end, he said, the plan had failed"
    const Tag then = l_.tag(after + 1);
    return then != Tag::VBG && then != Tag::CC && has_finite(l_, {after, end_});
  }
  return clause &&
         (after >= end_ || next == Tag::comma || next == Tag::IN || next == Tag::TO || is_adverb(next) ||
          l_.is_time({after, after + 1}) || next == Tag::stop || next == Tag::colon || next == Tag::CC ||
          next == Tag::PRP || next == Tag::NNP || next == Tag::DT || next == Tag::NN);
}

// "The papers show that it failed, Smith said": by the tree what the papers show is Smith's claim.
bool Preceding::is_said(const Finding& other) const {
  const auto clause = l_.arcs().child(f_.cue.first, Relation::ccomp);
  return clause && *clause < f_.cue.first &&
         (other.cue.contains(*clause) || l_.arcs().is_under(other.cue.first, *clause));
}

}  // namespace tenor
