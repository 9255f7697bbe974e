#include "tenor/voice/nominal.h"

#include <algorithm>
#include <array>
#include <string>

#include "tenor/voice/clause.h"
#include "tenor/voice/grammar.h"
#include "tenor/voice/noun_list.h"
#include "tenor/voice/subject.h"

namespace tenor {
namespace {

// Verbs that only carry the noun: "made the claim that", "has doubts about".
constexpr auto light_verbs = std::to_array<std::string_view>(
    {"make",    "makes",    "made",     "making",    "have",       "has",       "had",       "having",
     "issue",   "issues",   "issued",   "issuing",   "express",    "expresses", "expressed", "voice",
     "voiced",  "voicing",  "raise",    "raises",    "raised",     "raising",   "offer",     "offers",
     "offered", "offering", "give",     "gives",     "gave",       "giving",    "share",     "shares",
     "shared",  "hold",     "holds",    "held",      "repeat",     "repeated",  "renew",     "renewed",
     "launch",  "launched", "deliver",  "delivered", "announce",   "announced", "declare",   "declared",
     "take",    "took",     "takes",    "taken",     "taking",     "lodged",    "filed",     "put",
     "state",   "stated",   "signaled", "posed",     "expressing", "launching", "asked",     "ask",
     "asks"});

class Nominals {
 public:
  Nominals(const Layout& layout, std::vector<Finding>& found)
      : l_(layout), end_(sentence_end(layout)), found_(found), verbs_(found.size()) {}

  void run() {
    for (const Phrase& p : l_.phrases())
      if (l_.quotation(p.head) < 0 && p.head < end_) noun(p);
    for (std::size_t i = 1; i < end_; ++i)
      if (l_.quotation(i) < 0) adjective(i);
    for (std::size_t i = 0; i < end_; ++i)
      if (l_.quotation(i) < 0) evidential(i);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Finding& a, const Finding& b) { return a.cue.first < b.cue.first; });
  }

 private:
  void noun(const Phrase& p) {
    const auto* entries = Cues::nouns().find(l_.word(p.head));
    if (!entries || is_name(l_.tag(p.head))) return;
    for (const Cue* cue : *entries)
      if (introduced(*cue, p)) return;
  }

  // A noun with one of its complements, and whose it is.
  bool introduced(const Cue& cue, const Phrase& p) {
    Finding f;
    f.verb = &cue;
    f.cue = {p.head, p.head + 1};
    f.source = possessor(p);
    std::size_t at = p.head + 1;
    std::string_view with;
    // "claims by Smith in an interview that ..."
    for (int hops = 0; hops < 3; ++hops) {
      with = complement(cue, at);
      if (!with.empty()) break;
      if (l_.tag(at) != Tag::IN || l_.quotation(at) >= 0) return false;
      const Phrase* next = l_.phrase_at(at + 1);
      if (!next || next->first != at + 1) return false;
      if (is_agent_preposition(l_.word(at)) && f.source.empty()) f.source = {next->first, next->end};
      at = next->end;
    }
    if (with.empty() || !take(f, at, with)) return false;
    const std::size_t governed = l_.arcs().subtree(p.head).end;
    if (!l_.arcs().empty() && f.content.first + 1 < governed)
      f.content.end = std::min(f.content.end, governed);
    if (f.source.empty()) f.source = agent_after(f.content.end);
    if (f.source.empty()) f.source = subject_of_light_verb(p);
    f.rule = with == "that"    ? "noun and that-clause"
             : with == "to_do" ? "noun and infinitive"
                               : "noun and preposition";
    // "concerns that the bank may fail": whose, is not told.
    if (f.source.empty() && !(with == "that" && f.verb->kind != Kind::statement)) return false;
    add(f, p.first);
    return true;
  }

  void adjective(std::size_t i) {
    const Tag tag = l_.tag(i);
    if (tag != Tag::JJ && tag != Tag::VBN && tag != Tag::VBD && tag != Tag::RB) return;
    const auto* entries = Cues::adjectives().find(l_.word(i));
    if (!entries) return;
    std::size_t be = i;
    while (be > 0 && is_adverb(l_.tag(be - 1))) --be;
    static constexpr auto copulas = std::to_array<std::string_view>(
        {"is",      "are",      "was",    "were",     "be",       "been", "being",   "am",    "seem",
         "seems",   "seemed",   "appear", "appears",  "appeared", "feel", "feels",   "felt",  "remain",
         "remains", "remained", "become", "becomes",  "became",   "grew", "growing", "sound", "sounds",
         "sounded", "looks",    "looked", "becoming", "getting",  "got"});
    if (be == 0) return;
    const Cue& cue = *entries->front();
    Finding f;
    f.verb = &cue;
    const bool copula = listed(l_.word(be - 1), copulas);
    f.cue = {copula ? be - 1 : i, i + 1};
    std::size_t at = i + 1;
    const std::string_view with = complement(cue, at);
    const bool clause = with.empty() && cue.introduces("that") && begins_clause(l_, at, end_);
    if (with.empty() && !clause) return;
    const auto subject = copula ? subject_of(l_, be - 1) : bearer(i, be - 1);
    if (!subject || l_.word(subject->first) == "it" || l_.word(subject->first) == "that") return;
    f.source = *subject;
    if (clause ? (f.content = {at, end_}, false) : !take(f, at, with)) return;
    f.rule = "adjective and complement";
    add(f, f.cue.first);
  }

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

