#include "tenor/stance/judgement.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "tenor/stance/lexis.h"
#include "tenor/text/word_map.h"
#include "tenor/voice/cues.h"
#include "tenor/voice/finding.h"

namespace tenor {
namespace {

struct Governor {
  int sign;
  std::string preposition;  // "to" with an infinitive: "to+"
};

using Governors = WordMap<std::vector<Governor>>;

const Governors& governors() {
  static const Governors all = [] {
    Governors out;
    auto add = [&](std::string_view list, bool infinitive) {
      std::istringstream lines{std::string(list)};
      for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        int sign = 0;
        std::string preposition = "to+", word;
        if (!(fields >> sign) || (!infinitive && !(fields >> preposition))) continue;
        while (fields >> word) out[word].push_back({sign, preposition});
      }
    };
    add(governor_list, false);
    add(infinitive_list, true);
    return out;
  }();
  return all;
}

const Cues& acts() {
  static const Cues all(act_list);
  return all;
}

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// How strong what is said of a subject must be to count, in the scorer's unit for a sentence.
constexpr double least = 0.2;
// The same where no form of "be" or the like links them: "the statement marked a sad day".
constexpr double much = 0.5;

class Judge {
 public:
  Judge(const Layout& layout, const std::vector<Range>& said, const Scorer* scorer)
      : l_(layout), said_(said), scorer_(scorer), end_(layout.size()) {
    while (end_ > 0 && l_.tag(end_ - 1) == Tag::stop) --end_;
  }

  std::vector<Judgement> run() {
    for (std::size_t i = 0; i < end_; ++i) {
      if (may_be_cue(l_, i)) {
        verb(i);
      } else {
        governor(i);
        deontic(i);
      }
    }
    for (const Range& range : said_) predicate(range);
    std::stable_sort(out_.begin(), out_.end(), [](auto& a, auto& b) { return a.word < b.word; });
    return std::move(out_);
  }

 private:
  double sentiment(Range range) const {
    if (!scorer_ || range.empty()) return 0;
    return scorer_->score(l_.text(range)).value;
  }

  // The noun phrase that begins at a word, past an opening quotation mark; a gerund with its object will do
  // too.
  Range target_at(std::size_t at) const {
    while (l_.tag(at) == Tag::quote || l_.tag(at) == Tag::RB) ++at;
    if (const auto phrase = l_.phrase_from(at, false)) return {phrase->first, std::min(phrase->end, end_)};
    const bool clause =
        l_.tag(at) == Tag::VBG || l_.tag(at) == Tag::VB || l_.tag(at) == Tag::WP || l_.word(at) == "that";
    return clause ? Range{at, clause_end(at)} : Range{};
  }

  std::size_t clause_end(std::size_t at) const {
    while (at < end_ && l_.tag(at) != Tag::comma && l_.tag(at) != Tag::colon && l_.tag(at) != Tag::quote &&
           l_.word(at) != "but" && l_.word(at) != "because")
      ++at;
    return at;
  }

  Range holder_of(std::size_t verb) const {
    const std::size_t group = l_.group_start(verb);
    std::size_t governing = verb;
    // "they will refuse to sign", "was forced to cancel": the subject of the verb above.
    if (group > 1 && l_.tag(group - 1) == Tag::TO && is_verb(l_.tag(group - 2))) governing = group - 2;
    // "accused European governments of undermining ...": those accused do it.
    if (l_.tag(verb) == Tag::VBG && group == verb && group > 0 &&
        (l_.tag(group - 1) == Tag::IN || l_.tag(group - 1) == Tag::TO)) {
      const Phrase* doer = l_.phrase_ending(group - 1);
      if (doer && doer->first > 0 && is_verb(l_.tag(doer->first - 1))) return {doer->first, doer->end};
    }
    if (const auto own = l_.own_subject(governing)) {
      Range r = *own;
      while (!r.empty() && l_.tag(r.end - 1) == Tag::comma) --r.end;
      return r;
    }
    // Shared with an earlier verb of the sentence.
    for (std::size_t v = governing; v-- > 0;) {
      if (!l_.is_finite(v) || (l_.quotation(v) != l_.quotation(verb))) continue;
      if (const auto own = l_.own_subject(v)) return *own;
    }
    return {};
  }

  const Cue* entry(const Cues& cues, std::size_t i) const {
    const auto* list = cues.find(l_.word(i));
    if (!list) return nullptr;
    for (const Cue* cue : *list) {
      if (!cue->particle.empty() && l_.word(i + 1) != cue->particle) continue;
      const std::size_t after = i + (cue->particle.empty() ? 1 : 2);
      const bool introduced = std::find(cue->prepositions.begin(), cue->prepositions.end(), l_.word(after)) !=
                              cue->prepositions.end();
      if (introduced ||
          (cue->frames != 0 && (cue->to_object != 0 || cue->to_content != 0 || evaluates(*cue))))
        return cue;
    }
    return nullptr;
  }

