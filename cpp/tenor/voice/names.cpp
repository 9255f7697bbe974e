#include "tenor/voice/names.h"

#include <array>
#include <utility>

#include "tenor/text/unicode.h"
#include "tenor/text/word_kinds.h"
#include "tenor/voice/titles.h"

namespace tenor {
namespace {

constexpr auto particles =
    std::to_array<std::string_view>({"de", "da", "di", "del", "della", "van", "von", "der", "den", "al", "el",
                                     "bin", "ibn", "ben", "la", "le", "du", "dos"});
constexpr std::uint8_t particle = 1, title = 2, institution = 4, female_title = 8, male_title = 16,
                       female_name = 32, male_name = 64;

std::uint8_t kind_of(std::string_view word) {
  static const WordKinds kinds = WordKinds()
                                     .add(particles, particle)
                                     .add(titles, title)
                                     .add(institutions, institution)
                                     .add(female_titles, female_title)
                                     .add(male_titles, male_title)
                                     .add(female_names, female_name)
                                     .add(male_names, male_name);
  return kinds.of(word);
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
    FoundName found{{i, end}};
    // What follows the last title is the person: "US Secretary of State Marco Rubio".
    for (std::size_t at = i; at + 1 < end; ++at) {
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
    const std::size_t first = found.range.first;
    if (first == i && i > range.first && (layout.tag(i - 1) == Tag::NN)) {
      found.role = i - 1;  // "presidential aide Yuri Ushakov"
      found.person = (kind_of(layout.word(i - 1)) & title) || end - first > 1;
    }
    if (end - first > 1) {
      const std::uint8_t given = kind_of(layout.word(first));
      if (given & female_name) found.gender = -1, found.person = true;
      if (given & male_name) found.gender = 1, found.person = true;
    }
    for (std::size_t at = first; at < end; ++at)
      if (kind_of(bare(layout.word(at))) & institution) found.person = false;
    out.push_back(found);
    i = end;
  }
  return out;
}

}  // namespace tenor
