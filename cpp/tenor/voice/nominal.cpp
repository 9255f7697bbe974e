#include "tenor/voice/nominal.h"

#include <algorithm>
#include <array>

#include "tenor/voice/adjectival.h"
#include "tenor/voice/clause.h"
#include "tenor/voice/evidential.h"
#include "tenor/voice/grammar.h"
#include "tenor/voice/noun_frame.h"
#include "tenor/voice/noun_list.h"
#include "tenor/voice/subject.h"

namespace tenor {
namespace {

// Verbs that only carry the noun: "made the claim that", "has doubts about".
constexpr auto light_verbs = std::to_array<std::string_view>(
    {"make",      "makes",      "made",      "making",    "have",     "has",       "had",       "having",
     "issue",     "issues",     "issued",    "issuing",   "express",  "expresses", "expressed", "voice",
     "voiced",    "voicing",    "raise",     "raises",    "raised",   "raising",   "offer",     "offers",
     "offered",   "offering",   "give",      "gives",     "gave",     "giving",    "share",     "shares",
     "shared",    "hold",       "holds",     "held",      "repeat",   "repeated",  "renew",     "renewed",
     "launch",    "launched",   "deliver",   "delivered", "announce", "announced", "declare",   "declared",
     "take",      "took",       "takes",     "taken",     "taking",   "lodged",    "filed",     "put",
     "state",     "stated",     "signaled",  "posed",     "asked",    "ask",       "asks",      "expressing",
     "launching", "unleashed",  "sent",      "sends",     "send",     "presented", "presents",  "reached",
     "adopted",   "outlined",   "outlines",  "mounted",   "leveled",  "levelled",  "hurled",    "wrote",
     "throw",     "throws",     "threw",     "thrown",    "throwing", "cast",      "casting",   "pay",
     "pays",      "paid",       "paying",    "drew",      "draw",     "draws",     "kept",      "keeps",
     "keep",      "maintained", "maintains", "turned",    "called"});

// Verbs that say that the subject has it from others: "won the support of".
constexpr auto receiving_verbs = std::to_array<std::string_view>(
    {"win",     "wins",      "won",     "winning",  "receive", "receives", "received", "receiving", "earn",
     "earns",   "earned",    "earning", "draw",     "draws",   "drew",     "drawn",    "drawing",   "face",
     "faces",   "faced",     "facing",  "secure",   "secured", "get",      "gets",     "got",       "getting",
     "gain",    "gained",    "have",    "has",      "had",     "having",   "enjoy",    "enjoys",    "enjoyed",
     "attract", "attracted", "lost",    "lose",     "loses",   "losing",   "picked",   "garnered",  "met",
     "avoided", "spark",     "sparked", "prompted", "provoked"});

constexpr auto be = std::to_array<std::string_view>(
    {"is", "was", "are", "were", "be", "been", "become", "became", "remains"});

class Nominals {
 public:
  Nominals(const Layout& layout, std::vector<Finding>& found)
      : l_(layout), end_(sentence_end(layout)), found_(found), verbs_(found.size()) {}

  void run() {
    for (const Phrase& p : l_.phrases())
      if (l_.quotation(p.head) < 0 && p.head < end_ && !is_name(l_.tag(p.head))) noun(p);
    add_adjectives(l_, verbs_, found_);
    add_evidentials(l_, verbs_, found_);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Finding& a, const Finding& b) { return a.cue.first < b.cue.first; });
  }

