#include "tenor/voice/inversion.h"

#include <algorithm>

#include "tenor/voice/clause.h"
#include "tenor/voice/subject.h"

namespace tenor {

bool take_inverted(const Layout& l, std::size_t i, Finding& f, std::size_t& after) {
  const std::size_t group = l.group_start(i);
  const std::size_t end = sentence_end(l);
  if (group == 0 || !(f.verb->frames & (says | remarks)) || l.tag(i) == Tag::VBG || f.verb->lemma == "tell")
    return false;
  const bool quoted = l.quotation(group - 1) >= 0;
  if (!quoted && l.tag(group - 1) != Tag::comma) return false;
  const Phrase* next = l.phrase_at(after);
  if (!next || next->first != after || l.is_time({next->first, next->end}) || l.word(after) == "that")
    return false;
  auto source = speaker_from(l, after);
  if (!source) return false;
  // A noun of the speaker's role that the tagger takes for a verb: "said Ohio delegate Ann Roe".
  const Phrase* name = quoted && is_verb(l.tag(source->end)) ? l.phrase_at(source->end + 1) : nullptr;
  if (name && name->first == source->end + 1 && is_name(l.tag(name->head))) source->end = name->end;
  const Tag tag = l.tag(source->end);
  const bool over = source->end >= end || tag == Tag::comma || tag == Tag::stop;
  const bool ends = over || tag == Tag::IN || tag == Tag::colon ||
                    (quoted && (tag == Tag::CC || is_adverb(tag) || tag == Tag::WP)) ||
                    l.is_time({source->end, std::min(source->end + 1, l.size())});
  if (!ends) return false;
  if (!quoted && subject_of(l, i)) {
    // "Mandates are a burden, said Wilcox": a whole clause before, and after the verb no more than a name.
    if (!over || !has_finite(l, {0, group}) || (f.verb->frames & object) || begins_clause(l, after, end))
      return false;
  }
  f.source = *source;
  after = source->end;
  return true;
}

}  // namespace tenor
