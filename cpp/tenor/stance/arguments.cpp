#include "tenor/stance/arguments.h"
#include "tenor/stance/tree_arguments.h"
#include "tenor/text/listed.h"
#include "tenor/voice/clause.h"
#include "tenor/voice/subject.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tenor {

std::size_t stretch_end(const Layout& l, std::size_t at, std::size_t end) {
  while (at < end && l.tag(at) != Tag::comma && l.tag(at) != Tag::colon && l.tag(at) != Tag::quote &&
         l.word(at) != "but" && l.word(at) != "because")
    ++at;
  return at;
}

namespace {

bool is_article(std::string_view word) {
  return word == "a" || word == "an" || word == "the";
}

// Where the phrase of an article ends: with the noun that the tree hangs it on, or after the next word.
std::size_t noun_end(const Layout& l, std::size_t article, std::size_t end) {
  const std::size_t head = l.arcs().head(article);
  const bool ahead = head != Arcs::none && head > article && head < article + 8;
  return std::min(end, ahead ? phrase_of(l, head).end : article + 2);
}

}  // namespace

Range object_at(const Layout& l, std::size_t at, std::size_t end) {
  while (l.tag(at) == Tag::quote || l.tag(at) == Tag::RB || l.word(at) == "both") ++at;
  if (at >= end) return {};
  if (l.arcs().relation(at) == Relation::mark) ++at;  // "maintained that reforming it is ..."
  if (at >= end) return {};
  if (const auto phrase = l.phrase_from(at, false)) return {phrase->first, std::min(phrase->end, end)};
  const Tag t = l.tag(at);
  if (t == Tag::VBG || t == Tag::VB || t == Tag::WP || l.word(at) == "that")
    return {at, stretch_end(l, at, end)};
  // A noun that the tagger missed: "the official", "an opening", "a "no deal" Brexit".
  if (is_article(l.word(at))) return at + 1 < end ? Range{at, noun_end(l, at, end)} : Range{};
  // An adjective alone, as taggers see an abstract noun they do not know: "anti-semitism".
  if (t == Tag::JJ || t == Tag::DT) return {at, at + 1};
  return {};
}

Range antecedent(const Layout& l, std::size_t pronoun) {
  std::size_t at = pronoun;
  if (at > 0 && l.tag(at - 1) == Tag::comma) --at;
  const Phrase* before = at > 0 ? l.phrase_ending(at) : nullptr;
  return before ? Range{before->first, before->end} : Range{};
}

std::vector<Range> conjuncts(const Layout& l, Range phrase) {
  std::vector<Range> out;
  std::size_t first = phrase.first;
  for (std::size_t i = phrase.first + 1; i + 1 < phrase.end; ++i) {
    if (l.tag(i) != Tag::CC && l.tag(i) != Tag::comma) continue;
    const Phrase* before = l.phrase_ending(i);
    const Phrase* after = l.phrase_at(i + 1);
    if (!before || !after || after->first != i + 1 || before->first < first) continue;
    const Tag opens = l.tag(after->first);
    if (opens != Tag::DT && opens != Tag::PRPS && !is_name(l.tag(after->head))) continue;
    out.push_back({first, i});
    first = i + 1;
  }
  out.push_back({first, phrase.end});
  return out;
}

bool has_negation(const Layout& l, Range range) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"not", "never", "cannot", "no", "nor", "neither", "hardly", "without"});
  for (std::size_t i = range.first; i < range.end; ++i)
    if (listed(l.word(i), words) || l.word(i).ends_with("n't")) return true;
  return false;
}

