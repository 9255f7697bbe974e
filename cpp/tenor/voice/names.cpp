#include "tenor/voice/names.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "tenor/text/listed.h"
#include "tenor/text/unicode.h"
#include "tenor/text/word_kinds.h"
#include "tenor/text/word_map.h"
#include "tenor/voice/given_names.h"
#include "tenor/voice/places.h"
#include "tenor/voice/titles.h"

namespace tenor {
namespace {

constexpr auto particles =
    std::to_array<std::string_view>({"de", "da", "di", "del", "della", "van", "von", "der", "den", "al", "el",
                                     "bin", "ibn", "ben", "la", "le", "du", "dos"});
constexpr std::uint8_t particle = 1, title = 2, institution = 4, female_title = 8, male_title = 16,
                       female_name = 32, male_name = 64, shared_name = 128;
constexpr std::uint8_t given_name = female_name | male_name | shared_name;

std::uint8_t kind_of(std::string_view word) {
  static const WordKinds kinds = WordKinds()
                                     .add(particles, particle)
                                     .add(titles, title)
                                     .add(institutions, institution)
                                     .add(female_titles, female_title)
                                     .add(male_titles, male_title)
                                     .add(female_names, female_name)
                                     .add(male_names, male_name)
                                     .add(shared_names, shared_name);
  return kinds.of(word);
}

bool is_place(const Layout& layout, Range name) {
  static const WordMap<std::uint8_t> all = [] {
    WordMap<std::uint8_t> out;
    std::istringstream list{std::string(place_list)};
    for (std::string entry; std::getline(list, entry, ';');) {
      std::istringstream words{entry};
      std::string key;
      for (std::string word; words >> word;) (key.empty() ? key : key.append(1, ' ')).append(word);
      out[key] = 1;
    }
    return out;
  }();
  std::string key;
  for (std::size_t i = name.first; i < name.end; ++i)
    (key.empty() ? key : key.append(1, ' ')).append(plain(bare(layout.word(i))));
  return all.find(key) != nullptr;
}

bool begins_lower(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_lower(decode(text, at));
}

// Months that are names of people as well.
bool is_only_a_time(const Layout& layout, std::size_t word) {
  static constexpr auto both = std::to_array<std::string_view>({"march", "april", "may", "june", "august"});
  return layout.is_time({word, word + 1}) && !listed(layout.word(word), both);
}

// "US Ambassador to Germany Richard Grenell": where the person's own name begins in a run of names that
// follows an office or opens with one, or with a body; the run's first word where it is one name.
std::size_t person_start(const Layout& layout, Range run) {
  const auto is_office = [&](std::size_t i) { return (kind_of(layout.word(i)) & title) != 0; };
  bool office = run.first > 1 && is_office(run.first - 2) &&
                (layout.word(run.first - 1) == "of" || layout.word(run.first - 1) == "to" ||
                 layout.word(run.first - 1) == "for");
  for (std::size_t i = run.first; i + 1 < run.end; ++i) {
    const std::uint8_t kind = kind_of(layout.word(i));
    if ((kind & given_name) && i > run.first && office) return i;
    if (kind & given_name) return run.first;
    office = office || (kind & (title | institution));
  }
  return run.first;
}

}  // namespace

std::string_view bare(std::string_view text) {
  for (const std::string_view tail : {"'s", "\u2019s", "'", "\u2019"})
    if (text.size() > tail.size() && text.ends_with(tail)) return text.substr(0, text.size() - tail.size());
  return text;
}

std::string plain(std::string_view folded) {
  // Letters of the Latin alphabets of Europe and Turkey, each with its base.
  static constexpr std::array<std::pair<std::u32string_view, std::string_view>, 22> bases{{
      {U"\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u0101\u0103\u0105", "a"},
      {U"\u00e7\u0107\u010d\u010b", "c"},
      {U"\u010f\u0111\u00f0", "d"},
      {U"\u00e8\u00e9\u00ea\u00eb\u0113\u0117\u0119\u011b", "e"},
      {U"\u011f\u0121\u0123", "g"},
      {U"\u0127", "h"},
      {U"\u00ec\u00ed\u00ee\u00ef\u012b\u012f\u0131", "i"},
      {U"\u0137", "k"},
      {U"\u0142\u013a\u013c\u013e", "l"},
      {U"\u00f1\u0144\u0146\u0148", "n"},
      {U"\u00f2\u00f3\u00f4\u00f5\u00f6\u00f8\u014d\u0151", "o"},
      {U"\u0155\u0159", "r"},
      {U"\u015b\u015f\u0161\u0219", "s"},
      {U"\u0163\u0165\u021b", "t"},
      {U"\u00f9\u00fa\u00fb\u00fc\u016b\u016f\u0171\u0173", "u"},
      {U"\u0175", "w"},
      {U"\u00fd\u00ff\u0177", "y"},
      {U"\u017a\u017c\u017e", "z"},
      {U"\u00e6", "ae"},
      {U"\u0153", "oe"},
      {U"\u00df", "ss"},
      {U"\u00fe", "th"},
  }};
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t first = at;
    const char32_t c = decode(folded, at);
    std::string_view letter = folded.substr(first, at - first);
    if (c >= 0x80)
      for (const auto& [letters, base] : bases)
        if (letters.find(c) != std::u32string_view::npos) letter = base;
    out += letter;
  }
  return out;
}

