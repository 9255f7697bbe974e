#include "tenor/voice/subject.h"

#include <array>

#include "tenor/voice/clause.h"
#include "tenor/voice/subject_tags.h"
#include "tenor/voice/worded.h"

namespace tenor {
namespace {

// Who issued the paper that speaks: of "saying" in "Lima issued a statement saying", Lima.
std::optional<Range> issuer(const Layout& l, std::size_t participle) {
  const Phrase* paper = l.phrase_ending(l.group_start(participle));
  if (l.tag(participle) != Tag::VBG || !paper || paper->first == 0 || !holds_words(l.word(paper->head)))
    return std::nullopt;
  const std::size_t above = l.arcs().head(paper->head);
  const bool object = above < paper->first && l.arcs().relation(paper->head) == Relation::obj;
  const std::size_t verb = object ? above : paper->first - 1;
  if (!is_verb(l.tag(verb)) || l.is_auxiliary(verb) || l.word(verb) == "cited" || l.word(verb) == "citing")
    return std::nullopt;
  return subject_of(l, verb);
}

std::optional<Range> nearest_subject(const Layout& l, std::size_t verb) {
  if (const auto found = issuer(l, verb)) return found;
  const auto tags = subject_by_tags(l, verb);
  const auto tree = l.arcs().empty() ? std::nullopt : subject_by_arcs(l, verb);
  if (!tags || !tree) return tags ? tags : tree;
  // By tags an apposition is found better, by the tree which noun it is: the tags may stop short of it ("the
  // head of Oslo's port, Ana Lima, and Berg said") or begin in a clause before it ("it was over and she
  // said").
  const bool apart = tree->end <= tags->first || tags->end <= tree->first;
  const bool longer = tree->first < tags->first;
  const bool joined = tree->first > tags->first &&
                      (l.tag(tree->first - 1) == Tag::CC ||
                       (is_nominative(l.word(tree->first)) && l.tag(tree->first - 1) != Tag::comma));
  return apart || longer || joined ? tree : tags;
}

}  // namespace

std::optional<Range> subject_of(const Layout& l, std::size_t verb) {
  static constexpr auto echoes =
      std::to_array<std::string_view>({"both", "themselves", "himself", "herself", "itself", "all", "each"});
  const auto found = nearest_subject(l, verb);
  // "Lima and Berg both said", "voters themselves say": whom the word repeats.
  if (found && found->first + 1 == found->end && l.phrase_ending(found->first) &&
      listed(l.word(found->first), echoes))
    if (const auto whole = subject_by_tags(l, found->first)) return whole;
  return found;
}

std::size_t run_end(const Layout& l, std::size_t at) {
  const int quotation = l.quotation(at);
  while (at < l.size() && l.tag(at) != Tag::comma && l.tag(at) != Tag::stop && l.tag(at) != Tag::colon &&
         l.quotation(at) == quotation)
    ++at;
  return at;
}

std::optional<Range> speaker_from(const Layout& l, std::size_t first) {
  const Phrase* p = l.phrase_at(first);
  if (!p || p->first != first) return std::nullopt;
  std::size_t end = p->end;
  const bool pronoun = l.tag(p->head) == Tag::PRP;
  while (!pronoun && end < l.size()) {
    if (l.quotation(end) != l.quotation(first)) break;
    const bool hangs = hangs_on_noun(l, end);
    const bool joined = l.word(end) == "and" || l.word(end) == "or";
    const Phrase* next = hangs || joined ? l.phrase_at(end + 1) : nullptr;
    if (next && next->first == end + 1 && !l.is_time({next->first, next->end}) &&
        !(joined && (is_verb(l.tag(next->end)) || l.tag(next->end) == Tag::MD)) &&
        (l.word(end) == "of" || !is_name(l.tag(p->head)) || end > p->end || l.word(end) == "from" ||
         (l.word(first) == "the" && is_name(l.tag(next->head))))) {
      end = next->end;
      continue;
    }
    if (l.word(end) == "who") return Range{first, run_end(l, end)};
    if (l.tag(end) == Tag::open) {
      std::size_t close = end;
      while (close < l.size() && l.tag(close) != Tag::close && close < end + 8) ++close;
      if (l.tag(close) != Tag::close) break;
      end = close + 1;
      continue;
    }
    if (l.tag(end) != Tag::comma) break;
    // ", then pastor of a church", ", of Oslo".
    std::size_t from = end + 1;
    if (is_adverb(l.tag(from)) || l.word(from) == "managing" || l.word(from) == "of" ||
        l.word(from) == "from")
      ++from;
    const Phrase* other = l.phrase_at(from);
    if (l.tag(end + 1) == Tag::CD && (l.tag(end + 2) == Tag::comma || l.tag(end + 2) == Tag::stop)) {
      end += 2;
      continue;
    }
    const bool apposed = other && other->first == from && !l.is_finite(other->end) &&
                         l.tag(from) != Tag::PRP && !l.is_time({other->first, other->end});
    if (apposed) {
      end = other->end;
      continue;
    }
    if (l.tag(end + 1) == Tag::WPS || (is_relative(l.tag(end + 1)) && l.word(end + 1) != "which")) {
      std::size_t close = end + 1;
      while (close < l.size() && l.tag(close) != Tag::comma && l.tag(close) != Tag::stop &&
             l.quotation(close) < 0)
        ++close;
      end = close;
    }
    break;
  }
  return Range{first, end};
}

bool same_form(const Layout& l, std::size_t a, std::size_t b) {
  auto form = [&](std::size_t verb) {
    const std::size_t group = l.group_start(verb);
    for (std::size_t i = group; i < verb; ++i) {
      if (l.tag(i) == Tag::MD) return Tag::MD;
      if (l.word(i) == "did" || l.word(i) == "didn't") return Tag::VBD;
      if (is_verb(l.tag(i))) return l.tag(i) == Tag::VBD ? Tag::VBN : l.tag(i);
    }
    return l.tag(verb) == Tag::VBN ? Tag::VBD : l.tag(verb);
  };
  return form(a) == form(b);
}

std::optional<Shared> shared_subject(const Layout& l, std::size_t verb, bool conjoined) {
  const std::size_t group = l.group_start(verb);
  std::optional<Shared> other;
  for (std::size_t v = group; v-- > 0;) {
    if (!is_verb(l.tag(v)) || !l.is_finite(v) || l.quotation(v) != l.quotation(verb)) continue;
    const auto own = subject_of(l, v);
    if (!own || (is_relative(l.tag(own->first)) && !conjoined)) continue;
    if (!conjoined || same_form(l, v, verb)) return Shared{v, *own};
    if (!other) other = Shared{v, *own};
  }
  return other;
}

}  // namespace tenor