  // describe, call, label...: the sign is that of what the object is called.
  static bool evaluates(const Cue& cue) {
    return cue.kind == Kind::judgement && cue.to_object == 0 && (cue.frames & object);
  }

  void verb(std::size_t i) {
    const Cue* cue = entry(acts(), i);
    if (!cue) cue = entry(Cues::english(), i);
    if (!cue) return;
    const int negated = l_.is_negated(i) ? -1 : 1;
    const std::size_t after = i + (cue->particle.empty() ? 1 : 2);
    const bool introduced = std::find(cue->prepositions.begin(), cue->prepositions.end(), l_.word(after)) !=
                            cue->prepositions.end();
    if (introduced) {
      add(i, holder_of(i), target_at(after + 1), negated * cue->to_content);
      return;
    }
    const std::size_t group = l_.group_start(i);
    const bool passive = l_.is_passive(i) ||
                         (l_.tag(i) == Tag::VBN && (group == i || l_.tag(group) == Tag::RB)) ||
                         (l_.tag(i) == Tag::VBD && l_.word(i + 1) == "by");
    if (passive) {
      std::size_t by = i + 1;
      while (by < end_ && by < i + 9 && l_.word(by) != "by") ++by;
      const auto agent = l_.word(by) == "by" ? l_.phrase_from(by + 1, false) : std::nullopt;
      if (!agent || cue->to_object == 0) return;
      Range patient;
      if (const auto subject = l_.own_subject(i))
        patient = *subject;
      else if (const Phrase* p = l_.phrase_ending(group))
        patient = {p->first, p->end};
      add(i, *agent, patient, negated * cue->to_object);
      return;
    }
    std::size_t at = after;
    while (l_.tag(at) == Tag::RB) ++at;
    if (evaluates(*cue)) {
      const Range target = target_at(at);
      if (target.empty()) return;
      const double value = sentiment({target.end, end_});
      if (std::abs(value) >= least) add(i, holder_of(i), target, value > 0 ? 1 : -1);
      return;
    }
    if ((cue->frames & object) && cue->to_object != 0) {
      const Range target = target_at(at);
      if (governs(at)) return;  // "expressed support for ...": the noun says it
      if (!target.empty()) {
        add(i, holder_of(i), target, negated * cue->to_object);
        return;
      }
    }
    if ((cue->frames & doing) && l_.tag(at) == Tag::VBG && cue->to_object != 0) {
      add(i, holder_of(i), {at, clause_end(at)}, negated * cue->to_object);
      return;
    }
    if (cue->to_content == 0) return;
    if ((cue->frames & to_do) && l_.tag(at) == Tag::TO) {
      infinitive(i, at, negated * cue->to_content);
    } else if ((cue->frames & object) && (cue->frames & (to_do | addressee))) {
      // "urged him to resign", "want foreign forces to leave"
      const auto whom = l_.phrase_from(at, false);
      if (whom && l_.tag(whom->end) == Tag::TO) infinitive(i, whom->end, negated * cue->to_content);
    } else if ((cue->frames & says) && l_.word(at) == "that" &&
               (cue->kind == Kind::demand || cue->kind == Kind::belief)) {
      add(i, holder_of(i), {at + 1, clause_end(at + 1)}, negated * cue->to_content);
    }
  }

  // "vowed to reject the deal" is about the deal; "refused to sign it" is against signing.
  void infinitive(std::size_t i, std::size_t to, int sign) {
    const std::size_t v = to + 1;
    if (entry(acts(), v) || (Cues::english().find(l_.word(v)) && entry(Cues::english(), v))) {
      if (sign > 0) return;  // the inner verb says it
    }
    add(i, holder_of(i), {v, clause_end(v)}, sign);
  }

  void governor(std::size_t i) {
    const auto* found = governors().find(l_.word(i));
    if (!found) return;
    for (const Governor& g : *found) {
      const bool to_verb = g.preposition == "to+" && l_.word(i + 1) == "to" && l_.tag(i + 2) == Tag::VB;
      if (!to_verb && (l_.word(i + 1) != g.preposition || l_.tag(i + 2) == Tag::VB)) continue;
      via_ = i;
      const Range target = to_verb ? Range{i + 2, clause_end(i + 2)} : target_at(i + 2);
      const bool none =
          i > 0 && (l_.word(i - 1) == "no" || l_.word(i - 1) == "not" || l_.word(i - 1) == "little");
      add(i, governing(i), target, none ? -g.sign : g.sign);
      return;
    }
  }

