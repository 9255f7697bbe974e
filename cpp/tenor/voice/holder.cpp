#include "tenor/voice/holder.h"

#include <algorithm>

#include "tenor/text/listed.h"
#include "tenor/voice/names.h"
#include "tenor/voice/titles.h"

namespace tenor {
namespace {

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) (out += out.empty() ? "" : " ") += word;
  return out;
}

// How far back "the minister" or "she" may reach, in mentions.
constexpr std::ptrdiff_t reach = 60;

}  // namespace

std::string Holders::role_of(const Layout& layout, const FoundName& found) {
  std::string_view role = layout.word(found.role);
  if (role.ends_with('.')) role.remove_suffix(1);
  return std::string(role);
}

Holders::Holders(const std::vector<Layout>& layouts) : places_(layouts.size()) {
  std::string key;
  for (std::size_t s = 0; s < layouts.size(); ++s) {
    const Layout& layout = layouts[s];
    for (const FoundName& found : layout.names()) {
      key.clear();
      for (std::size_t i = found.range.first; i < found.range.end; ++i)
        (key.empty() ? key : key.append(1, ' ')).append(plain(bare(layout.word(i))));
      const auto [entry, fresh] = by_words_.try_emplace(key, names_.size());
      places_[s].push_back(entry->second);
      if (fresh) {
        std::vector<std::string> words;
        for (std::size_t i = found.range.first; i < found.range.end; ++i)
          words.push_back(plain(bare(layout.word(i))));
        names_.push_back({std::string(bare(layout.text(found.range))), std::move(words),
                          role_of(layout, found), found.gender, found.person, found.place});
      } else {
        Name& same = names_[entry->second];
        if (same.role.empty()) same.role = role_of(layout, found);
        if (same.gender == 0) same.gender = found.gender;
        same.person = same.person || found.person;
      }
      // "Syrian Democratic Forces (SDF)"
      const std::size_t open = found.range.end;
      if (layout.tag(open) == Tag::open && layout.tag(open + 2) == Tag::close)
        by_initials_[std::string(layout.word(open + 1))].push_back(entry->second);
    }
  }
  index();
}

void Holders::index() {
  for (std::size_t i = 0; i < names_.size(); ++i)
    if (names_[i].words.size() > 1) by_last_[names_[i].words.back()].push_back(i);
  // What is learnt of a surname holds for the full name: "Mr. Ushakov".
  for (const Name& n : names_) {
    if (n.words.size() != 1) continue;
    const auto full = by_last_.find(n.words[0]);
    if (full == by_last_.end()) continue;
    for (const std::size_t i : full->second) {
      if (names_[i].gender == 0) names_[i].gender = n.gender;
      // Who is called by the last word alone has a surname: "Hatice Cengiz", "Cengiz".
      names_[i].person = names_[i].person || n.person || two_names(names_[i].words);
      if (names_[i].role.empty()) names_[i].role = n.role;
    }
  }
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const Name& n = names_[i];
    by_full_[n.full].push_back(i);
    if (n.person && !n.role.empty()) by_role_[n.role].push_back(i);
    if (n.words.size() < 2) continue;
    if (n.person) by_first_[n.words.front()].push_back(i);
    std::string initials;
    for (const std::string& word : n.words) initials += word[0];
    by_initials_[initials].push_back(i);
  }
  for (const Name& n : names_) {
    const Name* full = lookup(n.words);
    fullest_.push_back(full ? static_cast<std::size_t>(full - names_.data()) : fullest_.size());
  }
}

const Holders::Name* Holders::named(const std::string& full) const {
  const auto found = by_full_.find(full);
  return found == by_full_.end() ? nullptr : &names_[found->second[0]];
}

const Holders::Name* Holders::lookup(const std::vector<std::string>& words) const {
  const Name* best = nullptr;
  auto longest = [&](const Index& index, const std::string& key, auto fits) {
    const auto found = index.find(key);
    if (found == index.end()) return;
    // The first few of a name's longer forms are enough, however many an endless text has.
    for (std::size_t k = 0; k < found->second.size() && k < 50; ++k) {
      const Name& n = names_[found->second[k]];
      if (n.words.size() > words.size() && n.words.size() <= 5 &&
          (!best || n.words.size() > best->words.size()) && fits(n))
        best = &n;
    }
  };
  longest(by_last_, words.back(), [&](const Name& n) {
    // A surname alone is a person's; "Street" is not "Wall Street".
    return std::equal(words.rbegin(), words.rend(), n.words.rbegin()) && (n.person || words.size() > 1);
  });
  if (!best && words.size() == 1) {
    longest(by_first_, words[0], [](const Name&) { return true; });
    // An acronym: "AU" for "African Union", where the name is spelt out.
    if (!best) longest(by_initials_, words[0], [](const Name&) { return true; });
  }
  if (best) return best;
  const auto same = by_words_.find(join(words));
  return same == by_words_.end() ? nullptr : &names_[same->second];
}

// Two words of which none is that of a body: "Hatice Cengiz", not "NBC News".
bool Holders::two_names(const std::vector<std::string>& words) {
  return words.size() == 2 && std::none_of(words.begin(), words.end(),
                                           [](const std::string& w) { return listed(w, institutions); });
}

std::string Holders::pronoun(const Layout& layout, std::size_t at, std::string_view not_them) const {
  const std::string_view word = layout.word(at);
  const bool he = word == "he" || word == "him" || word == "his";
  const bool she = word == "she" || word == "her";
  const bool they = word == "they" || word == "them" || word == "their";
  auto fits = [&](const std::string& holder) {
    if (holder == not_them) return false;
    const Name* known = named(holder);
    const bool several = holder.find("; ") != std::string::npos;
    if (he || she) {
      if (several) return false;
      // "the minister", but no longer phrase: that is no person's.
      const auto words = std::count(holder.begin(), holder.end(), ' ') + 1;
      if (!known) return words <= 4 && (holder.starts_with("the ") || holder.starts_with("The "));
      return !known->place && (known->person || two_names(known->words)) && known->gender != (he ? -1 : 1);
    }
    if (they) return several || !known || !known->person;
    return word.starts_with("it") && known && !known->person && !several;
  };
  // The subject of the same sentence comes first: "Lima made a video in which she thanked them."
  if (he || she)
    for (std::size_t k = 0; k < layout.names().size(); ++k) {
      const Range name = layout.names()[k].range;
      if (name.end >= at || layout.quotation(name.first) != layout.quotation(at)) break;
      const std::string& full = names_[fullest_[places_[layout.sentence()][k]]].full;
      if (!layout.possessive(name.end - 1) && fits(full)) return full;
    }
  // Who is known for a man or a woman, or is called by the surname alone, comes before who may be no person.
  const auto surely = [&](const std::string& holder) {
    const Name* known = named(holder);
    return known && fits(holder) &&
           (known->person || known->gender != 0 || by_words_.contains(known->words.back()));
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
    if (const Name* n = named(*at); n && n->role == noun) return n->full;
  const auto first = by_role_.find(noun);
  return first == by_role_.end() ? std::string() : names_[first->second[0]].full;
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
    const Name* name = lookup(words_of(range));
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
    const auto spelt = by_initials_.find(std::string(bare(layout.word(head->head))));
    if (spelt != by_initials_.end()) return names_[spelt->second[0]].full;
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
  for (const std::size_t place : places_[layout.sentence()]) recent_.push_back(names_[fullest_[place]].full);
}

}  // namespace tenor
