#include "tenor/text/segmenter.h"

#include <utility>

#include "tenor/text/boundaries.h"
#include "tenor/text/line_layout.h"
#include "tenor/text/list_items.h"
#include "tenor/text/sentence_rules.h"
#include "tenor/text/unicode.h"
#include "tenor/text/words.h"

namespace tenor {
namespace {

// Calls `take` with every ruling and the sentence that it would end, then once for what is left.
template <class Take>
void walk(std::string_view text, Newline newline, const Abbreviations& abbreviations, Take take) {
  const SentenceRules rules(text, read_layout(text, newline), abbreviations);
  std::size_t begin = skip_space(text, 0);
  const auto item = [&] { return begin < text.size() ? next_item(text, begin) : text.size(); };
  std::size_t item_at = item();
  for (std::size_t at = find_stop(text, begin);; at = find_stop(text, at)) {
    if (item_at <= at && item_at < text.size()) {
      std::size_t end = item_at;
      while (end > begin && text[end - 1] == ' ') --end;
      take(Span{begin, end}, Ruling{end, item_at, true, "list item"});
      begin = at = item_at;
      item_at = item();
      continue;
    }
    if (at >= text.size()) break;
    const Ruling ruling = rules.judge(begin, at);
    take(Span{begin, ruling.end}, ruling);
    at = ruling.next;
    if (ruling.broken) {
      begin = ruling.next;
      item_at = item();
    }
  }
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size();) {
    const bool space = is_space(decode(text, at));
    if (!space) end = at;
  }
  take(Span{begin, end}, Ruling{end, text.size(), true, "end of text"});
}

}  // namespace

Segmenter::Segmenter(SegmenterOptions options)
    : options_(std::move(options)), abbreviations_(options_.abbreviations, options_.starters) {}

std::vector<Span> Segmenter::sentences(std::string_view text) const {
  std::vector<Span> out;
  walk(text, options_.newline, abbreviations_, [&](Span span, const Ruling& ruling) {
    if (ruling.broken && !span.empty()) out.push_back(span);
  });
  return out;
}

std::vector<Span> Segmenter::words(std::string_view text) const {
  return find_words(text, abbreviations_);
}

std::vector<Boundary> Segmenter::explain(std::string_view text) const {
  std::vector<Boundary> out;
  walk(text, options_.newline, abbreviations_, [&](Span span, const Ruling& ruling) {
    if (!span.empty()) out.push_back({span.end, ruling.broken, ruling.rule});
  });
  return out;
}

}  // namespace tenor
