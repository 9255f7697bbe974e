#include "tenor/stance/view_holder.h"

#include <array>

#include "tenor/text/listed.h"

namespace tenor {
namespace {

// Heads of names that are no persons and no bodies.
constexpr auto things = std::to_array<std::string_view>(
    {"act",       "bill",     "law",       "agreement",  "treaty",    "deal",       "plan",     "article",
     "pact",      "protocol", "amendment", "resolution", "accord",    "initiative", "war",      "brexit",
     "twitter",   "facebook", "monday",    "tuesday",    "wednesday", "thursday",   "friday",   "saturday",
     "sunday",    "january",  "february",  "march",      "april",     "june",       "july",     "august",
     "september", "october",  "november",  "december",   "covid-19",  "election",   "elections"});

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
    {"number", "order",   "letter",    "matter",     "power",    "paper",    "murder",    "border",
     "answer", "river",   "water",     "offer",      "center",   "chapter",  "disaster",  "weather",
     "summer", "winter",  "september", "computer",   "register", "disorder", "character", "poster",
     "banner", "corner",  "error",     "terror",     "factor",   "labor",    "horror",    "sector",
     "honor",  "favor",   "manner",    "newsletter", "danger",   "fever",    "quarter",   "dollar",
     "tower",  "shower",  "cover",     "barrier",    "theater",  "master",   "fire",      "filter",
     "cancer", "trigger", "career",    "transfer",   "clear",    "similar",  "prior",     "minor",
     "color",  "colour",  "behavior",  "sugar",      "wonder",   "tender",   "gender",    "hammer",
     "layer"});

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

bool is_first_person(std::string_view w) {
  static constexpr auto words =
      std::to_array<std::string_view>({"i", "we", "me", "us", "i'm", "i've", "i'll", "i'd", "we're", "we've",
                                       "we'll", "we'd", "let's", "myself", "ourselves"});
  return listed(w, words);
}

bool is_first_person_owner(std::string_view w) {
  return w == "my" || w == "our" || w == "mine" || w == "ours";
}

bool is_second_person(std::string_view w) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"you", "your", "yours", "you're", "you've", "you'll", "you'd", "yourself", "yourselves"});
  return listed(w, words);
}

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

}  // namespace tenor
