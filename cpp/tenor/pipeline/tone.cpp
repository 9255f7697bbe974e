#include "tenor/pipeline/tone.h"

#include <algorithm>

#include "tenor/sentiment/rules.h"

namespace tenor {
namespace {

bool holds(const std::vector<Span>& spans, std::size_t byte) {
  return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.begin <= byte && byte < s.end; });
}

}  // namespace

std::vector<std::vector<Span>> quoted_parts(const Reading& reading,
                                            const std::vector<Attribution>& attributions) {
  std::vector<Span> contents;
  for (const Attribution& a : attributions)
    if (a.rule != seeming) contents.insert(contents.end(), a.content.begin(), a.content.end());
  std::sort(contents.begin(), contents.end());
  std::vector<Span> apart;
  for (const Span& content : contents) {
    if (!apart.empty() && content.begin <= apart.back().end)
      apart.back().end = std::max(apart.back().end, content.end);
    else
      apart.push_back(content);
  }
  std::vector<std::vector<Span>> out;
  std::size_t next = 0;
  for (const Sentence& sentence : reading.sentences) {
    while (next < apart.size() && apart[next].end <= sentence.span.begin) ++next;
    std::vector<Span>& parts = out.emplace_back();
    for (std::size_t i = next; i < apart.size() && apart[i].begin < sentence.span.end; ++i)
      parts.push_back(
          {std::max(apart[i].begin, sentence.span.begin), std::min(apart[i].end, sentence.span.end)});
  }
  return out;
}

Tone tone(const Scorer& scorer, std::string_view text, Span sentence, const std::vector<Span>& quoted) {
  const std::string_view words = sentence.of(text);
  Tone out;
  const Explained found = scorer.explain(words);
  out.score = found.score;
  out.words = found.words;
  for (const Share& share : found.shares) {
    const bool own = !holds(quoted, sentence.begin + share.span.begin);
    if (own) out.outlet_score += share.value;
    if (share.rule == rule_names(emphasis)) continue;  // exclamation marks are no word
    ++(share.value > 0 ? out.positive : out.negative);
    if (own) ++(share.value > 0 ? out.outlet_positive : out.outlet_negative);
  }
  if (quoted.empty()) out.outlet_score = out.score.value;  // the shares' sum is that but for its last bit
  return out;
}

double outlet_share(const Reading& reading, const Sentence& sentence, const std::vector<Span>& quoted) {
  if (sentence.first_word == sentence.end_word) return 1;
  const auto begin = reading.words.begin();
  const auto own = std::count_if(begin + static_cast<std::ptrdiff_t>(sentence.first_word),
                                 begin + static_cast<std::ptrdiff_t>(sentence.end_word),
                                 [&](Span word) { return !holds(quoted, word.begin); });
  return static_cast<double>(own) / static_cast<double>(sentence.end_word - sentence.first_word);
}

}  // namespace tenor
