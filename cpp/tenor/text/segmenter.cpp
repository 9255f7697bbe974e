#include "tenor/text/segmenter.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <utility>

#include "tenor/error.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

std::vector<std::size_t> breaks(icu::BreakIterator& it, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UText input = UTEXT_INITIALIZER;
  utext_openUTF8(&input, text.data(), static_cast<int64_t>(text.size()), &status);
  it.setText(&input, status);
  if (U_FAILURE(status)) throw Error(std::string("ICU cannot read the text: ") + u_errorName(status));
  std::vector<std::size_t> out;
  for (int32_t at = it.first(); at != icu::BreakIterator::DONE; at = it.next())
    out.push_back(static_cast<std::size_t>(at));
  utext_close(&input);
  return out;
}

std::unique_ptr<icu::BreakIterator> open(bool words) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale("en");
  std::unique_ptr<icu::BreakIterator> it(words ? icu::BreakIterator::createWordInstance(locale, status)
                                               : icu::BreakIterator::createSentenceInstance(locale, status));
  if (U_FAILURE(status)) throw Error(std::string("ICU has no break rules: ") + u_errorName(status));
  return it;
}

Span trim(std::string_view text, Span span) {
  std::size_t begin = span.end, end = span.begin;
  for (std::size_t at = span.begin; at < span.end;) {
    const std::size_t start = at;
    if (is_space(decode(text, at))) continue;
    begin = std::min(begin, start);
    end = at;
  }
  return begin < end ? Span{begin, end} : Span{span.begin, span.begin};
}

std::vector<Span> pieces(std::string_view text, bool words) {
  const auto it = open(words);
  std::vector<Span> out;
  const auto at = breaks(*it, text);
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    const Span span = trim(text, {at[i], at[i + 1]});
    if (!span.empty()) out.push_back(span);
  }
  return out;
}

}  // namespace

Newline resolve_newline(std::string_view, Newline newline) {
  return newline == Newline::soft ? Newline::soft : Newline::hard;
}

Segmenter::Segmenter(SegmenterOptions options) : options_(std::move(options)) {}
std::vector<Span> Segmenter::sentences(std::string_view text) const {
  return pieces(text, false);
}
std::vector<Span> Segmenter::words(std::string_view text) const {
  return pieces(text, true);
}
std::vector<Boundary> Segmenter::explain(std::string_view text) const {
  std::vector<Boundary> out;
  for (const Span& s : sentences(text)) out.push_back({s.end, true, "icu"});
  return out;
}

}  // namespace tenor
