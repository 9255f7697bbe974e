// With clang this is a libFuzzer target (see CMakeLists.txt); text_fuzz_test.cpp drives the same checks under
// every compiler.
#include "fuzz_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "tenor/text/article.h"
#include "tenor/text/boundaries.h"
#include "tenor/text/chrome.h"
#include "tenor/text/dateline.h"
#include "tenor/text/line_layout.h"
#include "tenor/text/lines.h"
#include "tenor/text/list_items.h"
#include "tenor/text/marks.h"
#include "tenor/text/reading.h"
#include "tenor/text/roles.h"
#include "tenor/text/segmenter.h"
#include "tenor/text/sentence_context.h"
#include "tenor/text/unicode.h"
#include "tenor/text/wire_dateline.h"
#include "tenor/text/words.h"

namespace tenor {
namespace {

void need(bool holds, const char* promise) {
  if (!holds) throw std::logic_error(promise);
}

void check_within(std::string_view text, Span span) {
  need(span.begin <= span.end && span.end <= text.size(), "a span lies in its text");
}

// In order, apart, trimmed, and together all that is not white space.
void check_cover(std::string_view text, const std::vector<Span>& spans) {
  std::size_t last = 0;
  const auto blank = [&](std::size_t end) {
    while (last < end) need(is_space(decode(text, last)), "only white space is left out");
  };
  for (const Span& span : spans) {
    check_within(text, span);
    need(!span.empty() && span.begin >= last, "spans are in order and hold something");
    blank(span.begin);
    std::size_t first = span.begin;
    need(!is_space(decode(text, first)), "spans begin without white space");
    last = span.end;
  }
  blank(text.size());
}

void check_unicode(std::string_view text) {
  const CodePoints points(text);
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    need(points(at) == count, "code points are counted");
    if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) {
      need(points.byte(count) == at, "a code point begins at its byte");
      ++count;
    }
  }
  need(find_malformed(text) == std::string_view::npos || find_malformed(text) < text.size(), "a byte of it");
  need(find_malformed(fold(text)) == std::string_view::npos, "folded text is well formed");
}

void check_boundaries(std::string_view text) {
  for (const auto& found : {sentence_boundaries(text), word_boundaries(text)}) {
    std::size_t last = 0;
    for (const std::size_t at : found) {
      need(at > last, "boundaries rise");
      last = at;
    }
    need(last == text.size(), "the last boundary is the end");
  }
  for (std::size_t at = find_stop(text, 0); at < text.size(); at = find_stop(text, at + 1)) {
    const Mark mark = read_mark(text, 0, at);
    need(at <= mark.marks_end && mark.marks_end <= mark.end && mark.end <= mark.gap.next &&
             mark.gap.next <= mark.word && mark.word <= mark.word_end && mark.word_end <= text.size(),
         "the parts of a mark are in order");
    in_brackets(text, mark), aside_follows(text, mark), speech_follows(text, mark), in_title_case(text, mark);
    is_uncapitalised(text, mark), is_only_time(text, mark), is_label_next(text, mark), is_label(text, mark);
    is_camel_case(text, mark), ellipsis_follows(text, mark), is_address(text, at);
    const std::size_t item = next_item(text, at);
    need(item == std::string_view::npos || (item > at && item < text.size()), "an item follows");
    if (text.size() > 200) break;  // the rest is only more of the same
  }
}

void check_segmenter(std::string_view text, const Segmenter& segmenter) {
  const std::vector<Span> words = segmenter.words(text), sentences = segmenter.sentences(text);
  check_cover(text, words);
  check_cover(text, sentences);
  std::vector<std::size_t> ends;
  for (const Boundary& b : segmenter.explain(text)) {
    need(b.at <= text.size() && !b.rule.empty(), "each place has its rule");
    if (b.broken) ends.push_back(b.at);
  }
  need(ends.size() == sentences.size(), "explain tells of every sentence");
  for (std::size_t i = 0; i < ends.size(); ++i) need(ends[i] == sentences[i].end, "where it ends");
  std::size_t word = 0;
  for (const Span& s : sentences) {
    while (word < words.size() && words[word].end <= s.end) ++word;
    need(word == words.size() || words[word].begin >= s.end, "no sentence ends inside a word");
  }
  for (const Span& w : words) {
    std::size_t last = w.begin;
    for (const Span& part : word_parts(text, w)) {
      need(part.begin >= last && part.end <= w.end && !part.empty(), "parts lie in their word");
      last = part.end;
    }
  }
}

void check_article(std::string_view text, const Segmenter& segmenter) {
  for (const Origin origin : {Origin::page, Origin::extract}) {
    const Article article = clean(text, origin);
    for (const auto& part : {article.title, article.outlet, article.byline, article.dateline})
      if (part) check_within(text, *part);
    for (const auto* spans : {&article.body, &article.captions, &article.pull_quotes})
      for (const Span& span : *spans) check_within(text, span);
    for (const Removed& removed : article.removed) check_within(text, removed.span);
    for (const Sentence& s : read(text, article, segmenter).sentences) check_within(text, s.span);
  }
  for (const Sentence& s : read(text, segmenter).sentences) check_within(text, s.span);
  for (const Line& line : lines(text)) {
    check_within(text, line.span);
    read_signs(text, line);
    is_outlet_name(text, line);
    is_short_name(line);
  }
  const std::string_view line = text.substr(0, std::min(text.find('\n'), std::size_t{300}));
  if (const auto date = find_date(line)) check_within(line, date->span);
  is_date_line(line);
  if (const auto wire = find_wire_dateline(line)) {
    check_within(line, wire->span);
    need(wire->text_begin <= line.size(), "the first sentence begins in the line");
  }
}

}  // namespace

void check_text(std::string_view bytes) {
  static const Segmenter segmenters[] = {Segmenter(), Segmenter({Newline::hard, {}, {}}),
                                         Segmenter({Newline::soft, {"Blk"}, {"Zyx"}})};
  check_unicode(bytes);
  check_boundaries(bytes);
  for (const Segmenter& segmenter : segmenters) check_segmenter(bytes, segmenter);
  check_article(bytes, segmenters[0]);
}

}  // namespace tenor

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tenor::check_text({reinterpret_cast<const char*>(data), size});
  return 0;
}
