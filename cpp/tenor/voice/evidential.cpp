#include "tenor/voice/evidential.h"

#include <array>

#include "tenor/voice/clause.h"
#include "tenor/voice/grammar.h"
#include "tenor/voice/noun_frame.h"
#include "tenor/voice/subject.h"

namespace tenor {

bool is_impression(const Layout& l, std::size_t i) {
  static constexpr auto verbs =
      std::to_array<std::string_view>({"seem", "seems", "seemed", "appear", "appears", "appeared"});
  return listed(l.word(i), verbs);
}

namespace {

void take_evidential(const Layout& l, std::size_t i, Finding& f) {
  static constexpr auto hearsay =
      std::to_array<std::string_view>({"reportedly", "allegedly", "supposedly", "purportedly"});
  const std::size_t end = sentence_end(l);
  f.cue = {i, i + 1};
  if (listed(l.word(i), hearsay)) {
    std::size_t verb = i + 1;
    while (verb < end && verb < i + 4 && !is_verb(l.tag(verb))) ++verb;
    const auto subject = is_verb(l.tag(verb)) ? subject_of(l, verb) : std::nullopt;
    f.rule = "hearsay adverb";
    if (i == 0 && i + 2 < end) {
      f.content = {l.tag(1) == Tag::comma ? std::size_t{2} : std::size_t{1}, end};
    } else if (subject && subject->end <= i) {
      f.content = *subject;
      f.resumed = Range{i + 1, clause_end(l, i + 1, end)};
    }
  } else if (is_impression(l, i)) {
    const auto subject = subject_of(l, i);
    std::size_t at = i + 1;
    while (at < end && is_adverb(l.tag(at))) ++at;
    const Tag next = l.tag(at);  // not "appeared publicly"
    if (!subject || !(next == Tag::TO || next == Tag::JJ || next == Tag::VBN)) return;
    f.rule = seeming;
    f.content = *subject;
    f.resumed = Range{i + 1, clause_end(l, i + 1, end)};
    if (!l.arcs().empty()) f.resumed->end = object_end(l, i, *f.resumed);
  }
}

}  // namespace

void add_evidentials(const Layout& l, std::size_t verbs, std::vector<Finding>& found) {
  const std::size_t end = sentence_end(l);
  for (std::size_t i = 0; i < end; ++i) {
    if (l.quotation(i) >= 0) continue;
    Finding f;
    take_evidential(l, i, f);
    if (f.content.empty() || (f.resumed && f.resumed->empty())) continue;
    add_beside(l, verbs, f, f.cue.first, found);
  }
}

}  // namespace tenor
