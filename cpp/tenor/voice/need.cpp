#include "tenor/voice/need.h"

#include <algorithm>

#include "tenor/voice/cues.h"
#include "tenor/voice/evidential.h"
#include "tenor/voice/finding.h"
#include "tenor/voice/modality.h"
#include "tenor/voice/nesting.h"

namespace tenor {
namespace {

// Can the word be a verb, though the tagger takes it for a noun: "groups note that"?
bool may_be_verb(const Layout& l, std::size_t i) {
  if (i == 0 || !(is_noun(l.tag(i)) || l.tag(i) == Tag::JJ) || l.possessive(i - 1)) return false;
  const Tag before = l.tag(i - 1);
  return is_noun(before) || is_adverb(before) || before == Tag::JJ || before == Tag::CD ||
         l.is_auxiliary(i - 1) || before == Tag::PRP || before == Tag::WP || before == Tag::WDT ||
         before == Tag::comma || l.word(i - 1) == "to";
}

bool may_report(const Layout& l, std::size_t i) {
  if (!l.cues(i) || l.quotation(i) >= 0) return false;
  if (!may_be_cue(l, i)) return may_be_verb(l, i);
  const std::size_t group = l.group_start(i);
  return group < 2 || l.tag(group - 1) != Tag::TO || carries_on(l.word(group - 2));
}

// A noun of saying or thinking with its complement: the tree says whose it is, and where the complement ends.
bool is_introduced(const Layout& l, const Phrase& p) {
  if (l.quotation(p.head) >= 0 || is_name(l.tag(p.head))) return false;
  const auto* nouns = Cues::nouns().find(l.word(p.head));
  return nouns && std::any_of(nouns->begin(), nouns->end(), [&](const Cue* noun) {
           return noun->introduces(l.word(p.end)) || (l.tag(p.end) == Tag::TO && noun->introduces("to_do"));
         });
}

}  // namespace

bool needs_tree(const Layout& layout) {
  if (layout.size() > longest_read) return false;
  std::vector<std::size_t> cues, others;
  for (std::size_t i = 0; i < layout.size(); ++i) {
    if (is_impression(layout, i) && layout.quotation(i) < 0) others.push_back(i);
    if (may_report(layout, i)) cues.push_back(i);
  }
  for (const Phrase& p : layout.phrases())
    if (is_introduced(layout, p)) others.push_back(p.head);
  if (cues.empty() && others.empty()) return false;
  const std::vector<Finding> found = find_attributions(layout, Nested::all);
  const auto sure = [](const Finding& f) { return f.rule != "object" && !f.loose; };
  // What somebody says needs no tree of its own: attitudes there are not told apart from it.
  const auto inside = [&](std::size_t i) {
    return std::any_of(found.begin(), found.end(), [&](const Finding& f) {
      return sure(f) && is_report(f) && f.content.contains(i) && !f.cue.contains(i);
    });
  };
  return std::any_of(others.begin(), others.end(), [&](std::size_t i) { return !inside(i); }) ||
         std::any_of(cues.begin(), cues.end(), [&](std::size_t i) {
           return !inside(i) && std::none_of(found.begin(), found.end(),
                                             [&](const Finding& f) { return sure(f) && f.cue.contains(i); });
         });
}

}  // namespace tenor
