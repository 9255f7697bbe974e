#include "tenor/voice/name_index.h"

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

std::string role_of(const Layout& layout, const FoundName& found) {
  std::string_view role = layout.word(found.role);
  if (role.ends_with('.')) role.remove_suffix(1);
  return std::string(role);
}

}  // namespace

// Two words of which none is that of a body: "Hatice Cengiz", not "NBC News".
bool NameIndex::two_names(const std::vector<std::string>& words) {
  return words.size() == 2 && std::none_of(words.begin(), words.end(),
                                           [](const std::string& w) { return listed(w, institutions); });
}

NameIndex::NameIndex(const std::vector<Layout>& layouts) : places_(layouts.size()) {
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

void NameIndex::index() {
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

const NameIndex::Name* NameIndex::named(const std::string& full) const {
  return first(by_full_, full);
}

const NameIndex::Name* NameIndex::lookup(const std::vector<std::string>& words) const {
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

}  // namespace tenor
