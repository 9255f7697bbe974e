#include "tenor/stance/arguments.h"
#include "tenor/text/listed.h"
#include "tenor/voice/subject.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tenor {
namespace {

// Heads of names that are no persons and no bodies.
constexpr auto things = std::to_array<std::string_view>(
    {"act",       "bill",     "law",       "agreement",  "treaty",    "deal",       "plan",      "article",
     "pact",      "protocol", "amendment", "resolution", "accord",    "initiative", "war",       "brexit",
     "twitter",   "facebook", "monday",    "tuesday",    "wednesday", "thursday",   "friday",    "saturday",
     "sunday",    "january",  "february",  "march",      "april",     "june",       "july",      "august",
     "september", "october",  "november",  "december",   "covid-19",  "election",   "elections", "disguise"});

// Common nouns for groups and institutions, in the singular; those for persons mostly end as below.
constexpr auto holders = std::to_array<std::string_view>({"government",   "administration",
                                                          "party",        "parliament",
                                                          "senate",       "congress",
                                                          "legislature",  "council",
                                                          "court",        "police",
                                                          "army",         "military",
                                                          "force",        "country",
                                                          "nation",       "state",
                                                          "company",      "firm",
                                                          "union",        "group",
                                                          "committee",    "commission",
                                                          "board",        "ministry",
                                                          "department",   "agency",
                                                          "office",       "house",
                                                          "opposition",   "majority",
                                                          "minority",     "coalition",
                                                          "alliance",     "movement",
                                                          "community",    "church",
                                                          "public",       "people",
                                                          "team",         "family",
                                                          "side",         "crowd",
                                                          "club",         "bank",
                                                          "school",       "university",
                                                          "college",      "organization",
                                                          "organisation", "association",
                                                          "federation",   "league",
                                                          "institute",    "foundation",
                                                          "authority",    "body",
                                                          "cabinet",      "staff",
                                                          "crew",         "regime",
                                                          "palace",       "kremlin",
                                                          "hospital",     "jury",
                                                          "tribunal",     "assembly",
                                                          "mission",      "network",
                                                          "campaign",     "delegation",
                                                          "man",          "woman",
                                                          "men",          "women",
                                                          "child",        "children",
                                                          "person",       "youth",
                                                          "victim",       "citizen",
                                                          "king",         "queen",
                                                          "prince",       "princess",
                                                          "pope",         "mayor",
                                                          "judge",        "chief",
                                                          "president",    "head",
                                                          "spokesperson", "official",
                                                          "politician",   "student",
                                                          "parent",       "mother",
                                                          "father",       "wife",
                                                          "husband",      "son",
                                                          "daughter",     "brother",
                                                          "sister",       "friend",
                                                          "critic",       "activist",
                                                          "expert",       "analyst",
                                                          "boss",         "coach",
                                                          "fan",          "rebel",
                                                          "troop",        "guard",
                                                          "ally",         "clergy",
                                                          "priest",       "bishop",
                                                          "witness",      "candidate",
                                                          "delegate",     "diplomat",
                                                          "scientist",    "journalist",
                                                          "doctor",       "nurse",
                                                          "driver",       "artist",
                                                          "mp",           "deputy",
                                                          "relative",     "colleague",
                                                          "neighbor",     "neighbour",
                                                          "resident",     "republican",
                                                          "democrat",     "conservative",
                                                          "liberal",      "taliban",
                                                          "hacker",       "chair",
                                                          "star",         "celebrity",
                                                          "patient",      "migrant",
                                                          "refugee",      "immigrant",
                                                          "applicant",    "defendant",
                                                          "participant",  "accountant",
                                                          "assistant",    "plaintiff",
                                                          "prosecution",  "defense",
                                                          "defence",      "faction",
                                                          "watchdog",     "charity",
                                                          "embassy",      "tribe",
                                                          "province",     "district",
                                                          "city",         "town",
                                                          "county",       "media",
                                                          "outlet",       "newspaper",
                                                          "accused",      "official",
                                                          "many",         "some",
                                                          "several",      "few",
                                                          "most",         "others",
                                                          "all",          "one",
                                                          "both",         "half"});
// Nouns in -er and -or that are no persons.
constexpr auto no_agents = std::to_array<std::string_view>(
    {"number", "order",  "letter",    "matter",     "power",    "paper",    "murder",    "border",
     "answer", "river",  "water",     "offer",      "center",   "chapter",  "disaster",  "weather",
     "summer", "winter", "september", "computer",   "register", "disorder", "character", "poster",
     "banner", "corner", "error",     "terror",     "factor",   "labor",    "horror",    "sector",
     "honor",  "favor",  "manner",    "newsletter", "danger",   "fever",    "quarter",   "dollar",
     "tower",  "shower", "cover",     "barrier",    "theater",  "master",   "fire",      "filter",
     "cancer", "trigger"});

std::string_view singular(std::string_view w) {
  if (w.ends_with("'s")) w.remove_suffix(2);
  if (w.ends_with('\'')) w.remove_suffix(1);
  if (w.size() > 3 && w.ends_with('s') && !w.ends_with("ss")) w.remove_suffix(1);
  return w;
}

bool names_a_holder(std::string_view word) {
  const std::string_view w = singular(word);
  if (listed(w, holders) || listed(word, holders)) return true;
  if (w.ends_with("ie") && listed(std::string(w.substr(0, w.size() - 2)) + "y", holders)) return true;
  if (listed(w, no_agents) || w.size() < 5) return false;
  for (const std::string_view ending :
       {"er", "or", "ist", "ian", "man", "woman", "men", "women", "eer", "crat"})
    if (w.ends_with(ending)) return true;
  return false;
}

}  // namespace

