#include "tenor/voice/introduction.h"

#include <algorithm>

#include "tenor/voice/clause.h"
#include "tenor/voice/names.h"
#include "tenor/voice/subject.h"

namespace tenor {
namespace {

// Somebody who can speak: a person, a pronoun for one, or whoever is called by an office.
bool speaks(const Layout& l, Range source) {
  if (source.empty()) return false;
  if (l.tag(source.first) == Tag::PRP) return l.word(source.first) != "it";
  if (const Phrase* p = l.phrase_at(source.first); p && is_title(l.word(p->head))) return true;
  return std::any_of(l.names().begin(), l.names().end(), [&](const FoundName& name) {
    return source.contains(name.range.first) && !name.place &&
           (name.person || source.first == name.range.first);
  });
}

bool opens_with_capital(const Layout& l, std::size_t mark) {
  const std::string_view text = l.text({mark + 1, mark + 2});
  return !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
}

// The last verb before the quotation that has somebody for its subject.
void by_subject(const Layout& l, std::size_t end, Finding& f) {
  for (std::size_t v = end; v-- > 0;) {
    if (!l.is_finite(v) || l.is_auxiliary(v) || l.quotation(v) >= 0) continue;
    const auto subject = subject_of(l, v);
    if (subject && speaks(l, *subject)) {
      f.cue = {v, v + 1};
      f.source = *subject;
    }
    return;
  }
}

// The name right before the colon.
void by_name(const Layout& l, std::size_t colon, Finding& f) {
  const Phrase* p = l.phrase_ending(colon);
  if (!p || !is_name(l.tag(p->head)) || l.is_time({p->first, p->end})) return;
  f.cue = {colon, colon + 1};
  f.source = {p->first, p->end};
}

}  // namespace

void add_introduced(const Layout& l, std::vector<Finding>& found) {
  for (std::size_t open = 2; open + 1 < l.size(); ++open) {
    if (!starts_quotation(l, open) || l.quotation(open - 1) >= 0) continue;
    std::size_t end = open;
    while (end < l.size() && l.quotation(end) == l.quotation(open)) ++end;
    const bool colon = l.word(open - 1) == ":";
    const bool sentence = l.tag(open - 1) == Tag::comma && end >= sentence_end(l) &&
                          opens_with_capital(l, open) && has_finite(l, {open, end});
    if (!colon && !sentence) continue;
    const auto has_it = [&](const Finding& f) {
      return f.content.contains(open) || (f.resumed && f.resumed->contains(open)) ||
             (open + 1 < l.size() && f.content.contains(open + 1));
    };
    if (std::any_of(found.begin(), found.end(), has_it)) continue;
    Finding f;
    by_subject(l, open - 1, f);
    if (f.source.empty() && colon) by_name(l, open - 1, f);
    if (f.source.empty()) continue;
    f.content = {open, end};
    f.rule = "quotation introduced";
    found.push_back(f);
  }
}

}  // namespace tenor
