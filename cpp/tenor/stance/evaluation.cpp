#include "tenor/stance/evaluation.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tenor/stance/arguments.h"
#include "tenor/stance/finite_clause.h"
#include "tenor/text/listed.h"
#include "tenor/voice/cues.h"

namespace tenor {
namespace {

class Evaluator {
 public:
  Evaluator(const Layout& layout, const Scorer* scorer) : l_(layout), scorer_(scorer) {}

  void read(Range range) {
    imperative(range);
    bool first = true;
    for (const FiniteClause& c : finite_clauses(l_, range)) {
      const bool main = first && !c.subordinate;
      if (main) first = false;
      without(c);
      if (with(c) || needed(c) || aimed(c) || duty(c) || intention(c) || is_existential(c) || extraposed(c))
        continue;
      predicate(c, range, main);
    }
  }

  std::vector<Judgement> take() { return std::move(out_); }

 private:
  double sentiment(Range range) const {
    return !scorer_ || range.empty() ? 0 : scorer_->score(l_.text(range)).value;
  }

  // A verb of saying outside quotation marks tells who speaks, and is said by nobody.
  bool reports(std::size_t verb) const {
    const auto* found = l_.quotation(verb) < 0 ? l_.cues(verb) : nullptr;
    return found && std::any_of(found->begin(), found->end(), [](const Cue* cue) {
             return cue->kind == Kind::statement && (cue->frames & says);
           });
  }

  // "must", "should", "need to", "have to": what ought to be done, or to whom: "they must be reported".
  bool duty(const FiniteClause& c) {
    static constexpr auto modals =
        std::to_array<std::string_view>({"must", "should", "ought", "shouldn't", "mustn't"});
    static constexpr auto semi = std::to_array<std::string_view>({"need", "needs", "has", "have"});
    std::size_t v = c.verb;
    bool found = false;
    for (std::size_t i = c.group; i <= c.verb && !found; ++i) found = listed(l_.word(i), modals);
    if (!found && listed(l_.word(c.verb), semi) && l_.tag(c.verb + 1) == Tag::TO) {
      found = true;
      v = c.verb + 2;
    } else if (found && l_.word(c.verb) == "ought") {
      v = c.verb + 2;
    }
    if (!found || v >= c.end) return false;
    const int sign = has_negation(l_, {c.group, v}) ? -1 : 1;
    const bool passive = l_.is_passive(v) && !c.subject.empty();
    // "must be stopped" is against its subject.
    static constexpr auto ending = std::to_array<std::string_view>(
        {"changed",   "stopped",    "ended",     "banned",   "scrapped", "removed",   "lifted",
         "abolished", "revoked",    "reversed",  "closed",   "halted",   "prevented", "avoided",
         "cancelled", "canceled",   "withdrawn", "punished", "blamed",   "rejected",  "repealed",
         "dropped",   "eliminated", "jailed",    "fired",    "condemned"});
    add(v, passive ? c.subject : Range{v, c.end}, Ground::duty,
        passive && listed(l_.word(v), ending) ? -sign : sign);
    return true;
  }

  // "we will ...", "I'm not going to ...".
  bool intention(const FiniteClause& c) {
    if (c.subject.empty() || !is_first_person(l_.word(c.subject.first))) return false;
    std::size_t v = c.verb;
    bool will = false;
    for (std::size_t i = c.group; i <= c.verb; ++i) {
      std::string_view w = l_.word(i);
      will = will || w == "will" || w == "won't" || w.ends_with("'ll");
    }
    if (l_.word(v) == "going" && l_.tag(v + 1) == Tag::TO) will = true, v += 2;
    if (!will || v >= c.end) return false;
    add(v, {v, c.end}, Ground::intention, has_negation(l_, {c.group, v}) ? -1 : 1);
    return true;
  }