bool may_hold(const Layout& l, Range phrase) {
  if (phrase.empty()) return false;
  const Phrase* base = l.phrase_at(phrase.first);
  const std::size_t head = base && base->head < phrase.end ? base->head : phrase.end - 1;
  const Tag t = l.tag(head);
  std::string_view w = l.word(head);
  // "52% of the voters", "a majority of members"
  if (l.word(head + 1) == "of" && head + 2 < phrase.end && !is_name(t) &&
      (t == Tag::CD || t == Tag::DT || w == "%" || w == "percent" || w == "majority" || w == "number" ||
       w == "dozens" || w == "hundreds" || w == "thousands" || w == "millions" || w == "lot"))
    return may_hold(l, {head + 2, phrase.end});
  if (t == Tag::PRP) return true;
  if (t == Tag::WP || t == Tag::WDT) return true;
  if (t == Tag::EX) return false;
  if (w.ends_with("'s")) w.remove_suffix(2);
  if (is_name(t)) return !listed(w, things);
  return names_a_holder(w);
}

std::size_t stretch_end(const Layout& l, std::size_t at, std::size_t end) {
  while (at < end && l.tag(at) != Tag::comma && l.tag(at) != Tag::colon && l.tag(at) != Tag::quote &&
         l.word(at) != "but" && l.word(at) != "because")
    ++at;
  return at;
}

Range object_at(const Layout& l, std::size_t at, std::size_t end) {
  while (l.tag(at) == Tag::quote || l.tag(at) == Tag::RB || l.word(at) == "both") ++at;
  if (at >= end) return {};
  if (const auto phrase = l.phrase_from(at, false)) return {phrase->first, std::min(phrase->end, end)};
  const Tag t = l.tag(at);
  if (t == Tag::VBG || t == Tag::VB || t == Tag::WP || l.word(at) == "that")
    return {at, stretch_end(l, at, end)};
  // An adjective alone, as taggers see an abstract noun they do not know: "anti-semitism".
  if (t == Tag::JJ || t == Tag::DT) return {at, at + 1};
  return {};
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

Range agent_of(const Layout& l, std::size_t verb) {
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