bool is_title(std::string_view folded) {
  return (kind_of(folded) & title) != 0;
}

bool may_be_person(const Layout& layout, Range name) {
  for (std::size_t i = name.first; i < name.end; ++i)
    if (kind_of(bare(layout.word(i))) & institution) return false;
  return name.end - name.first > 1;
}

std::vector<FoundName> names_in(const Layout& layout, Range range) {
  std::vector<FoundName> out;
  for (std::size_t i = range.first; i < range.end;) {
    if (!is_name(layout.tag(i))) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < range.end && !layout.possessive(end - 1)) {
      if (is_name(layout.tag(end))) {
        ++end;
      } else if (end + 1 < range.end && is_name(layout.tag(end + 1)) &&
                 ((kind_of(layout.word(end)) & particle) || layout.word(end) == "of" ||
                  layout.word(end) == "&")) {
        end += 2;
      } else {
        break;
      }
    }
    std::size_t begin = i;
    i = end;
    // "Tuesday Mitsotakis", "director-general Tedros": what stands before the name.
    while (begin + 1 < end &&
           (is_only_a_time(layout, begin) || (begins_lower(layout.text({begin, begin + 1})) &&
                                              !(kind_of(layout.word(begin)) & (particle | title)))))
      ++begin;
    if (end - begin == 1 && is_only_a_time(layout, begin)) continue;
    FoundName found{{begin, end}};
    // What follows the last title is the person: "US Secretary of State Marco Rubio".
    for (std::size_t at = begin; at + 1 < end; ++at) {
      const std::string_view word = layout.word(at);
      std::string_view plain = word;
      if (plain.ends_with('.')) plain.remove_suffix(1);
      const std::uint8_t kind = kind_of(plain);
      if (!(kind & title) || (kind_of(layout.word(at + 1)) & institution) || layout.word(at + 1) == "of")
        continue;
      found.range.first = at + 1;
      found.role = at;
      found.person = true;
      if (kind & female_title) found.gender = -1;
      if (kind & male_title) found.gender = 1;
    }
    found.range.first = person_start(layout, found.range);
    const std::size_t first = found.range.first;
    if (first == begin && begin > range.first && (layout.tag(begin - 1) == Tag::NN)) {
      found.role = begin - 1;  // "presidential aide Yuri Ushakov"
      found.person = (kind_of(layout.word(begin - 1)) & title) || end - first > 1;
    }
    if (end - first > 1) {
      const std::uint8_t given = kind_of(layout.word(first));
      if (given & female_name) found.gender = -1, found.person = true;
      if (given & male_name) found.gender = 1, found.person = true;
      if (given & shared_name) found.person = true;
    }
    for (std::size_t at = first; at < end; ++at)
      if (kind_of(bare(layout.word(at))) & institution) found.person = false;
    found.place = is_place(layout, found.range);
    if (found.place) found.person = false;
    out.push_back(found);
  }
  return out;
}

}  // namespace tenor
