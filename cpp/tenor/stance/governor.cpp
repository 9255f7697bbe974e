#include "tenor/stance/governor.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>

#include "tenor/stance/arguments.h"
#include "tenor/stance/finite_clause.h"
#include "tenor/stance/lexis.h"
#include "tenor/text/listed.h"
#include "tenor/text/word_map.h"

namespace tenor {
namespace {

struct Governor {
  int sign;
  std::string preposition;  // "to" with an infinitive: "to+"
  bool agent = false;       // the noun names who judges: "a supporter of"
};

using Governors = WordMap<std::vector<Governor>>;

const Governors& governors() {
  static const Governors all = [] {
    Governors out;
    auto add = [&](std::string_view list, bool infinitive, bool agent) {
      std::istringstream lines{std::string(list)};
      for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        int sign = 0;
        std::string preposition = "to+", word;
        if (!(fields >> sign) || (!infinitive && !(fields >> preposition))) continue;
        while (fields >> word) out[word].push_back({sign, preposition, agent});
      }
    };
    add(agent_list, false, true);
    add(governor_list, false, false);
    add(infinitive_list, true, false);
    return out;
  }();
  return all;
}

// Verbs whose subject holds the view that their object names: "voiced support", not "faced criticism".
bool carries(std::string_view verb) {
  static constexpr auto verbs = std::to_array<std::string_view>(
      {"express",  "voice",    "have",        "show",     "reiterate", "declare",  "announce", "give",
       "offer",    "pledge",   "renew",       "repeat",   "make",      "launch",   "file",     "bring",
       "lead",     "stage",    "hold",        "join",     "organize",  "organise", "begin",    "start",
       "issue",    "state",    "signal",      "maintain", "extend",    "lend",     "throw",    "add",
       "reaffirm", "share",    "feel",        "raise",    "impose",    "continue", "pursue",   "wage",
       "mount",    "indicate", "demonstrate", "register"});
  static constexpr auto irregular =
      std::to_array<std::string_view>({"has", "had", "having", "gave", "given", "made", "making", "brought",
                                       "led", "held", "began", "lent", "threw", "felt", "having"});
  if (listed(verb, irregular) || listed(verb, verbs)) return true;
  for (const std::size_t cut : {1U, 2U, 3U}) {
    if (verb.size() <= cut + 2) continue;
    const std::string_view stem = verb.substr(0, verb.size() - cut);
    const std::string_view ending = verb.substr(verb.size() - cut);
    if (ending != "s" && ending != "d" && ending != "ed" && ending != "es" && ending != "ing") continue;
    if (listed(stem, verbs) || (ending == "ing" && listed(std::string(stem) + "e", verbs))) return true;
  }
  return false;
}

class Finder {
 public:
  explicit Finder(const Layout& layout) : l_(layout), end_(text_end(layout)) {}

  std::vector<Judgement> run() {
    for (std::size_t i = 0; i < end_; ++i) read(i);
    return std::move(out_);
  }

 private:
  void read(std::size_t i) {
    const auto* found = governors().find(l_.word(i));
    if (!found) return;
    for (const Governor& g : *found) {
      const bool to_verb = g.preposition == "to+" && l_.word(i + 1) == "to" && l_.tag(i + 2) == Tag::VB;
      if (!to_verb && (l_.word(i + 1) != g.preposition || l_.tag(i + 2) == Tag::VB)) continue;
      Judgement j;
      j.word = j.verb = i;
      j.ground = Ground::noun;
      j.target = to_verb ? Range{i + 2, stretch_end(l_, i + 2, end_)} : object_at(l_, i + 2, end_);
      j.sign = g.sign;
      if (j.target.empty() || !held(j, g.agent)) return;
      out_.push_back(j);
      return;
    }
  }