  // Does the phrase that begins here have a judging noun for its head, with what it judges?
  bool governs(std::size_t at) const {
    const Phrase* phrase = l_.phrase_at(at);
    if (!phrase) return false;
    const auto* found = governors().find(l_.word(phrase->head));
    if (!found) return false;
    return std::any_of(found->begin(), found->end(), [&](const Governor& g) {
      return l_.word(phrase->end) == (g.preposition == "to+" ? "to" : g.preposition);
    });
  }

  // Whose support it is: the subject of the verb before it, else who possesses it.
  Range governing(std::size_t i) {
    const Phrase* phrase = l_.phrase_at(i);
    const std::size_t first = phrase ? phrase->first : i;
    for (std::size_t v = first; v-- > 0 && l_.tag(v) != Tag::comma;) {
      if (!is_verb(l_.tag(v))) continue;
      via_ = v;
      return holder_of(v);
    }
    if (phrase && l_.tag(first) == Tag::PRPS) return {first, first + 1};
    if (phrase)
      for (std::size_t w = first; w < i; ++w)
        if (l_.possessive(w)) return {first, w + 1};
    return {};
  }

  // In somebody's words: "they must watch over ...", "a conversion of hearts is needed".
  void deontic(std::size_t i) {
    static constexpr auto duties = std::to_array<std::string_view>({"must", "should"});
    if (!one_of(l_.word(i), duties) || !is_said(i)) return;
    std::size_t v = i + 1;
    bool negated = false;
    while (l_.tag(v) == Tag::RB) negated = negated || l_.word(v) == "not" || l_.word(v) == "never", ++v;
    if (l_.tag(v) != Tag::VB) return;
    via_ = i;
    add(i, {}, {v, clause_end(v)}, negated ? -1 : 1);
  }

  bool is_said(std::size_t word) const {
    return std::any_of(said_.begin(), said_.end(), [&](Range r) { return r.contains(word); });
  }

  // What is said of the subject of a speaker's clause, where no judging word spoke before.
  void predicate(Range range) {
    for (std::size_t v = range.first; v < range.end; ++v) {
      if (!l_.is_finite(v) || l_.tag(v) == Tag::MD) continue;
      const auto subject = l_.own_subject(v);
      if (!subject || subject->first < range.first) continue;
      Range target = *subject;
      while (!target.empty() && l_.tag(target.end - 1) == Tag::comma) --target.end;
      if (target.empty() || is_first_person(l_.word(target.first)) || l_.tag(target.first) == Tag::WP ||
          l_.tag(target.first) == Tag::WDT)
        continue;
      // A subject's own appositions and clauses are not the thing named.
      if (const auto phrase = l_.phrase_from(target.first, false))
        target.end = std::min(target.end, phrase->end);
      const Range said{l_.group_start(v), range.end};
      for (const Judgement& j : out_)
        if (range.contains(j.word) && j.word >= said.first) return;
      const double value = sentiment(said);
      if (std::abs(value) >= (links(v) ? least : much)) add(v, {}, target, value > 0 ? 1 : -1);
      return;
    }
  }

  bool links(std::size_t verb) const {
    static constexpr auto linking = std::to_array<std::string_view>(
        {"is",         "are",         "was",          "were",    "be",     "been",    "'s",
         "remain",     "remains",     "remained",     "seem",    "seems",  "seemed",  "look",
         "looks",      "looked",      "appear",       "appears", "become", "becomes", "became",
         "represents", "represented", "constitutes",  "mean",    "means",  "deserve", "deserves",
         "marks",      "marked",      "demonstrates", "makes",   "made"});
    for (std::size_t i = l_.group_start(verb); i <= verb + 1; ++i)
      if (one_of(l_.word(i), linking)) return true;
    return false;
  }

  static bool is_first_person(std::string_view word) {
    return word == "i" || word == "we" || word == "you" || word == "there";
  }

  void add(std::size_t word, Range holder, Range target, int sign) {
    if (target.empty() || sign == 0 || target.first >= end_) return;
    target.end = std::min(target.end, end_);
    while (!target.empty() && (l_.tag(target.end - 1) == Tag::quote || l_.tag(target.end - 1) == Tag::comma))
      --target.end;
    if (target.empty() || l_.is_time(target)) return;
    for (const Judgement& j : out_)
      if (j.target.first == target.first) return;
    out_.push_back({word, is_verb(l_.tag(word)) ? word : via_, holder, target, sign});
  }

  const Layout& l_;
  const std::vector<Range>& said_;
  const Scorer* scorer_;
  std::size_t end_;
  std::size_t via_ = 0;  // the verb over the noun or adjective in hand
  std::vector<Judgement> out_;
};

}  // namespace

std::vector<Judgement> find_judgements(const Layout& layout, const std::vector<Range>& said,
                                       const Scorer* scorer) {
  if (layout.size() > longest_read) return {};

  return Judge(layout, said, scorer).run();
}

}  // namespace tenor