  // "We are with him", "our thoughts go to the families": solidarity.
  bool with(const FiniteClause& c) {
    if (c.subject.empty()) return false;
    static constexpr auto feelings = std::to_array<std::string_view>(
        {"thoughts", "prayers", "condolences", "sympathies", "hearts", "heart"});
    bool feels = false;
    for (std::size_t i = c.subject.first; i < c.subject.end; ++i)
      feels = feels || listed(l_.word(i), feelings);
    if (!feels && !(is_first_person(l_.word(c.subject.first)) && is_copula(l_, c.verb))) return false;
    std::size_t at = c.verb + 1;
    while (is_adverb(l_.tag(at)) || l_.word(at) == "out") ++at;
    if (l_.word(at) != "with" && !(feels && l_.word(at) == "to")) return false;
    const Range whom = object_at(l_, at + 1, c.end);
    if (!whom.empty() && l_.word(whom.first) != "you")
      add(c.verb, whom, Ground::predicate, has_negation(l_, {c.group, at}) ? -1 : 1);
    return !whom.empty();
  }

  // "What we need is ...".
  bool needed(const FiniteClause& c) {
    if (c.subject.empty() || l_.word(c.subject.first) != "what" || !is_copula(l_, c.verb)) return false;
    bool need = false;
    for (std::size_t i = c.subject.first; i < c.subject.end; ++i)
      need = need || l_.word(i) == "need" || l_.word(i) == "needs" || l_.word(i) == "want" ||
             l_.word(i) == "wants";
    if (need) add(c.verb, object_at(l_, c.verb + 1, c.end), Ground::duty, 1);
    return need;
  }

  // "Our priority is to find them."
  bool aimed(const FiniteClause& c) {
    if (c.subject.empty() || !is_copula(l_, c.verb) || l_.tag(c.verb + 1) != Tag::TO) return false;
    const std::string_view owner = l_.word(c.subject.first);
    if ((owner != "our" && owner != "my") || c.verb + 2 >= c.end) return false;
    add(c.verb, {c.verb + 2, c.end}, Ground::intention, has_negation(l_, {c.group, c.verb}) ? -1 : 1);
    return true;
  }

  // "it would not have been won without the allies": what would be missing is good.
  void without(const FiniteClause& c) {
    bool would = false;
    for (std::size_t i = c.group; i <= c.verb; ++i)
      would = would || l_.word(i) == "would" || l_.word(i).starts_with("would") || l_.word(i) == "could";
    if (!would) return;
    const std::size_t from = c.group > 16 ? c.group - 16 : 0;
    for (std::size_t i = from; i < c.end; ++i)
      if (l_.word(i) == "without" && l_.quotation(i) == l_.quotation(c.verb) && is_noun_phrase(i + 1))
        add(c.verb, object_at(l_, i + 1, c.end), Ground::predicate, 1);
  }

  bool is_noun_phrase(std::size_t at) const {
    const Phrase* p = l_.phrase_at(at);
    return p && p->first == at;
  }

  // "there is ...": says that something is, not what to think of it.
  bool is_existential(const FiniteClause& c) const {
    const std::size_t first =
        c.subject.empty() ? c.group - std::min<std::size_t>(c.group, 1) : c.subject.first;
    return l_.tag(first) == Tag::EX || l_.word(first).starts_with("there");
  }

  // "it is wrong to ...", "it is time for others to ...".
  bool extraposed(const FiniteClause& c) {
    if (c.subject.empty() || c.subject.end - c.subject.first != 1 || !is_copula(l_, c.verb)) return false;
    std::string_view it = l_.word(c.subject.first);
    if (it != "it" && it != "it's") return false;
    constexpr std::size_t reach = 9;
    const bool time = l_.word(c.verb + 1) == "time";
    for (std::size_t i = c.verb + 1; i + 1 < c.end && i < c.verb + (time ? 2 * reach : reach); ++i) {
      if (l_.tag(i) != Tag::TO || l_.tag(i + 1) != Tag::VB) continue;
      const double value = time ? 1 : sentiment({c.group, i});
      if (value != 0) add(c.verb, {i + 1, c.end}, Ground::extraposed, value > 0 ? 1 : -1);
      return true;
    }
    return false;
  }

