#include "tenor/voice/subject_tags.h"

#include <array>

#include "tenor/voice/clause.h"
#include "tenor/voice/cues.h"

namespace tenor {
namespace {

// After a verb that takes a clause, a noun phrase is that clause's subject and not the verb's object.
bool takes_clause(const Layout& l, std::size_t verb) {
  static constexpr auto more =
      std::to_array<std::string_view>({"ensure", "make", "mean", "means", "prove", "hear", "see", "ensuring",
                                       "making", "proving", "is", "are", "was", "were", "be"});
  if (listed(l.word(verb), more)) return true;
  const auto* cues = Cues::english().find(l.word(verb));
  if (!cues) return false;
  for (const Cue* cue : *cues)
    if (cue->frames & says) return true;
  return false;
}

class SubjectFinder {
 public:
  explicit SubjectFinder(const Layout& layout) : l_(layout) {}

  std::optional<Range> before(std::size_t at) const {
    const std::size_t end = at;
    for (int hops = 0; at > 0 && hops < 12; ++hops) {
      const Tag tag = l_.tag(at - 1);
      if (is_relative(tag)) return at == end ? std::optional(Range{at - 1, at}) : std::nullopt;
      if (tag == Tag::close) {  // (R-Fla.)
        while (at > 0 && l_.tag(at - 1) != Tag::open) --at;
        if (at > 0) --at;
        continue;
      }
      if (tag == Tag::comma) return at == end ? before_comma(at - 1) : std::nullopt;
      const Phrase* p = l_.phrase_ending(at);
      if (p && p->first > 0 && l_.is_time({p->first, p->end})) {
        at = p->first;
        if (l_.tag(at - 1) == Tag::IN && at > 1) --at;
        continue;
      }
      if (p) {
        const std::optional<std::size_t> start = start_of(*p);
        if (!start) return std::nullopt;
        return Range{*start, end_of(*start, p->end == end ? end : at)};
      }
      // A verb taken for the last noun of its own subject: "Video shows".
      const Phrase* over = l_.phrase_at(at - 1);
      if (over && over->first < at && at == end && at < over->end)
        return Range{start_of({over->first, at, at - 1}).value_or(over->first), at};
      if (stands_for_noun(l_, at - 1)) return Range{at - 1, end};
      // What follows the noun: "those surveyed say", "Americans living abroad say".
      const bool hangs =
          tag == Tag::VBN || tag == Tag::VBD || tag == Tag::VBG || tag == Tag::JJ || is_adverb(tag);
      if (!hangs) return std::nullopt;
      --at;
    }
    return std::nullopt;
  }

 private:
  // "Trump in his speech": what hangs on a person's name by "in" or "on" belongs to the verb.
  std::size_t end_of(std::size_t first, std::size_t end) const {
    const Phrase* p = l_.phrase_at(first);
    if (!p || p->end >= end) return end;
    static constexpr auto adverbial =
        std::to_array<std::string_view>({"in", "on", "at", "during", "with", "by", "to", "after", "before"});
    const Tag head = l_.tag(p->head);
    if ((head == Tag::PRP || (head == Tag::NNP && l_.tag(p->first) != Tag::DT)) &&
        listed(l_.word(p->end), adverbial))
      return p->end;
    return end;
  }

  // Where the noun phrase whose last base phrase is `phrase` begins: leftwards over prepositions, over the
  // verbs and objects of reduced relative clauses ("activists clamoring to block Smith say") and over whole
  // ones ("voters who back Smith say").
  std::optional<std::size_t> start_of(const Phrase& phrase) const {
    std::size_t start = phrase.first;
    std::size_t best = start;
    bool nested = false;  // the phrase at hand is an object, or hangs on one
    for (int hops = 0; hops < 12; ++hops) {
      if (start == 0) return 0;
      const std::size_t b = start - 1;
      const Tag tag = l_.tag(b);
      if (l_.quotation(b) != l_.quotation(start)) return start;
      const bool joined = l_.word(b) == "and" || l_.word(b) == "or" || l_.word(b) == "&";
      const bool hangs = hangs_on_noun(l_, b);
      if (hangs || joined) {
        const Phrase* left = l_.phrase_ending(b);
        if (left && l_.is_time({left->first, left->end})) return start;
        if (left && joined) {
          const bool clean = left->first == 0 || !is_verb(l_.tag(left->first - 1));
          const bool in_hanging = left->first > 0 && l_.tag(left->first - 1) == Tag::IN;
          if (!clean || (in_hanging && !nested && phrase.head > 0 &&
                         is_name(l_.tag(phrase.head)) != is_name(l_.tag(left->head))))
            return best;
          start = left->first;
          if (!in_hanging) best = start;
          continue;
        }
        if (left) {
          start = left->first;
          if (l_.word(b) == "of" || clean_start(start)) best = start;
          continue;
        }
        if (hangs && b > 0 && (modifies_noun(b - 1) || l_.tag(b - 1) == Tag::RP)) {
          const auto noun = noun_of_modifier(b);
          if (!noun) return best;
          start = *noun;
          if (clean_start(start)) best = start;
          continue;
        }
        return best;
      }
      if (is_verb(tag) && !takes_clause(l_, b)) {
        const auto noun = noun_of_modifier(start);
        if (!noun) return best;
        nested = true;
        start = *noun;
        if (clean_start(start)) best = start;
        continue;
      }
      return best == phrase.first ? start : best;
    }
    return best;
  }

