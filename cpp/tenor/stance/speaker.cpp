#include "tenor/stance/speaker.h"

#include <algorithm>
#include <array>

#include "tenor/stance/view_holder.h"
#include "tenor/text/listed.h"
#include "tenor/text/unicode.h"

namespace tenor {

Speakers::Speakers(const Reading& reading, const std::vector<Attribution>& attributions)
    : spoken_(reading.sentences.size()), cued_(reading.sentences.size()) {
  const auto& sentences = reading.sentences;
  for (const Attribution& a : attributions) {
    cued_[a.sentence].push_back(&a);
    for (const Span& content : a.content) {
      auto at = std::lower_bound(sentences.begin(), sentences.end(), content.begin,
                                 [](const Sentence& s, std::size_t byte) { return s.span.end <= byte; });
      for (; at != sentences.end() && at->span.begin < content.end; ++at) {
        auto& here = spoken_[static_cast<std::size_t>(at - sentences.begin())];
        if (here.empty() || here.back() != &a) here.push_back(&a);
      }
    }
  }
}

std::vector<Said> Speakers::said_in(const Layout& layout) const {
  std::vector<Said> out;
  for (const Attribution* a : spoken_[layout.sentence()]) {
    for (const Span& content : a->content) {
      Range words;
      for (std::size_t i = 0; i < layout.size(); ++i) {
        if (!content.overlaps(layout.span({i, i + 1}))) continue;
        if (words.empty()) words.first = i;
        words.end = i + 1;
      }
      if (!words.empty()) out.push_back({a, words});
    }
  }
  return out;
}

const Said* innermost(const std::vector<Said>& said, std::size_t word) {
  const Said* best = nullptr;
  for (const Said& s : said)
    if (s.words.contains(word) &&
        (!best || s.words.end - s.words.first < best->words.end - best->words.first))
      best = &s;
  return best;
}

std::string speaker_of(const Attribution& said) {
  static constexpr auto asking =
      std::to_array<std::string_view>({"who", "which", "what", "that", "whoever", "whom", "whose"});
  const std::string folded = fold(said.holder);
  if (is_first_person(folded)) return "outlet";
  return is_second_person(folded) || listed(folded, asking) ? std::string() : said.holder;
}

}  // namespace tenor
