#include "tenor/voice/holder.h"

#include <algorithm>

#include "tenor/voice/names.h"
#include "tenor/voice/titles.h"

namespace tenor {
namespace {

using Name = NameIndex::Name;

// How far back "the minister" or "she" may reach, in mentions.
constexpr std::ptrdiff_t reach = 60;

}  // namespace

std::string Holders::pronoun(const Layout& layout, std::size_t at, std::string_view not_them) const {
  const std::string_view word = layout.word(at);
  const bool he = word == "he" || word == "him" || word == "his";
  const bool she = word == "she" || word == "her";
  const bool they = word == "they" || word == "them" || word == "their";
  auto fits = [&](const std::string& holder) {
    if (holder == not_them) return false;
    const Name* known = names_.named(holder);
    const bool several = holder.find("; ") != std::string::npos;
    if (he || she) {
      if (several) return false;
      // "the minister", but no longer phrase: that is no person's.
      const auto words = std::count(holder.begin(), holder.end(), ' ') + 1;
      if (!known) return words <= 4 && (holder.starts_with("the ") || holder.starts_with("The "));
      return NameIndex::may_be_person(*known) && known->gender != (he ? -1 : 1);
    }
    if (they) return several || !known || !known->person;
    return word.starts_with("it") && known && !known->person && !several;
  };
  // The subject of the same sentence comes first: "Lima made a video in which she thanked them."
  if (he || she)
    for (std::size_t k = 0; k < layout.names().size(); ++k) {
      const Range name = layout.names()[k].range;
      if (name.end >= at || layout.quotation(name.first) != layout.quotation(at)) break;
      const std::string& full = names_.fullest(layout, k);
      if (!layout.possessive(name.end - 1) && fits(full)) return full;
    }
  // Who is known for a man or a woman, or is called by the surname alone, comes before who may be no person.
  const auto surely = [&](const std::string& holder) {
    const Name* known = names_.named(holder);
    return known && fits(holder) && (known->person || known->gender != 0 || names_.has(known->words.back()));
  };
  if (he || she)
    for (const auto* list : {&speakers_, &recent_})
      for (auto seen = list->rbegin(); seen != list->rend() && seen - list->rbegin() < 8; ++seen)
        if (surely(*seen)) return *seen;
  for (const auto* list : {&speakers_, &recent_})
    for (auto seen = list->rbegin(); seen != list->rend() && seen - list->rbegin() < 8; ++seen)
      if (fits(*seen)) return *seen;
  return {};
}

std::string Holders::by_role(const std::string& noun) const {
  for (auto at = recent_.rbegin(); at != recent_.rend() && at - recent_.rbegin() < reach; ++at)
    if (const Name* n = names_.named(*at); n && n->role == noun) return n->full;
  const Name* first = names_.with_role(noun);
  return first ? first->full : std::string();
}

std::string Holders::one(const Layout& layout, Range source) const {
  // "US Ambassador to Germany Richard Grenell", where the source ends with the office.
  if (is_title(layout.word(source.end - 1)) &&
      (layout.word(source.end) == "to" || layout.word(source.end) == "for"))
    if (const Phrase* rest = layout.phrase_at(source.end + 1); rest && is_name(layout.tag(rest->head)))
      source.end = rest->end;
  const Phrase* head = layout.phrase_at(source.first);
  std::size_t end = head ? std::min(head->end, source.end) : source.end;
  // "Secretary of State Marco Rubio", "Parliament of New South Wales" are one name.
  const auto goes_on = [&] {
    const std::string_view after = layout.word(end);
    return after == "of" || ((after == "to" || after == "for") && is_title(layout.word(end - 1)));
  };
  while (head && is_name(layout.tag(end - 1)) && goes_on() && end + 1 < source.end) {
    const Phrase* next = layout.phrase_at(end + 1);
    if (!next || next->first != end + 1 || !is_name(layout.tag(next->head))) break;
    end = std::min(next->end, source.end);
  }
  const auto named = names_in(layout, {source.first, end});
  const bool titled = head && head->head < source.end && is_title(layout.word(head->head));
  auto words_of = [&](Range range) {
    std::vector<std::string> words;
    for (std::size_t i = range.first; i < range.end; ++i) words.push_back(plain(bare(layout.word(i))));
    return words;
  };
  auto full = [&](Range range) {
    const Name* name = names_.lookup(words_of(range));
    return name ? name->full : std::string(bare(layout.text(range)));
  };
  if (titled) {
    // "The Senate Minority Leader, Chuck Schumer,": the name stands in apposition.
    for (const FoundName& later : names_in(layout, {end, source.end}))
      if (later.range.first > 0 && layout.tag(later.range.first - 1) == Tag::comma &&
          may_be_person(layout, later.range))
        return full(later.range);
    // "The President": whoever has that title.
    bool alone = end == source.end;
    for (std::size_t i = source.first; i < end; ++i)
      alone = alone && (layout.tag(i) == Tag::DT || is_title(layout.word(i)));
    const std::string person = alone ? by_role(std::string(layout.word(head->head))) : std::string();
    if (!person.empty()) return person;
  }
  // "Cardinal Marc Ouellet of the Holy See": the person, not the body.
  if (named.size() > 1 && named[0].person && layout.tag(named[0].range.end) == Tag::IN)
    return full(named[0].range);
  // "A Republican, Mark Amodei,": no name has an article like that.
  const bool one_of_many = layout.word(source.first) == "a" || layout.word(source.first) == "an";
  if (!named.empty() && named.back().range.end == end && !layout.possessive(end - 1) &&
      !(one_of_many && end < source.end))
    return full(named.back().range);
  // "The campaign chairman, Phil Lovas,": the name stands in apposition.
  for (std::size_t i = end; i < source.end; ++i) {
    if (layout.tag(i) != Tag::comma || i + 1 >= source.end) continue;
    const auto later = names_in(layout, {i + 1, source.end});
    const Phrase* phrase = layout.phrase_at(i + 1);
    if (!later.empty() && phrase && phrase->head < later.front().range.end && later.front().person)
      return full(later.front().range);
    break;
  }
  if (head && head->head < source.end && layout.tag(head->head) == Tag::NN &&
      layout.word(source.first) == "the" && end - source.first <= 3 && end == source.end) {
    std::string person = by_role(std::string(layout.word(head->head)));
    if (!person.empty()) return person;
  }
  // An acronym that the article spells out, whatever the tagger takes it for: "the SDF".
  if (head && end == source.end && end - head->head == 1) {
    if (const Name* spelt = names_.spelt_out(std::string(bare(layout.word(head->head))))) return spelt->full;
  }
  // As it is written, without what follows a comma.
  std::size_t last = end;
  while (last < source.end && layout.tag(last) != Tag::comma && layout.tag(last) != Tag::open) ++last;
  return std::string(bare(layout.text({source.first, last})));
}

std::string Holders::resolve(const Layout& layout, Range source, std::string_view not_them) const {
  if (source.empty()) return {};
  const Tag tag = layout.tag(source.first);
  if (source.end - source.first == 1) {
    if (tag == Tag::PRP || tag == Tag::PRPS) {
      std::string person = pronoun(layout, source.first, not_them);
      return person.empty() ? std::string(layout.text(source)) : person;
    }
    if (tag == Tag::WP || tag == Tag::WDT) {
      std::size_t at = source.first;
      if (at > 0 && layout.tag(at - 1) == Tag::comma) --at;
      const Phrase* p = layout.phrase_ending(at);
      if (p) return resolve(layout, {p->first, p->end});
      return std::string(layout.text(source));
    }
  }
  // A group that names its members speaks as they do: "European leaders, including ... and ...".
  std::size_t from = source.first;
  for (std::size_t i = source.first; i < source.end; ++i)
    if (layout.word(i) == "including") from = i + 1;
  // Phrases joined on the same level: "Macron and Merz".
  std::vector<Range> parts;
  std::size_t at = from;
  while (const Phrase* p = at < source.end ? layout.phrase_at(at) : nullptr) {
    if (p->first != at || p->end > source.end) break;
    parts.push_back({p->first, p->end});
    at = p->end;
    if (layout.tag(at) == Tag::comma) ++at;
    if (layout.tag(at) == Tag::CC) ++at;
    if (at == p->end) break;
  }
  const bool whole = at >= source.end && parts.size() > 1;
  const bool joined = whole && (from > source.first || layout.tag(parts.back().first - 1) == Tag::CC);
  if (joined) {
    std::string out;
    for (const Range& part : parts) (out += out.empty() ? "" : "; ") += one(layout, part);
    return out;
  }
  return one(layout, source);
}

void Holders::mention(const std::string& holder, bool spoke) {
  if (holder.empty()) return;
  recent_.push_back(holder);
  if (spoke) speakers_.push_back(holder);
}

void Holders::read(const Layout& layout) {
  for (std::size_t k = 0; k < layout.names().size(); ++k) recent_.push_back(names_.fullest(layout, k));
}

}  // namespace tenor
