#include "tenor/stance/finite_clause.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tenor/voice/clause.h"
#include "tenor/voice/subject.h"

namespace tenor {
namespace {

// A pronoun with its verb: "it's", "we'll", "that's". A name's 's is a possessive.
bool joins_verb(const Layout& l, std::size_t i) {
  const Tag t = l.tag(i);
  if (t != Tag::PRP && t != Tag::EX && t != Tag::DT && t != Tag::WP) return false;
  std::string_view w = l.word(i);
  const std::size_t mark = w.rfind('\'');
  return mark != std::string::npos && mark > 0 && mark + 1 < w.size();
}

// "who", "which", "whose", "where".
bool is_wh_word(Tag tag) {
  return is_relative(tag) || tag == Tag::WPS || tag == Tag::WRB;
}

bool subordinates(const Layout& l, std::size_t i) {
  static constexpr auto joining = std::to_array<std::string_view>(
      {"because", "while", "although", "though", "as", "if", "after", "before", "since", "whether", "than",
       "until", "unless", "so", "that", "where"});
  return std::find(joining.begin(), joining.end(), l.word(i)) != joining.end() || is_wh_word(l.tag(i));
}

// "Leaving them to die is ...", "To sign it was ...", "What we need are ...": a clause as the subject, where
// a verb that has no other begins the range with it.
Range clausal_subject(const Layout& l, Range range, std::size_t group) {
  std::size_t first = range.first;
  while (first < group && (l.tag(first) == Tag::quote || l.tag(first) == Tag::CC ||
                           l.tag(first) == Tag::comma || is_adverb(l.tag(first))))
    ++first;
  const bool opens = l.tag(first) == Tag::VBG || l.tag(first) == Tag::TO || l.tag(first) == Tag::WP ||
                     l.tag(first) == Tag::DT;
  constexpr std::size_t longest = 16;
  if (!opens || group - first > longest || group < first + 2 || l.tag(group - 1) == Tag::CC) return {};
  for (std::size_t i = first; i < group; ++i)
    if (l.tag(i) == Tag::comma || l.tag(i) == Tag::colon || l.tag(i) == Tag::quote) return {};
  return {first, group};
}

}  // namespace

bool is_copula(const Layout& l, std::size_t i) {
  static constexpr auto forms =
      std::to_array<std::string_view>({"is", "are", "was", "were", "be", "been", "being", "am", "isn't",
                                       "aren't", "wasn't", "weren't", "'s"});
  std::string_view w = l.word(i);
  if (std::find(forms.begin(), forms.end(), w) != forms.end()) return true;
  return joins_verb(l, i) && (w.ends_with("'s") || w.ends_with("'re") || w.ends_with("'m"));
}

std::vector<FiniteClause> finite_clauses(const Layout& l, Range range) {
  std::vector<FiniteClause> out;
  // Where nothing is finite, a participle right after a noun phrase is a past tense that the tagger missed.
  bool any = false;
  for (std::size_t i = range.first; i < range.end; ++i) any = any || l.is_finite(i) || joins_verb(l, i);
  for (std::size_t i = range.first; i < range.end; ++i) {
    FiniteClause c;
    if (joins_verb(l, i)) {
      c.subject = {i, i + 1};
      c.group = c.verb = i;
      std::size_t at = i + 1;
      while (at < range.end && (is_adverb(l.tag(at)) || l.is_auxiliary(at))) ++at;
      if (at < range.end && is_verb(l.tag(at)))
        c.verb = at;
      else if (is_verb(l.tag(at - 1)))  // "we'll do whatever he wants"
        c.verb = at - 1;
    } else if (l.is_finite(i) || (!any && l.tag(i) == Tag::VBN && l.phrase_ending(i))) {
      // An auxiliary stands for its clause only where no verb follows in the group; "have" and "be" may be
      // that verb: "must always have".
      c.verb = i;
      for (std::size_t at = i + 1; l.is_auxiliary(i) && at < range.end; ++at) {
        if (is_verb(l.tag(at))) c.verb = at;
        if (!is_adverb(l.tag(at)) && !l.is_auxiliary(at)) break;
      }
      c.group = std::max(l.group_start(i), range.first);
      if (const auto own = subject_of(l, c.verb))
        if (own->first >= range.first) {
          c.subject = *own;
          while (!c.subject.empty() && l.tag(c.subject.end - 1) == Tag::comma) --c.subject.end;
        }
      if (c.subject.empty()) c.subject = clausal_subject(l, range, c.group);
    } else {
      continue;
    }
    const std::size_t first = c.subject.empty() ? c.group : c.subject.first;
    // The word that opens the range makes it a content, and no clause within it.
    c.subordinate = (first > range.first + 1 && subordinates(l, first - 1)) || is_wh_word(l.tag(first));
    out.push_back(c);
    i = std::max(i, c.verb);
  }
  for (std::size_t k = 0; k < out.size(); ++k) {
    std::size_t end = range.end;
    if (k + 1 < out.size()) {
      const FiniteClause& next = out[k + 1];
      end = next.subject.empty() ? next.group : next.subject.first;
      while (end > out[k].verb + 1 && (l.tag(end - 1) == Tag::CC || l.tag(end - 1) == Tag::comma ||
                                       is_adverb(l.tag(end - 1)) || subordinates(l, end - 1)))
        --end;
    }
    out[k].end = std::max(end, out[k].verb + 1);
  }
  return out;
}

}  // namespace tenor
