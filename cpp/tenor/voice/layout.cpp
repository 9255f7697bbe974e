#include "tenor/voice/layout.h"

#include <algorithm>
#include <array>

#include "tenor/text/unicode.h"
#include "tenor/text/word_kinds.h"
#include "tenor/voice/cues.h"
#include "tenor/voice/names.h"
#include "tenor/voice/need.h"
#include "tenor/voice/retagging.h"

namespace tenor {
namespace {

constexpr auto auxiliaries = std::to_array<std::string_view>(
    {"be", "is",   "are", "was",  "were",  "been", "being", "am",  "has",   "have", "had",   "having",
     "do", "does", "did", "will", "would", "can",  "could", "may", "might", "must", "shall", "should"});
constexpr auto be_forms =
    std::to_array<std::string_view>({"be", "is", "are", "was", "were", "been", "being", "am"});
constexpr auto times = std::to_array<std::string_view>(
    {"monday",    "tuesday",  "wednesday", "thursday",  "friday",   "saturday", "sunday",  "today",
     "yesterday", "tomorrow", "january",   "february",  "march",    "april",    "may",     "june",
     "july",      "august",   "september", "october",   "november", "december", "week",    "weekend",
     "month",     "year",     "morning",   "afternoon", "evening",  "night",    "tonight", "time",
     "day",       "noon",     "midnight",  "hour",      "days",     "months"});
// Prepositions that hang a phrase on the noun before it.
constexpr auto hanging = std::to_array<std::string_view>(
    {"of", "for", "in", "at", "from", "to", "with", "on", "by", "against", "between", "near", "within"});

constexpr auto negations =
    std::to_array<std::string_view>({"not", "never", "no", "cannot", "neither", "nor", "hardly"});
// Conjunctions and prepositions that a clause follows.
constexpr auto joining =
    std::to_array<std::string_view>({"that", "because", "while", "although", "as", "if", "after", "before",
                                     "since", "whether", "though", "than", "until"});

constexpr std::uint8_t auxiliary = 1, be_form = 2, time_word = 4, hangs_on = 8, negation = 16,
                       joins_clause = 32;

const WordKinds& word_kinds() {
  static const WordKinds kinds = WordKinds()
                                     .add(auxiliaries, auxiliary)
                                     .add(be_forms, be_form)
                                     .add(times, time_word)
                                     .add(hanging, hangs_on)
                                     .add(negations, negation)
                                     .add(joining, joins_clause);
  return kinds;
}

}  // namespace

Layout::Layout(const Reading& reading, const std::vector<Tagged>& tags, std::size_t sentence,
               const std::vector<Quotation>& quotations)
    : reading_(&reading), sentence_(sentence), offset_(reading.sentences[sentence].first_word) {
  const Sentence& s = reading.sentences[sentence];
  const std::size_t count = s.end_word - s.first_word;
  const Cues& english = Cues::english();
  const WordKinds& kinds = word_kinds();
  folded_.reserve(s.span.size() + WordTable::padding);
  begins_.reserve(count + 1);
  kinds_.reserve(count);
  cues_.reserve(count);
  quotation_.assign(count, -1);
  tags_.assign(tags.begin() + static_cast<std::ptrdiff_t>(s.first_word),
               tags.begin() + static_cast<std::ptrdiff_t>(s.end_word));
  auto q = std::lower_bound(quotations.begin(), quotations.end(), s.span.begin,
                            [](const Quotation& a, std::size_t at) { return a.span.end <= at; });
  for (std::size_t i = 0; i < count; ++i) {
    const Span word = reading.words[offset_ + i];
    begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
    fold(reading.of(word), folded_);
    while (q != quotations.end() && q->span.end <= word.begin) ++q;
    if (q != quotations.end() && q->span.begin < word.end)
      quotation_[i] = static_cast<int>(q - quotations.begin());
  }
  begins_.push_back(static_cast<std::uint32_t>(folded_.size()));
  folded_.append(WordTable::padding, '\0');
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint8_t kind = kinds.of_padded(word(i));
    kinds_.push_back(word(i).ends_with("n't") ? kind | negation : kind);
    cues_.push_back(english.find_padded(word(i)));
  }
  find_phrases();
}

void Layout::find_phrases() {
  phrases_ = noun_phrases(std::span(reading_->words).subspan(offset_, size()), tags_);
  for (Phrase& p : phrases_) {
    // A verb taken for a participle before its noun: "...," said Anna Berg; "has accused China".
    if (p.first == 0 || p.first >= p.head || tags_[p.first].tag != Tag::VBN || quotation_[p.first] >= 0)
      continue;
    std::size_t before = p.first - 1;
    while (before > 0 && tags_[before].tag == Tag::RB) --before;
    if (quotation_[p.first - 1] >= 0) {
      tags_[p.first++].tag = Tag::VBD;
    } else if (is_auxiliary(before)) {
      ++p.first;
    }
  }
  names_ = names_in(*this, {0, size()});
}

void Layout::set_arcs(Arcs arcs) {
  arcs_ = std::move(arcs);
  if (correct_tags(*this, tags_)) find_phrases();
}

Span Layout::span(Range range) const {
  return {reading_->words[offset_ + range.first].begin, reading_->words[offset_ + range.end - 1].end};
}