namespace {

// By tags alone.
Range agent_by_tags(const Layout& l, std::size_t verb) {
  const std::size_t group = l.group_start(verb);
  std::size_t governing = verb;
  // "they will refuse to sign", "was forced to cancel": the subject of the verb above.
  if (group > 1 && l.tag(group - 1) == Tag::TO && is_verb(l.tag(group - 2))) governing = group - 2;
  // "accused European governments of undermining ...": those accused do it.
  if (l.tag(verb) == Tag::VBG && group == verb && group > 0 &&
      (l.tag(group - 1) == Tag::IN || l.tag(group - 1) == Tag::TO)) {
    const Phrase* doer = l.phrase_ending(group - 1);
    if (doer && doer->first > 0 && is_verb(l.tag(doer->first - 1))) return {doer->first, doer->end};
  }
  const auto trimmed = [&](Range r) {
    // "Thousands had gathered with slogans supporting it": not the verb between.
    for (std::size_t i = r.first + 1; i < r.end; ++i)
      if (l.is_finite(i)) r.end = std::max(l.group_start(i), r.first + 1);
    while (!r.empty() && l.tag(r.end - 1) == Tag::comma) --r.end;
    return r;
  };
  const bool participle = l.tag(governing) == Tag::VBG && l.group_start(governing) == governing &&
                          governing > 0 && l.tag(governing - 1) == Tag::comma;
  if (!participle)
    if (const auto own = subject_of(l, governing)) {
      // "posted a message blaming Iran": who posted it blames.
      const bool reduced = l.tag(governing) == Tag::VBG && l.group_start(governing) == governing;
      if (!reduced || may_hold(l, *own)) return trimmed(*own);
    }
  // Shared with an earlier verb of the sentence.
  for (std::size_t v = governing; v-- > 0;) {
    if (!l.is_finite(v) || (l.quotation(v) != l.quotation(verb))) continue;
    const auto own = subject_of(l, v);
    if (own && may_hold(l, *own)) return trimmed(*own);
  }
  return {};
}

}  // namespace

Range agent_of(const Layout& l, std::size_t verb) {
  if (l.arcs().empty()) return agent_by_tags(l, verb);
  const TreeAgent found = agent_by_tree(l, verb);
  const Range tree = found.head == Arcs::none ? Range{} : phrase_of(l, found.head);
  const bool sure = may_hold(l, tree) && l.tag(found.head) != Tag::WP && l.tag(found.head) != Tag::WDT;
  const Range tags = agent_by_tags(l, verb);
  if (!sure) {
    // "a deal with Canada that requires": what the pronoun stands for holds nothing.
    const bool known = found.head != Arcs::none && !is_relative(l.tag(found.head));
    return known && !tags.empty() && is_relative(l.tag(tags.first)) ? Range{} : tags;
  }
  if (!may_hold(l, tags) || (found.direct && l.tag(found.head) == Tag::PRP)) return tree;
  // Tags may take what hangs on the subject for it, or the subject of another clause.
  const bool nested = l.arcs().subtree(found.head).contains(tags.first) && tags.first > found.head;
  return nested || tags.first > verb || (found.direct && tags.end <= tree.first) ? tree : tags;
}

bool is_denied(const Layout& l, std::size_t verb) {
  std::size_t first = verb;
  while (first > 0 && (l.is_auxiliary(first - 1) || l.tag(first - 1) == Tag::RB ||
                       l.word(first - 1) == "cannot" || l.word(first - 1).ends_with("n't")))
    --first;
  bool out = has_negation(l, {first, verb});
  if (first > 1 && l.tag(first - 1) == Tag::TO) {
    static constexpr auto turning = std::to_array<std::string_view>(
        {"refuse", "refused", "refuses", "refusing", "fail", "failed", "fails", "failing", "decline",
         "declined", "declines", "declining", "unable", "unwilling", "reluctant", "refusal", "hesitate"});
    if (listed(l.word(first - 2), turning)) out = !out;
  }
  // "Not everyone agreed", "No member signed it".
  const Range agent = agent_of(l, verb);
  if (!agent.empty() && (has_negation(l, {agent.first, agent.first + 1}) || l.word(agent.first) == "nobody" ||
                         (agent.first > 0 && l.word(agent.first - 1) == "not")))
    out = !out;
  return out;
}

bool is_passive_verb(const Layout& l, std::size_t verb) {
  if (l.is_passive(verb)) return true;
  if (l.tag(verb) == Tag::VBD) return l.word(verb + 1) == "by";
  if (l.tag(verb) != Tag::VBN) return false;
  const std::size_t group = l.group_start(verb);
  if (group < verb && l.tag(group) != Tag::RB) return false;
  // A participle takes no object: one with an object is a past tense.
  return !l.phrase_from(verb + 1, false);
}

}  // namespace tenor