  // Finds who holds it, in j.holder, and whether that is denied.
  bool held(Judgement& j, bool agent) const {
    const std::size_t i = j.word;
    const Phrase* phrase = l_.phrase_at(i);
    const std::size_t first = phrase ? phrase->first : i;
    for (std::size_t w = first; w < i; ++w)
      if (l_.word(w) == "no" || l_.word(w) == "not" || l_.word(w) == "little") j.sign = -j.sign;
    // "In support of her candidacy, she ...", "marched in favour of ...".
    if (!agent && first > 0 && l_.word(first - 1) == "in" && l_.word(i + 1) != "in") {
      if (first == 1) {
        if (l_.tag(j.target.end) != Tag::comma) return false;
        const auto subject = l_.phrase_from(j.target.end + 1, false);
        if (!subject || !may_hold(l_, *subject)) return false;
        j.holder = *subject;
        return true;
      }
      return of_verb_before(j, first - 1);
    }
    std::size_t v = first;
    while (v > 0 && (l_.tag(v - 1) == Tag::RB || l_.tag(v - 1) == Tag::RBR || l_.tag(v - 1) == Tag::JJ)) --v;
    const bool after_verb = v > 0 && (is_verb(l_.tag(v - 1)) || is_copula(l_, v - 1));
    if (after_verb) {
      --v;
      const bool be = is_copula(l_, v);
      if (!be && (agent || !carries(l_.word(v)))) return agent && as_itself(j, first);
      if (is_passive_verb(l_, v) && !be) return false;
      if (has_negation(l_, {l_.group_start(v), v}) || (be && has_negation(l_, {v, first}))) j.sign = -j.sign;
      j.verb = v;
      j.holder = l_.tag(v) == Tag::PRP ? Range{v, v + 1} : agent_of(l_, v);
      return may_hold(l_, j.holder);
    }
    if (agent) return as_itself(j, first);
    if (!phrase) return false;
    // Whose it is: "her criticism of", "the union's opposition to", "criticism of the deal by the union".
    if (l_.tag(first) == Tag::PRPS) {
      j.holder = {first, first + 1};
      return true;
    }
    for (std::size_t w = first; w < i; ++w)
      if (l_.possessive(w)) {
        j.holder = {first, w + 1};
        return may_hold(l_, {w, w + 1});
      }
    for (std::size_t by = j.target.first + 1; by < j.target.end; ++by) {
      if (l_.word(by) != "by" || !may_hold(l_, {by + 1, j.target.end})) continue;
      j.holder = {by + 1, j.target.end};
      j.target.end = by;
      return true;
    }
    return false;
  }

  bool of_verb_before(Judgement& j, std::size_t at) const {
    for (std::size_t v = at; v-- > 0 && l_.tag(v) != Tag::comma;) {
      if (!is_verb(l_.tag(v))) continue;
      if (is_passive_verb(l_, v)) return false;
      j.verb = v;
      j.holder = agent_of(l_, v);
      return may_hold(l_, j.holder);
    }
    return false;
  }

  // "Smith, a critic of the plan": the name; "supporters of the plan": they themselves.
  bool as_itself(Judgement& j, std::size_t first) const {
    if (first > 1 && l_.tag(first - 1) == Tag::comma) {
      const Phrase* name = l_.phrase_ending(first - 1);
      if (name && is_name(l_.tag(name->head))) {
        j.holder = {name->first, name->end};
        return true;
      }
    }
    j.holder = {first, j.target.end};
    return true;
  }

  const Layout& l_;
  std::size_t end_;
  std::vector<Judgement> out_;
};

}  // namespace

std::vector<Judgement> find_governed(const Layout& layout) {
  return Finder(layout).run();
}

bool is_governed_at(const Layout& layout, std::size_t word) {
  const Phrase* phrase = layout.phrase_at(word);
  if (!phrase) return false;
  const auto* found = governors().find(layout.word(phrase->head));
  if (!found) return false;
  return std::any_of(found->begin(), found->end(), [&](const Governor& g) {
    return layout.word(phrase->end) == (g.preposition == "to+" ? "to" : g.preposition);
  });
}

}  // namespace tenor