  // A quotation, or a sentence of one, that opens with a bare verb.
  void imperative(Range range) {
    std::size_t at = range.first;
    while (at < range.end && (l_.tag(at) == Tag::quote || l_.tag(at) == Tag::comma || l_.tag(at) == Tag::UH ||
                              l_.word(at) == "please" || l_.tag(at) == Tag::CC))
      ++at;
    if (l_.quotation(at) < 0) return;
    bool negated = false;
    if (l_.word(at) == "don't" || l_.word(at) == "let's" || l_.word(at) == "never") {
      negated = l_.word(at) != "let's";
      ++at;
    } else if ((l_.word(at) == "do" && l_.word(at + 1) == "not") ||
               (l_.word(at) == "let" && l_.word(at + 1) == "us")) {
      negated = l_.word(at) == "do";
      at += 2;
    }
    while (is_adverb(l_.tag(at)) || l_.word(at) == "all") ++at;
    if (l_.tag(at) == Tag::VB && at < range.end)
      add(at, {at, stretch_end(l_, at, range.end)}, Ground::imperative, negated ? -1 : 1);
  }

  // What is said of the subject. A quotation is for the most part an opinion of what its main clause is
  // about; elsewhere only what "is" links counts.
  void predicate(const FiniteClause& c, Range range, bool main) {
    Range target = c.subject;
    if (reports(c.verb)) return;
    if (target.empty() || is_first_person(l_.word(target.first)) || l_.word(target.first) == "you") return;
    const bool one_word = target.end - target.first == 1;
    if (one_word && (l_.tag(target.first) == Tag::WP || l_.tag(target.first) == Tag::WDT)) return;
    // "nobody can put pressure on me" is about no one in particular.
    static constexpr auto indefinite = std::to_array<std::string_view>(
        {"nobody", "none", "everyone", "everybody", "anyone", "anybody", "someone", "somebody", "nothing",
         "everything", "anything", "something", "one", "there"});
    if (one_word && listed(l_.word(target.first), indefinite)) return;
    // Quoted in full, or in the part that matters: the talks were "useful".
    bool leading = false;
    for (std::size_t i = c.verb; main && i < range.end; ++i) leading = leading || l_.quotation(i) >= 0;
    if (!leading && !is_copula(l_, c.verb)) return;
    // Outside quotation marks a pronoun is for the most part the speaker: "they said they had gone".
    const std::string_view word = l_.word(target.first);
    if (target.first > 0 && l_.word(target.first - 1) == "let's") return;
    if (one_word && l_.quotation(c.verb) < 0 && (word == "he" || word == "she" || word == "they")) return;
    if (const auto phrase = l_.phrase_from(target.first, false))
      target.end = std::min(target.end, phrase->end);
    Judgement j{c.verb, c.verb, {}, target, 0, Ground::predicate};
    j.value = sentiment({c.group, main ? range.end : c.end});
    // What befalls somebody is no opinion of them: "the town was destroyed", "they suffered losses".
    static constexpr auto befalls = std::to_array<std::string_view>(
        {"suffer", "suffered", "suffers", "die", "died", "dies", "collapsed", "lost", "lose", "loses",
         "faced", "faces", "endured", "survived", "received"});
    if (j.value <= 0 && (l_.is_passive(c.verb) || listed(l_.word(c.verb), befalls))) return;
    j.leading = leading;
    out_.push_back(j);
  }

  void add(std::size_t word, Range target, Ground ground, int sign) {
    out_.push_back({word, word, {}, target, sign, ground});
  }

  const Layout& l_;
  const Scorer* scorer_;
  std::vector<Judgement> out_;
};

}  // namespace

std::vector<Judgement> find_evaluations(const Layout& layout, const std::vector<Range>& said,
                                        const Scorer* scorer) {
  Evaluator evaluator(layout, scorer);
  for (const Range& range : said) evaluator.read(range);
  return evaluator.take();
}

}  // namespace tenor
