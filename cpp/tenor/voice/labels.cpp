#include "tenor/voice/labels.h"

#include <algorithm>
#include <array>

#include "tenor/voice/clause.h"
#include "tenor/voice/subject.h"

namespace tenor {
namespace {

Finding labelled(const Layout& l, const Phrase& speaker) {
  Finding f;
  f.cue = {speaker.end, speaker.end + 1};
  f.source = {speaker.first, speaker.end};
  f.rule = "label";
  f.content = {speaker.end + 1, sentence_end(l)};
  return f;
}

// A transcript or a headline: "PENCE: Well, look", "Politifact: 'Trump is right'", "Poll: Trump leads".
std::optional<Finding> label(const Layout& l) {
  const Phrase* p = l.phrase_at(0);
  if (!p || p->first != 0 || p->end > 6 || l.word(p->end) != ":") return std::nullopt;
  static constexpr auto headings = std::to_array<std::string_view>(
      {"latest", "update", "byline", "plus", "podcast", "note", "correction"});
  if (listed(l.word(p->end - 1), headings)) return std::nullopt;
  const bool name = is_name(l.tag(p->head));
  const std::string_view text = l.text({0, p->end});
  const bool capitals = std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  // A headline has capitals and often no verb: "Lima: No Outside Influence on the Vote".
  const bool title = l.sentence() == 0 && p->end + 3 <= sentence_end(l);
  if (name && p->end <= 4 && (starts_quotation(l, p->end + 1) || (capitals && text.size() > 3)))
    return labelled(l, *p);
  static constexpr auto sources =
      std::to_array<std::string_view>({"poll", "study", "report", "survey", "police", "officials", "analysis",
                                       "experts", "source", "sources"});
  if (!name && !listed(l.word(p->head), sources)) return std::nullopt;
  const std::size_t end = sentence_end(l);
  if (p->end + 3 > end || !(title || has_finite(l, {p->end + 1, end}))) return std::nullopt;
  // A list says in small letters who somebody is: "Ana Lima: the mayor, who left in May".
  const char first = l.text({p->end + 1, p->end + 2}).front();
  if (first >= 'a' && first <= 'z') return std::nullopt;
  return labelled(l, *p);
}

bool is_dash(std::string_view text) {
  return text == "\u2015" || text == "\u2014" || text == "\u2013" || text == "--" || text == "-";
}

// "..." ― Ana Lima: a quotation from a word on, signed with a name.
std::optional<Finding> signature(const Layout& l, std::size_t from) {
  std::size_t dash = from;
  while (dash < l.size() && !(l.quotation(dash) < 0 && is_dash(l.text({dash, dash + 1})))) ++dash;
  if (dash + 1 >= l.size() || (dash > 0 && l.quotation(dash - 1) < 0)) return std::nullopt;
  const Phrase* p = l.phrase_at(dash + 1);
  if (!p || p->first != dash + 1 || !is_name(l.tag(p->head)) ||
      (p->end < sentence_end(l) && l.tag(p->end) != Tag::comma && !starts_quotation(l, p->end)))
    return std::nullopt;
  if (dash > 0 && l.quotation(from) != l.quotation(dash - 1)) return std::nullopt;
  Finding f;
  f.cue = {dash, dash + 1};
  f.source = {p->first, p->end};
  f.rule = "signature";
  f.loose = dash == 0;
  f.before = true;
  if (dash > 0) f.content = {from, dash};
  return f;
}

// What stands with the phrase [at, after) of a source: all that follows where it opens the clause, else all
// before it.
void take_around(const Layout& l, std::size_t at, std::size_t after, Finding& f) {
  if (l.tag(after) == Tag::comma) ++after;
  if (at == 0 || l.tag(at - 1) == Tag::CC || l.word(at - 1) == "but") {
    f.content = {after, sentence_end(l)};
  } else {
    f.content = {0, l.tag(at - 1) == Tag::comma ? at - 1 : at};
    f.before = true;
    // "The plan, according to Lima, was dead".
    const Range rest{after, sentence_end(l)};
    if (l.tag(after - 1) == Tag::comma && !has_finite(l, f.content) && has_finite(l, rest)) f.resumed = rest;
  }
}

// "In a new poll, Trump leads": at the head of its clause, where it is no mere place.
std::optional<Finding> poll(const Layout& l, std::size_t at, const Phrase& p) {
  static constexpr auto polls =
      std::to_array<std::string_view>({"poll", "polls", "survey", "surveys", "polling"});
  if (!listed(l.word(p.head), polls) || !(at == 0 || l.tag(at - 1) == Tag::CC)) return std::nullopt;
  Finding f;
  f.cue = {at, at + 1};
  f.source = {p.first, p.end};
  f.rule = "in a poll";
  std::size_t after = p.end;
  if (const auto whole = l.phrase_from(p.first, false)) after = whole->end;
  // "In a poll released on Sunday, ...".
  if (l.tag(after) == Tag::VBN || l.tag(after) == Tag::VBD || l.tag(after) == Tag::IN) {
    while (after < l.size() && l.tag(after) != Tag::comma) ++after;
    f.source.end = after;
  }
  take_around(l, at, after, f);
  return f;
}

// "To many voters, the plan was dead", "for Lima, ...": whose view it is, at the head of a clause.
std::optional<Finding> viewpoint(const Layout& l, std::size_t at) {
  if (!(l.word(at) == "to" || l.word(at) == "for") || l.quotation(at) >= 0) return std::nullopt;
  if (!(at == 0 || (at == 1 && l.tag(0) == Tag::CC))) return std::nullopt;
  const auto source = speaker_from(l, at + 1);
  if (!source || l.is_time(*source)) return std::nullopt;
  std::size_t comma = source->end;
  if (l.tag(comma) != Tag::comma && source->end > at + 2 && l.tag(source->end - 1) == Tag::comma) --comma;
  if (l.tag(comma) != Tag::comma || !begins_clause(l, comma + 1, sentence_end(l))) return std::nullopt;
  static constexpr auto amounts =
      std::to_array<std::string_view>({"many", "some", "most", "several", "few", "those", "others", "both"});
  const bool pronoun = l.tag(at + 1) == Tag::PRP && l.word(at + 1) != "it";
  const bool group = listed(l.word(at + 1), amounts);
  const bool person = std::any_of(l.names().begin(), l.names().end(), [&](const FoundName& name) {
    return name.person && source->contains(name.range.first);
  });
  if (!pronoun && !group && !person) return std::nullopt;
  Finding f;
  f.cue = {at, at + 1};
  f.source = *source;
  f.rule = "for somebody";
  take_around(l, at, comma, f);
  return f;
}

// "In Smith's view, the plan was dead".
std::optional<Finding> mind(const Layout& l, std::size_t at, const Phrase& p) {
  static constexpr auto minds =
      std::to_array<std::string_view>({"words", "view", "opinion", "eyes", "telling", "estimation", "mind"});
  if (!listed(l.word(p.head), minds)) return std::nullopt;
  std::size_t owner = p.first;
  while (owner < p.head && !l.possessive(owner) && l.tag(owner) != Tag::PRPS) ++owner;
  if (owner == p.head) return std::nullopt;
  // "Tears in their eyes" are no view.
  const bool apart =
      at == 0 || l.tag(at - 1) == Tag::comma || l.tag(at - 1) == Tag::CC || l.tag(at - 1) == Tag::colon;
  if (!apart) return std::nullopt;
  Finding f;
  f.cue = {p.head, p.head + 1};
  f.source = {p.first, owner + 1};
  f.rule = "in somebody's words";
  take_around(l, at, p.end, f);
  return f;
}

// Does what says which ones begin here: "people familiar with the plan", "a poll conducted by"?
bool restricts(const Layout& l, std::size_t i) {
  const Tag tag = l.tag(i);
  return tag == Tag::VBN || tag == Tag::VBD || tag == Tag::VBG || tag == Tag::JJ || is_relative(tag) ||
         l.word(i) == "that";
}

}  // namespace

void add_labels(const Layout& l, std::vector<Finding>& found) {
  if (const auto f = label(l)) found.push_back(*f);
  // Where lines are no paragraphs, several stand in one sentence.
  for (auto f = signature(l, 0); f; f = signature(l, f->source.end)) found.push_back(*f);
}

std::optional<Finding> source_phrase(const Layout& l, std::size_t at) {
  if (l.word(at) == "according" && l.word(at + 1) == "to") {
    auto source = speaker_from(l, at + 2);
    if (!source) return std::nullopt;
    if (restricts(l, source->end)) source->end = run_end(l, source->end);
    // "According to Lima, Berg and Holm left": at the head what follows the first comma may be the clause.
    const std::size_t comma = run_end(l, at + 2);
    const bool head = at == 0 || l.tag(at - 1) == Tag::CC;
    if (head && comma < source->end && l.tag(comma) == Tag::comma &&
        begins_clause(l, comma + 1, sentence_end(l)))
      source->end = comma;
    Finding f;
    f.cue = {at, at + 2};
    f.source = *source;
    f.rule = "according to";
    take_around(l, at, source->end, f);
    return f;
  }
  if (auto f = viewpoint(l, at)) return f;
  if (l.word(at) != "in" || l.quotation(at) >= 0) return std::nullopt;
  const Phrase* p = l.phrase_at(at + 1);
  if (!p || p->first != at + 1) return std::nullopt;
  auto f = poll(l, at, *p);
  if (!f) f = mind(l, at, *p);
  if (!f || !has_finite(l, f->content)) return std::nullopt;
  return f;
}

}  // namespace tenor