  // "reportedly", "seems to": somebody's report or impression, nobody named.
  void evidential(std::size_t i) {
    static constexpr auto hearsay =
        std::to_array<std::string_view>({"reportedly", "allegedly", "supposedly", "purportedly"});
    static constexpr auto impressions =
        std::to_array<std::string_view>({"seem", "seems", "seemed", "appear", "appears", "appeared"});
    Finding f;
    f.cue = {i, i + 1};
    if (listed(l_.word(i), hearsay)) {
      std::size_t verb = i + 1;
      while (verb < end_ && verb < i + 4 && !is_verb(l_.tag(verb))) ++verb;
      const auto subject = is_verb(l_.tag(verb)) ? subject_of(l_, verb) : std::nullopt;
      f.rule = "hearsay adverb";
      if (i == 0 && i + 2 < end_) {
        f.content = {l_.tag(1) == Tag::comma ? std::size_t{2} : std::size_t{1}, end_};
      } else if (subject && subject->end <= i) {
        f.content = *subject;
        f.resumed = Range{i + 1, clause_end(l_, i + 1, end_)};
      }
    } else if (listed(l_.word(i), impressions)) {
      const auto subject = subject_of(l_, i);
      const Tag next = l_.tag(i + 1);
      if (!subject || !(next == Tag::TO || next == Tag::JJ || is_adverb(next) || next == Tag::VBN)) return;
      f.rule = seeming;
      f.content = *subject;
      f.resumed = Range{i + 1, clause_end(l_, i + 1, end_)};
    }
    if (f.content.empty() || (f.resumed && f.resumed->empty())) return;
    add(f, f.cue.first);
  }

  // Which complement of the cue begins here, if any.
  std::string_view complement(const Cue& cue, std::size_t at) const {
    if (at + 1 >= end_ || l_.quotation(at) >= 0) return {};
    for (const std::string& way : cue.prepositions) {
      if (way == "to_do" ? l_.tag(at) == Tag::TO && l_.tag(at + 1) == Tag::VB
                         : l_.word(at) == way && !(way == "to" && l_.tag(at + 1) == Tag::VB) &&
                               !(way == "that" && (l_.is_finite(at + 1) || l_.tag(at) == Tag::WDT)))
        return way;
    }
    return {};
  }

  bool take(Finding& f, std::size_t at, std::string_view with) const {
    if (with == "that" || with == "whether") {
      f.content = {at, end_};
      return true;
    }
    if (with == "to_do") {
      f.content = {at, clause_end(l_, at, end_)};
      return true;
    }
    f.cue.end = at + 1;
    std::size_t first = at + 1;
    while (is_adverb(l_.tag(first))) ++first;
    if (const auto phrase = l_.phrase_from(first, false)) {
      if (l_.is_time({phrase->first, phrase->end})) return false;
      f.content = {at + 1, phrase->end};
    } else if (l_.tag(first) == Tag::VBG || is_question_word(l_, first)) {
      f.content = {at + 1, clause_end(l_, first, end_)};
    } else if (starts_quotation(l_, first)) {
      std::size_t end = first + 1;
      while (end < end_ && l_.quotation(end) == l_.quotation(first)) ++end;
      f.content = {at + 1, end};
    }
    return !f.content.empty();
  }

  // "Smith's", "his".
  Range possessor(const Phrase& p) const {
    for (std::size_t i = p.head; i-- > p.first;) {
      if (l_.tag(i) == Tag::PRPS) return {i, i + 1};
      if (l_.possessive(i)) return {p.first, i + 1};
    }
    return {};
  }

  static bool is_agent_preposition(std::string_view word) {
    return word == "by" || word == "from" || word == "among";
  }

  Range agent_after(std::size_t at) const {
    if (!is_agent_preposition(l_.word(at))) return {};
    const auto agent = speaker_from(l_, at + 1);
    return agent ? *agent : Range{};
  }

  Range subject_of_light_verb(const Phrase& p) const {
    std::size_t verb = p.first;
    while (verb > 0 && is_adverb(l_.tag(verb - 1))) --verb;
    // By the tree its object, wherever it stands.
    const std::size_t above = l_.arcs().head(p.head);
    if (above < p.first && l_.arcs().relation(p.head) == Relation::obj) verb = above + 1;
    if (verb == 0 || !is_verb(l_.tag(verb - 1)) || !listed(l_.word(verb - 1), light_verbs)) return {};
    const auto subject = subject_of(l_, verb - 1);
    return subject ? *subject : Range{};
  }

  // What a verb already takes as its content begins with this noun, or the noun stands inside what is said.
  void add(Finding& f, std::size_t first) {
    for (std::size_t i = 0; i < verbs_; ++i) {
      const Finding& verb = found_[i];
      if (verb.cue.contains(f.cue.first) || f.cue.contains(verb.cue.first)) return;
      if (verb.content.contains(f.cue.first) && verb.content.first != first) return;
      if (verb.content.first == f.content.first || verb.content.first == first) return;
    }
    for (std::size_t i = f.content.first; i < f.content.end; ++i)
      if (l_.quotation(i) >= 0 && l_.quotation(i) == l_.quotation(f.cue.first)) return;
    found_.push_back(f);
  }

  const Layout& l_;
  std::size_t end_;
  std::vector<Finding>& found_;
  std::size_t verbs_;  // how many stood there before
};

}  // namespace

void add_nominals(const Layout& layout, std::vector<Finding>& found) {
  Nominals(layout, found).run();
}

}  // namespace tenor
