#include "tenor/stance/word_classes.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "tenor/error.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

/// Calls `use(line, number)` for each line, without its end.
template <class Use>
void for_lines(std::string_view text, Use use) {
  std::size_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    use(line, ++number);
  }
}

template <class Use>
void for_words(std::string_view line, Use use) {
  while (!line.empty()) {
    const std::size_t end = line.find(' ');
    if (end != 0) use(line.substr(0, end));
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
}

bool doubled(std::string_view stem) {
  return stem.size() > 2 && stem.back() == stem[stem.size() - 2];
}

}  // namespace

WordClasses::WordClasses(std::string_view classes, std::string_view valences) {
  for_lines(valences, [&](std::string_view line, std::size_t number) {
    if (line.empty()) return;
    const std::size_t tab = line.find('\t');
    float value = 0;
    if (tab == std::string_view::npos ||
        std::from_chars(line.data() + tab + 1, line.data() + line.size(), value).ec != std::errc())
      throw Error("line " + std::to_string(number) +
                  " of the valences is not \"word<TAB>number\": " + std::string(line));
    words_[fold(line.substr(0, tab))].valence = std::clamp(value / 4, -1.0F, 1.0F);
  });
  for_lines(classes, [&](std::string_view line, std::size_t number) {
    if (line.empty() || line.front() == '#') return;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || names_.size() == limit)
      throw Error(
          "line " + std::to_string(number) +
          " of the word classes is not \"name: words\", or there are more than 64: " + std::string(line));
    const std::uint64_t bit = std::uint64_t{1} << names_.size();
    names_.emplace_back(line.substr(0, colon));
    for_words(line.substr(colon + 1), [&](std::string_view word) { words_[fold(word)].classes |= bit; });
  });
}

std::uint64_t WordClasses::bit(std::string_view name) const {
  const auto at = std::find(names_.begin(), names_.end(), name);
  return at == names_.end() ? 0 : std::uint64_t{1} << (at - names_.begin());
}

WordInfo WordClasses::find(std::string_view folded) const {
  WordInfo info;
  // The form's own valence wins ("killed" differs from "kill"), while classes are shared by all forms.
  const auto add = [&](std::string_view lemma) {
    const WordInfo* found = words_.find(lemma);
    if (!found) return false;
    if (info.valence == 0) info.valence = found->valence;
    info.classes |= found->classes;
    return true;
  };
  add(folded);
  if (info.classes || folded.size() < 4) return info;
  std::array<char, 40> buffer;
  const auto with = [&](std::string_view stem, std::string_view ending) {
    if (stem.size() + ending.size() > buffer.size()) return false;
    std::copy(ending.begin(), ending.end(), std::copy(stem.begin(), stem.end(), buffer.begin()));
    return add({buffer.data(), stem.size() + ending.size()});
  };
  const auto cut = [&](std::size_t n) { return folded.substr(0, folded.size() - n); };
  const auto verb = [&](std::string_view stem) {
    return add(stem) || with(stem, "e") || (doubled(stem) && add(stem.substr(0, stem.size() - 1)));
  };
  if (folded.ends_with("'s")) {
    add(cut(2));
  } else if (folded.ends_with("ies") || folded.ends_with("ied")) {
    with(cut(3), "y");
  } else if (folded.ends_with("ed") || folded.ends_with("er")) {
    verb(cut(2));
  } else if (folded.ends_with("ing")) {
    verb(cut(3));
  } else if (folded.ends_with("s")) {
    if (!add(cut(1)) && folded.ends_with("es")) add(cut(2));
  } else if (folded.ends_with("ly")) {
    add(cut(2)) || (folded.ends_with("ily") && with(cut(3), "y")) || with(cut(1), "e");
  } else if (folded.ends_with("or")) {
    verb(cut(2));
  }
  return info;
}

}  // namespace tenor
