#include "tenor/voice/cues.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tenor/error.h"
#include "tenor/voice/cue_list.h"
#include "tenor/voice/judging_list.h"
#include "tenor/voice/noun_list.h"

namespace tenor {
namespace {

std::vector<std::string> split(std::string_view text, char by) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : text) {
    if (c != by) {
      word.push_back(c);
    } else if (!word.empty()) {
      out.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) out.push_back(word);
  return out;
}

bool is_vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

// Verbs whose past is not made by the rules below: base, past, participle.
constexpr std::array<std::array<std::string_view, 3>, 43> irregular{{
    {"say", "said", "said"},
    {"tell", "told", "told"},
    {"write", "wrote", "written"},
    {"think", "thought", "thought"},
    {"know", "knew", "known"},
    {"feel", "felt", "felt"},
    {"find", "found", "found"},
    {"show", "showed", "shown"},
    {"speak", "spoke", "spoken"},
    {"begin", "began", "begun"},
    {"go", "went", "gone"},
    {"make", "made", "made"},
    {"swear", "swore", "sworn"},
    {"seek", "sought", "sought"},
    {"choose", "chose", "chosen"},
    {"understand", "understood", "understood"},
    {"foresee", "foresaw", "foreseen"},
    {"forecast", "forecast", "forecast"},
    {"stand", "stood", "stood"},
    {"spell", "spelled", "spelt"},
    {"hit", "hit", "hit"},
    {"learn", "learned", "learnt"},
    {"withdraw", "withdrew", "withdrawn"},
    {"plead", "pleaded", "pled"},
    {"have", "had", "had"},
    {"be", "was", "been"},
    {"broadcast", "broadcast", "broadcast"},
    {"hold", "held", "held"},
    {"see", "saw", "seen"},
    {"hear", "heard", "heard"},
    {"read", "read", "read"},
    {"sing", "sang", "sung"},
    {"put", "put", "put"},
    {"shoot", "shot", "shot"},
    {"bet", "bet", "bet"},
    {"forget", "forgot", "forgotten"},
    {"cast", "cast", "cast"},
    {"tear", "tore", "torn"},
    {"lay", "laid", "laid"},
    {"take", "took", "taken"},
    {"forgive", "forgave", "forgiven"},
    {"come", "came", "come"},
    {"strike", "struck", "struck"},
}};
// Verbs of more than one syllable that double their last consonant.
constexpr std::array<std::string_view, 11> doubled{"admit", "commit", "refer",  "rebut",  "regret", "quip",
                                                   "extol", "forget", "prefer", "concur", "submit"};

std::string doubles(const std::string& verb) {
  const std::size_t n = verb.size();
  const bool consonant_vowel_consonant = n > 2 && !is_vowel(verb[n - 1]) && verb[n - 1] != 'w' &&
                                         verb[n - 1] != 'y' && verb[n - 1] != 'x' && is_vowel(verb[n - 2]) &&
                                         (!is_vowel(verb[n - 3]) || verb == "quip");
  const auto vowels = std::count_if(verb.begin(), verb.end(), is_vowel);
  const bool listed = std::find(doubled.begin(), doubled.end(), verb) != doubled.end();
  return consonant_vowel_consonant && (vowels == 1 || listed) ? verb + verb.back() : verb;
}

// say -> say says said said saying
std::vector<std::string> forms(const std::string& verb) {
  const char last = verb.back();
  const bool consonant_y = last == 'y' && verb.size() > 1 && !is_vowel(verb[verb.size() - 2]);
  const std::string stem = verb.substr(0, verb.size() - 1);
  const bool hisses =
      last == 's' || last == 'x' || last == 'z' || verb.ends_with("ch") || verb.ends_with("sh");
  std::vector<std::string> out{verb, consonant_y             ? stem + "ies"
                                     : hisses || last == 'o' ? verb + "es"
                                                             : verb + "s"};
  const auto special =
      std::find_if(irregular.begin(), irregular.end(), [&](auto& row) { return row[0] == verb; });
  if (special != irregular.end()) {
    out.emplace_back((*special)[1]);
    out.emplace_back((*special)[2]);
  } else {
    out.push_back(last == 'e' ? verb + "d" : consonant_y ? stem + "ied" : doubles(verb) + "ed");
  }
  const bool silent_e = last == 'e' && !verb.ends_with("ee") && verb.size() > 2;
  const bool doubled_anyway = verb == "begin";
  out.push_back((silent_e ? stem : doubled_anyway ? verb + "n" : doubles(verb)) + "ing");
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Kind kind_named(std::string_view text) {
  for (const auto& [label, kind] : {std::pair{"statement", Kind::statement},
                                    {"belief", Kind::belief},
                                    {"demand", Kind::demand},
                                    {"denial", Kind::denial},
                                    {"accusation", Kind::accusation},
                                    {"judgement", Kind::judgement}})
    if (text == label) return kind;
  throw Error("no such kind of cue: " + std::string(text));
}

unsigned frames_named(std::string_view text) {
  unsigned out = 0;
  for (const char c : text) {
    switch (c) {
      case 's':
        out |= says;
        break;
      case 't':
        out |= to_do;
        break;
      case 'o':
        out |= object;
        break;
      case 'w':
        out |= whether;
        break;
      case 'g':
        out |= doing;
        break;
      case 'a':
        out |= addressee;
        break;
      case 'r':
        out |= remarks;
        break;
      case 'c':
        out |= that_clause;
        break;
      case 'd':
        out |= found_object;
        break;
      case 'm':
        out |= worded_object;
        break;
      case 'n':
        out |= parsed_object;
        break;
      case 'p':
        out |= object_as;
        break;
      case '-':
        break;
      default:
        throw Error("no such frame of a cue: " + std::string(1, c));
    }
  }
  return out;
}

}  // namespace

const Cues& Cues::english() {
  static const Cues cues(std::string(cue_list) + std::string(judging_list));
  return cues;
}

const Cues& Cues::nouns() {
  static const Cues cues(noun_list, true);
  return cues;
}

const Cues& Cues::adjectives() {
  static const Cues cues(adjective_list, false);
  return cues;
}

const Cues& Cues::view_holders() {
  static const Cues cues(holder_list, true);
  return cues;
}

Cues::Cues(std::string_view list, bool plurals) {
  for (const std::string& line : split(list, '\n')) {
    const std::vector<std::string> fields = split(line, ' ');
    const std::size_t n = fields.size();
    if (n < 4) throw Error("a noun needs a kind, a stance and its complements: " + line);
    for (std::size_t i = 0; i + 3 < n; ++i)
      cues_.push_back({fields[i], kind_named(fields[n - 3]), 0, split(fields[n - 1], ','), "", 0,
                       std::stoi(fields[n - 2])});
  }
  for (const Cue& cue : cues_) {
    by_form_[cue.lemma].push_back(&cue);
    if (plurals)
      for (const std::string& form : forms(cue.lemma))
        if (form.ends_with("s")) by_form_[form].push_back(&cue);
  }
}

Cues::Cues(std::string_view list) {
  for (const std::string& line : split(list, '\n')) {
    std::vector<std::string> fields = split(line, ' ');
    std::vector<std::string> prepositions;
    // From the end: prepositions (if any), frames, two stances, the kind; all before are verbs.
    if (fields.back().find_first_not_of("stowagrcpnmd-") != std::string::npos || fields.size() < 5 ||
        (fields[fields.size() - 2].find_first_of("01") == std::string::npos)) {
      prepositions = split(fields.back(), ',');
      fields.pop_back();
    }
    const std::size_t n = fields.size();
    if (n < 5) throw Error("a cue needs verbs, a kind, two stances and frames: " + line);
    for (std::size_t i = 0; i + 4 < n; ++i) {
      const auto parts = split(fields[i], '_');
      cues_.push_back({parts[0], kind_named(fields[n - 4]), frames_named(fields[n - 1]), prepositions,
                       parts.size() > 1 ? parts[1] : "", std::stoi(fields[n - 3]), std::stoi(fields[n - 2])});
    }
  }
  for (const Cue& cue : cues_)
    for (const std::string& form : forms(cue.lemma)) by_form_[form].push_back(&cue);
  for (auto& entries : by_form_.values())
    std::stable_sort(entries.begin(), entries.end(), [](const Cue* a, const Cue* b) {
      auto rank = [](const Cue* c) { return !c->particle.empty() ? 0 : c->frames == 0 ? 1 : 2; };
      return rank(a) < rank(b);
    });
}

}  // namespace tenor
