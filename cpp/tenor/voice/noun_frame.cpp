#include "tenor/voice/noun_frame.h"

#include <algorithm>

#include "tenor/voice/clause.h"
#include "tenor/voice/grammar.h"

namespace tenor {
namespace {

// Where by the tree the noun ends that a preposition stands for, with its clauses and participles.
std::size_t governed_by(const Layout& l, std::size_t preposition) {
  if (l.arcs().relation(preposition) != Relation::case_) return 0;
  const Range all = l.arcs().subtree(l.arcs().head(preposition));
  return without_marks(l, {preposition + 1, std::min(all.end, sentence_end(l))}).end;
}

// "The views that Lima has": by the tree "that" is a relative pronoun's.
bool is_relative_clause(const Layout& l, std::size_t that) {
  const std::size_t clause = l.arcs().head(that);
  return clause < l.size() && l.arcs().relation(clause) == Relation::acl_relcl;
}

bool begins(const Layout& l, std::size_t at, std::string_view way) {
  if (way == "to_do")
    return (l.tag(at) == Tag::TO && l.tag(at + 1) == Tag::VB) ||
           (l.word(at) == "not" && l.tag(at + 1) == Tag::TO);
  if (l.word(at) != way) return false;
  if (way == "to") return l.tag(at + 1) != Tag::VB;
  return way != "that" || !(l.is_finite(at + 1) || l.tag(at) == Tag::WDT || is_relative_clause(l, at));
}

}  // namespace

std::string_view complement_at(const Layout& l, const Cue& cue, std::size_t at) {
  if (at + 1 >= sentence_end(l) || l.quotation(at) >= 0) return {};
  const auto way = std::find_if(cue.prepositions.begin(), cue.prepositions.end(),
                                [&](const std::string& each) { return begins(l, at, each); });
  return way != cue.prepositions.end() ? std::string_view(*way) : std::string_view();
}

bool take_introduced(const Layout& l, std::size_t at, std::string_view with, Finding& f) {
  const std::size_t sentence = sentence_end(l);
  if (with == "that" || with == "whether") {
    f.content = {at, sentence};
    return true;
  }
  if (with == "to_do") {
    f.content = {at, clause_end(l, at, sentence)};
    return true;
  }
  f.cue.end = at + 1;
  std::size_t first = at + 1;
  while (is_adverb(l.tag(first))) ++first;
  if (const auto phrase = l.phrase_from(first, false)) {
    if (l.is_time({phrase->first, phrase->end})) return false;
    f.content = {at + 1, std::max(phrase->end, governed_by(l, at))};
  } else if (l.tag(first) == Tag::VBG || is_question_word(l, first)) {
    f.content = {at + 1, clause_end(l, first, sentence)};
  } else if (starts_quotation(l, first)) {
    std::size_t end = first + 1;
    while (end < sentence && l.quotation(end) == l.quotation(first)) ++end;
    f.content = {at + 1, end};
  }
  return !f.content.empty();
}

void add_beside(const Layout& l, std::size_t verbs, const Finding& f, std::size_t first,
                std::vector<Finding>& found) {
  for (std::size_t i = 0; i < verbs; ++i) {
    const Finding& verb = found[i];
    if (verb.cue.contains(f.cue.first) || f.cue.contains(verb.cue.first)) return;
    if (verb.content.contains(f.cue.first) && verb.content.first != first) return;
    if (verb.content.first == f.content.first || verb.content.first == first) return;
  }
  for (std::size_t i = f.content.first; i < f.content.end; ++i)
    if (l.quotation(i) >= 0 && l.quotation(i) == l.quotation(f.cue.first)) return;
  found.push_back(f);
}

}  // namespace tenor