  bool clean_start(std::size_t start) const {
    if (start == 0) return true;
    const Tag tag = l_.tag(start - 1);
    return l_.is_boundary(start) && (!is_verb(tag) || takes_clause(l_, start - 1));
  }

  bool modifies_noun(std::size_t i) const {
    const Tag tag = l_.tag(i);
    return tag == Tag::VBN || tag == Tag::VBG || tag == Tag::JJ || tag == Tag::VBD || is_adverb(tag) ||
           tag == Tag::VB || tag == Tag::VBP || tag == Tag::VBZ;
  }

  // Start of the noun phrase that the verbs ending at `at` modify: "[activists] clamoring to block".
  std::optional<std::size_t> noun_of_modifier(std::size_t at) const {
    bool finite = false;
    for (int hops = 0; hops < 8 && at > 0; ++hops) {
      const std::size_t b = at - 1;
      const Tag tag = l_.tag(b);
      if (is_relative(tag) || (l_.word(b) == "that" && finite)) {
        const std::size_t noun = b > 0 && l_.tag(b - 1) == Tag::comma ? b - 1 : b;
        const Phrase* p = l_.phrase_ending(noun);
        if (p) return p->first;
        return std::nullopt;
      }
      if (const Phrase* p = l_.phrase_ending(at)) {
        if (finite) return std::nullopt;
        return p->first;
      }
      if (l_.is_finite(b) && tag != Tag::VBN && tag != Tag::VBD) finite = true;
      const bool walks = is_verb(tag) || tag == Tag::TO || tag == Tag::MD || tag == Tag::RP ||
                         tag == Tag::JJ || is_adverb(tag);
      if (!walks || (is_verb(tag) && takes_clause(l_, b) && !finite && tag != Tag::VBN)) return std::nullopt;
      at = b;
    }
    return std::nullopt;
  }

  // "Zelensky, addressing the press in Dublin on Tuesday, acknowledged": leftwards over what stands between
  // commas, to the first noun phrase of the clause.
  std::optional<Range> before_comma(std::size_t comma) const {
    std::optional<Range> best;
    std::size_t end = comma;
    const int quotation = l_.quotation(comma);
    for (int hops = 0; hops < 40; ++hops) {
      std::size_t first = end;
      while (first > 0 && l_.tag(first - 1) != Tag::comma && l_.tag(first - 1) != Tag::stop &&
             l_.quotation(first - 1) == quotation && !(l_.tag(first - 1) == Tag::colon))
        --first;
      if (first == end) break;
      const bool opens_clause = first == 0 || l_.tag(first - 1) != Tag::comma;
      std::size_t from = first;
      const bool conjunction = l_.tag(from) == Tag::CC || l_.word(from) == "yet";
      if (conjunction) ++from;
      const Phrase* p = l_.phrase_at(from);
      const bool noun = p && p->first == from && !l_.is_time({p->first, p->end});
      const bool clause = finite_outside_relative({p && noun ? p->end : from, end});
      // A subordinate clause's own subject: "while Smith, a lawyer, said".
      const Phrase* last = l_.phrase_ending(end);
      if (last && last->first > first && (clause || is_subordinator(l_, last->first - 1)) &&
          !l_.is_time({last->first, last->end})) {
        const std::size_t start = start_of(*last).value_or(last->first);
        if (start > first &&
            (is_subordinator(l_, start - 1) || (is_verb(l_.tag(start - 1)) && takes_clause(l_, start - 1)) ||
             l_.tag(start - 1) == Tag::CC)) {
          if (!best || is_subordinator(l_, start - 1)) best = Range{start, comma};
          break;
        }
      }
      if (noun && clause) break;
      if (noun && (opens_clause || !conjunction || !best)) best = Range{from, comma};
      if (opens_clause) break;
      if (conjunction && noun && l_.word(first) != "or" && from + 1 < end && hops > 0) break;
      end = first - 1;
    }
    return best;
  }

  bool finite_outside_relative(Range range) const {
    bool relative = false;
    for (std::size_t i = range.first; i < range.end; ++i) {
      if (is_relative(l_.tag(i)) || l_.tag(i) == Tag::WPS || is_subordinator(l_, i)) relative = true;
      if (!relative && l_.is_finite(i)) return true;
    }
    return false;
  }

  const Layout& l_;
};

// "Lima, in an interview, said": what belongs to the verb.
bool adverbial(const Layout& l, std::size_t i) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"in", "on", "at", "during", "after", "before", "by", "speaking", "asked", "through"});
  return listed(l.word(i), words);
}

}  // namespace

std::optional<Range> subject_by_tags(const Layout& l, std::size_t verb) {
  const std::size_t group = l.group_start(verb);
  auto found = SubjectFinder(l).before(group);
  // "Most oppose", "and both vowed", where the tagger takes the word for an adverb of the verb.
  if (!found && group < verb && stands_for_noun(l, group)) return Range{group, group + 1};
  if (!found) return std::nullopt;
  while (!found->empty() && l.tag(found->end - 1) == Tag::comma) --found->end;
  // ", who ..." only adds.
  for (std::size_t i = found->first + 1; i + 1 < found->end; ++i)
    if (l.tag(i) == Tag::comma &&
        (is_relative(l.tag(i + 1)) || l.tag(i + 1) == Tag::WPS || adverbial(l, i + 1)))
      found->end = i;
  if (found->empty()) return std::nullopt;
  return found;
}

}  // namespace tenor
