#include "tenor/voice/names.h"

#include <array>

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