 private:
  void noun(const Phrase& p) {
    if (const auto* holders = Cues::view_holders().find(l_.word(p.head))) {
      held(*holders->front(), p);
    } else if (const auto* entries = Cues::nouns().find(l_.word(p.head))) {
      for (const Cue* cue : *entries)
        if (received(*cue, p) || equated(*cue, p) || introduced(*cue, p)) return;
    }
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
      with = complement_at(l_, cue, at);
      if (!with.empty()) break;
      if (l_.tag(at) != Tag::IN || l_.quotation(at) >= 0) return false;
      const Phrase* next = l_.phrase_at(at + 1);
      if (!next || next->first != at + 1 || Cues::nouns().find(l_.word(next->head))) return false;
      at = next->end;
      if (!is_agent_preposition(l_.word(next->first - 1)) || !f.source.empty()) continue;
      f.source = speaker_from(l_, next->first).value_or(Range{next->first, next->end});
      at = f.source.end;
    }
    if (with.empty() || !take_introduced(l_, at, with, f)) return false;
    const std::size_t governed = l_.arcs().subtree(p.head).end;
    if (!l_.arcs().empty() && f.content.first + 1 < governed)
      f.content.end = std::min(f.content.end, governed);
    if (f.source.empty()) f.source = agent_after(f.content.end);
    if (f.source.empty()) f.source = subject_of_light_verb(p);
    f.rule = with == "that"    ? "noun and that-clause"
             : with == "to_do" ? "noun and infinitive"
                               : "noun and preposition";
    if (f.source.empty() && !tells_alone(cue, with)) return false;
    add_beside(l_, verbs_, f, p.first, found_);
    return true;
  }

  // "Concerns that the bank may fail", "calls for reform": somebody's, though whose is not told.
  static bool tells_alone(const Cue& cue, std::string_view with) {
    static constexpr auto acts = std::to_array<std::string_view>(
        {"endorsement", "praise", "rejection", "denial", "denunciation", "defense", "defence", "allegation",
         "accusation", "opposition", "call", "demand"});
    static constexpr auto abstract =
        std::to_array<std::string_view>({"idea", "notion", "reminder", "assurance", "guarantee"});
    const bool clause = with == "that" || with == "about" || with == "whether";
    return clause ? !listed(cue.lemma, abstract) : listed(cue.lemma, acts);
  }

  // "Lima won the support of voters", "drew criticism from the council": what others think of the subject.
  bool received(const Cue& cue, const Phrase& p) {
    const std::size_t of = p.head + 1;
    if (cue.kind != Kind::judgement || !(l_.word(of) == "of" || is_agent_preposition(l_.word(of))))
      return false;
    const std::size_t verb = governing_verb(p);
    if (verb == Arcs::none || !listed(l_.word(verb), receiving_verbs)) return false;
    const auto source = speaker_from(l_, of + 1);
    const auto subject = subject_of(l_, verb);
    if (!source || !subject) return false;
    Finding f;
    f.verb = &cue;
    f.cue = {p.head, of + 1};
    f.source = *source;
    f.content = *subject;
    f.before = true;
    f.rule = "judgement received";
    add_beside(l_, verbs_, f, p.first, found_);
    return true;
  }

  // "His message is that ...", "the question was whether ...", "his answer: \"...\"".
  bool equated(const Cue& cue, const Phrase& p) {
    std::size_t at = p.end;
    const bool label = l_.word(at) == ":" && starts_quotation(l_, at + 1);
    if (!label) {
      for (const Phrase* next = l_.phrase_at(at + 1); hangs_on_noun(l_, at) && next && next->first == at + 1;
           next = l_.phrase_at(at + 1))
        at = next->end;
      while (is_adverb(l_.tag(at)) || l_.is_auxiliary(at)) ++at;
      if (at == p.end || !listed(l_.word(at - 1), be)) return false;
      if (l_.word(at) != "that" && !is_question_word(l_, at)) return false;
    }
    Finding f;
    f.verb = &cue;
    f.cue = {p.head, label ? at + 1 : at};
    f.source = possessor(p);
    static constexpr auto things = std::to_array<std::string_view>(
        {"issue", "story", "narrative", "explanation", "sense", "analysis", "case"});
    if (f.source.empty() && (label || listed(cue.lemma, things))) return false;
    f.content = {f.cue.end, end_};
    f.rule = "noun and what it is";
    add_beside(l_, verbs_, f, p.first, found_);
    return true;
  }

  // "Lima is a critic of the plan".
  void held(const Cue& cue, const Phrase& p) {
    if (p.first == 0 || !listed(l_.word(p.first - 1), be)) return;
    const std::string_view with = complement_at(l_, cue, p.end);
    const auto subject = subject_of(l_, p.first - 1);
    Finding f;
    f.verb = &cue;
    f.cue = {p.first - 1, p.end};
    if (with.empty() || !subject || !take_introduced(l_, p.end, with, f)) return;
    f.source = *subject;
    f.rule = "holder of a view";
    add_beside(l_, verbs_, f, p.first, found_);
  }

  // "Smith's", "his"; in "Smith stepped up his attacks" the subject whom "his" stands for.
  Range possessor(const Phrase& p) const {
    for (std::size_t i = p.head; i-- > p.first;) {
      if (l_.possessive(i)) return {p.first, i + 1};
      if (l_.tag(i) != Tag::PRPS) continue;
      const std::size_t verb = governing_verb(p);
      const auto subject = verb != Arcs::none && !l_.cues(verb) ? subject_of(l_, verb) : std::nullopt;
      return subject.value_or(Range{i, i + 1});
    }
    return {};
  }

  static bool is_agent_preposition(std::string_view word) {
    return word == "by" || word == "from" || word == "among";
  }

  Range agent_after(std::size_t at) const {
    if (!is_agent_preposition(l_.word(at))) return {};
    return speaker_from(l_, at + 1).value_or(Range{});
  }

  // The verb whose object a noun is: by the tree wherever it stands, by tags right before.
  std::size_t governing_verb(const Phrase& p) const {
    const std::size_t above = l_.arcs().head(p.head);
    if (above < p.first && l_.arcs().relation(p.head) == Relation::obj) return above;
    std::size_t after = p.first;
    while (after > 0 && is_adverb(l_.tag(after - 1))) --after;
    return after > 0 && is_verb(l_.tag(after - 1)) ? after - 1 : Arcs::none;
  }

  Range subject_of_light_verb(const Phrase& p) const {
    const std::size_t verb = governing_verb(p);
    if (verb == Arcs::none || !listed(l_.word(verb), light_verbs)) return {};
    if (const auto own = subject_of(l_, verb)) return *own;
    const auto shared = l_.arcs().empty() ? std::nullopt : shared_by_arcs(l_, verb);
    return shared ? shared->subject : Range{};
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
