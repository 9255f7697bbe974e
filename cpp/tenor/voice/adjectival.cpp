#include "tenor/voice/adjectival.h"

#include <array>

#include "tenor/voice/clause.h"
#include "tenor/voice/grammar.h"
#include "tenor/voice/noun_frame.h"
#include "tenor/voice/subject.h"

namespace tenor {
namespace {

constexpr auto copulas = std::to_array<std::string_view>(
    {"is",      "are",      "was",    "were",     "be",       "been", "being",   "am",    "seem",
     "seems",   "seemed",   "appear", "appears",  "appeared", "feel", "feels",   "felt",  "remain",
     "remains", "remained", "become", "becomes",  "became",   "grew", "growing", "sound", "sounds",
     "sounded", "looks",    "looked", "becoming", "getting",  "got"});

class Adjectives {
 public:
  Adjectives(const Layout& layout, std::size_t verbs, std::vector<Finding>& found)
      : l_(layout), end_(sentence_end(layout)), verbs_(verbs), found_(found) {}

  void adjective(std::size_t i) {
    const Tag tag = l_.tag(i);
    if (tag != Tag::JJ && tag != Tag::VBN && tag != Tag::VBD && tag != Tag::RB) return;
    const auto* entries = Cues::adjectives().find(l_.word(i));
    if (!entries) return;
    std::size_t be = i;
    while (be > 0 && is_adverb(l_.tag(be - 1))) --be;
    if (be == 0) return;
    const Cue& cue = *entries->front();
    Finding f;
    f.verb = &cue;
    const bool copula = listed(l_.word(be - 1), copulas);
    f.cue = {copula ? be - 1 : i, i + 1};
    const std::size_t at = i + 1;
    const std::string_view with = complement_at(l_, cue, at);
    const bool clause = with.empty() && cue.introduces("that") && begins_clause(l_, at, end_);
    if (with.empty() && !clause) return;
    const auto subject = copula ? subject_of(l_, be - 1) : bearer(i, be - 1);
    if (!subject || l_.word(subject->first) == "it" || l_.word(subject->first) == "that") return;
    f.source = *subject;
    if (clause ? (f.content = {at, end_}, false) : !take_introduced(l_, at, with, f)) return;
    f.rule = "adjective and complement";
    add_beside(l_, verbs_, f, f.cue.first, found_);
  }

  // "Voters are in favor of the plan", "marched in protest of it".
  void phrase(std::size_t i) {
    static const Cues heads("favor favour support  judgement 1 of\nprotest opposition  judgement -1 of,to",
                            false);
    if (l_.word(i) != "in" || l_.arcs().empty()) return;
    const std::size_t noun = i + 1;
    const auto* entries = heads.find(l_.word(noun));
    if (!entries) return;
    const Cue& cue = *entries->front();
    Finding f;
    f.verb = &cue;
    f.cue = {i, noun + 1};
    const std::string_view with = complement_at(l_, cue, noun + 1);
    const std::size_t verb = l_.arcs().head(noun);
    if (with.empty() || verb >= l_.size() || !take_introduced(l_, noun + 1, with, f)) return;
    const auto subject = subject_of(l_, verb);
    if (!subject) return;
    f.source = *subject;
    f.rule = "phrase of favour";
    add_beside(l_, verbs_, f, i, found_);
  }

 private:
  // Whose an adjective without a verb of its own is: "they're fond of", "confident and aware of", "left many
  // afraid that", "with voters worried that".
  [[nodiscard]] std::optional<Range> bearer(std::size_t adjective, std::size_t before) const {
    if (has_clitic_verb(l_, before) && is_nominative(l_.word(before))) return Range{before, before + 1};
    const Relation r = l_.arcs().relation(adjective);
    if (l_.arcs().empty() || r == Relation::amod || r == Relation::root) return std::nullopt;
    if (const auto own = subject_by_arcs(l_, adjective)) return own;
    const auto shared = shared_by_arcs(l_, adjective);
    return shared ? std::optional(shared->subject) : std::nullopt;
  }

  const Layout& l_;
  std::size_t end_;
  std::size_t verbs_;
  std::vector<Finding>& found_;
};

}  // namespace

void add_adjectives(const Layout& layout, std::size_t verbs, std::vector<Finding>& found) {
  Adjectives adjectives(layout, verbs, found);
  const std::size_t end = sentence_end(layout);
  for (std::size_t i = 0; i < end; ++i) {
    if (layout.quotation(i) >= 0) continue;
    if (i > 0) adjectives.adjective(i);
    adjectives.phrase(i);
  }
}

}  // namespace tenor