const Phrase* Layout::phrase_at(std::size_t i) const {
  const auto p = std::upper_bound(phrases_.begin(), phrases_.end(), i,
                                  [](std::size_t at, const Phrase& x) { return at < x.end; });
  return p != phrases_.end() && p->first <= i ? &*p : nullptr;
}

const Phrase* Layout::phrase_ending(std::size_t end) const {
  const Phrase* p = end > 0 ? phrase_at(end - 1) : nullptr;
  return p && p->end == end ? p : nullptr;
}

bool Layout::is_auxiliary(std::size_t i) const {
  return tag(i) == Tag::MD || is(i, auxiliary);
}

bool Layout::is_finite(std::size_t i) const {
  const Tag t = tag(i);
  if (t == Tag::VBD || t == Tag::VBZ || t == Tag::VBP || t == Tag::MD) return true;
  // "has called", "will reject": the group is finite, and its main verb stands for it.
  if (t != Tag::VB && t != Tag::VBN && t != Tag::VBG) return false;
  const std::size_t start = group_start(i);
  return start < i && is_auxiliary(start) && tag(start) != Tag::VB && tag(start) != Tag::VBG;
}

bool Layout::is_passive(std::size_t verb) const {
  if (tag(verb) != Tag::VBN && tag(verb) != Tag::VBD) return false;
  std::size_t i = verb;
  while (i > 0 && (tag(i - 1) == Tag::RB || tag(i - 1) == Tag::RBR || tag(i - 1) == Tag::RBS)) --i;
  return i > 0 && is(i - 1, be_form);
}

bool Layout::is_negated(std::size_t verb) const {
  for (std::size_t i = group_start(verb); i < verb; ++i)
    if (is(i, negation)) return true;
  return false;
}

bool Layout::is_boundary(std::size_t at) const {
  if (at == 0) return true;
  switch (tag(at - 1)) {
    case Tag::comma:
    case Tag::colon:
    case Tag::stop:
    case Tag::quote:
    case Tag::CC:
    case Tag::WRB:
    case Tag::WDT:
    case Tag::WP:
    case Tag::close:
    case Tag::open:
      return true;
    case Tag::IN:
      return is(at - 1, joins_clause);
    default:
      return is_verb(tag(at - 1));
  }
}

bool Layout::is_time(Range range) const {
  for (std::size_t i = range.first; i < range.end; ++i)
    if (is(i, time_word)) return !possessive(i);
  return false;
}

std::size_t Layout::group_start(std::size_t verb) const {
  std::size_t at = verb;
  while (at > 0) {
    const Tag t = tag(at - 1);
    const bool adverb = t == Tag::RB || t == Tag::RBR || t == Tag::RBS;
    if (!adverb && !is_auxiliary(at - 1)) break;
    --at;
  }
  return at;
}

std::optional<Range> Layout::phrase_from(std::size_t first, bool with_apposition) const {
  const Phrase* p = phrase_at(first);
  if (!p || p->first != first) return std::nullopt;
  std::size_t end = p->end;
  for (;;) {
    const bool hangs = (tag(end) == Tag::IN || tag(end) == Tag::TO) && is(end, hangs_on);
    const bool joined = word(end) == "and" || word(end) == "or";
    const Phrase* next = hangs || joined ? phrase_at(end + 1) : nullptr;
    if (next && next->first == end + 1 && quotation(end + 1) == quotation(first) &&
        !is_time({next->first, next->end}) && !(joined && is_verb(tag(next->end)))) {
      end = next->end;
      continue;
    }
    if (with_apposition && tag(end) == Tag::open) {
      std::size_t close = end;
      while (close < size() && tag(close) != Tag::close && close < end + 6) ++close;
      if (tag(close) == Tag::close) {
        end = close + 1;
        continue;
      }
    }
    if (with_apposition && tag(end) == Tag::comma) {
      const Phrase* other = phrase_at(end + 1);
      const bool relative = tag(end + 1) == Tag::WP || tag(end + 1) == Tag::WDT;
      if ((other && other->first == end + 1 && !is_finite(other->end) && tag(end + 1) != Tag::PRP) ||
          relative) {
        // An apposition runs to its own comma, or to the end of the sentence.
        std::size_t close = end + 1;
        while (close < size() && tag(close) != Tag::comma && tag(close) != Tag::stop && quotation(close) < 0)
          ++close;
        return Range{first, close};
      }
    }
    return Range{first, end};
  }
}

std::vector<Layout> lay_out(const Reading& reading, const std::vector<Tagged>& tags,
                            const std::vector<Quotation>& quotations, const Parser* parser, Parsed parsed) {
  std::vector<Layout> out;
  out.reserve(reading.sentences.size());
  std::vector<std::size_t> wanted;
  for (std::size_t s = 0; s < reading.sentences.size(); ++s) {
    out.emplace_back(reading, tags, s, quotations);
    if (parser && (parsed == Parsed::all || needs_tree(out.back()))) wanted.push_back(s);
  }
  if (!parser) return out;
  std::vector<Arcs> arcs = parse_sentences(*parser, reading, wanted);
  for (std::size_t i = 0; i < wanted.size(); ++i) out[wanted[i]].set_arcs(std::move(arcs[i]));
  return out;
}

}  // namespace tenor
