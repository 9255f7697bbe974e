#include "tenor/text/article.h"

#include <algorithm>

#include "tenor/text/chrome.h"
#include "tenor/text/dateline.h"
#include "tenor/text/lines.h"
#include "tenor/text/roles.h"
#include "tenor/text/wire_dateline.h"

namespace tenor {
namespace {

class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  Article build(std::vector<Part>& parts) {
    const std::size_t title = first_of(parts, Role::title), body = first_of(parts, Role::body);
    // Of several dates the one next to the article counts.
    std::size_t date = parts.size();
    for (std::size_t i = 0; i < body; ++i)
      if (parts[i].role == Role::dateline && (date == parts.size() || date < title || title > body)) date = i;
    if (date < parts.size()) set_date(parts[date].line.span, find_date(parts[date].line.span.of(text_)));
    if (const std::size_t outlet = first_of(parts, Role::outlet); outlet < parts.size())
      article_.outlet = parts[outlet].line.span;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const Span span = parts[i].line.span;
      switch (parts[i].role) {
        case Role::body:
          add_body(span, i == body);
          break;
        case Role::title:
          add_title(span);
          break;
        case Role::outlet:
          break;
        case Role::byline:
          add_byline(span, i < body);
          break;
        case Role::dateline:
          if (i != date) remove(span, "date");
          break;
        case Role::caption:
          article_.captions.push_back(span);
          break;
        case Role::pull_quote:
          article_.pull_quotes.push_back(span);
          break;
        case Role::chrome:
          remove(span, parts[i].reason);
          break;
        case Role::open:
          i < body ? add_head(span, parts[i].line, title < i) : remove(span, "list");
          break;
      }
    }
    return std::move(article_);
  }

 private:
  void remove(Span span, std::string_view reason) {
    span = without_marks(span);
    if (!span.empty()) article_.removed.push_back({span, reason});
  }

  /// Without the spaces, strokes and points at either end of a piece of a line.
  [[nodiscard]] Span without_marks(Span span) const {
    constexpr std::string_view edge = " \t\r\n|,-";
    while (!span.empty() && edge.find(text_[span.begin]) != std::string_view::npos) ++span.begin;
    while (!span.empty() && edge.find(text_[span.end - 1]) != std::string_view::npos) --span.end;
    return span;
  }

  void set_date(Span span, const std::optional<DateMention>& mention) {
    article_.dateline = span;
    if (mention) article_.date = mention->iso;
  }

  void add_body(Span span, bool first) {
    const auto wire = first ? find_wire_dateline(span.of(text_)) : std::nullopt;
    if (wire) {
      if (article_.dateline)
        remove({span.begin + wire->span.begin, span.begin + wire->span.end}, "dateline");
      else
        article_.dateline = Span{span.begin + wire->span.begin, span.begin + wire->span.end};
      if (article_.date.empty()) article_.date = wire->iso;
      if (!article_.outlet && wire->agency)
        article_.outlet = Span{span.begin + wire->agency->begin, span.begin + wire->agency->end};
      span.begin += wire->text_begin;
    }
    article_.body.push_back(span);
  }

  /// "Talks end without a deal - The Daily Bugle": the name after the last stroke is the outlet's.
  void add_title(Span span) {
    const std::string_view own = span.of(text_);
    for (const std::string_view stroke : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
      const std::size_t at = own.rfind(stroke);
      if (at == std::string_view::npos || at == 0) continue;
      const Span tail{span.begin + at + stroke.size(), span.end};
      if (!is_outlet_name(text_, measure(text_, tail))) continue;
      if (article_.outlet)
        remove(tail, "outlet again");
      else
        article_.outlet = tail;
      span.end = span.begin + at;
      break;
    }
    article_.title = span;
  }

  void add_byline(Span span, bool head) {
    if (article_.byline || !head) return remove(span, "byline");
    // "By Jane Doe On 11/13/19 at 4:00 PM EST"
    if (const auto date = find_date(span.of(text_)); date && !article_.dateline) {
      set_date({span.begin + date->span.begin, span.begin + date->span.end}, date);
      remove({article_.dateline->end, span.end}, "head");
      span.end = article_.dateline->begin;
    }
    article_.byline = without_marks(span);
  }

  /// A line above the body that is none of the known parts.
  void add_head(Span span, const Line& line, bool below_title) {
    constexpr std::size_t most_words = 14;
    const auto date = line.words <= most_words && line.digits > 0 ? find_date(span.of(text_)) : std::nullopt;
    if (date && !article_.dateline) {
      set_date({span.begin + date->span.begin, span.begin + date->span.end}, date);
      remove({span.begin, article_.dateline->begin}, "head");
      remove({article_.dateline->end, span.end}, "head");
      return;
    }
    if (below_title && !article_.byline && is_short_name(line) && line.words >= 2 && line.words <= 4) {
      article_.byline = span;
      return;
    }
    remove(span, below_title ? "head" : "navigation");
  }

  std::string_view text_;
  Article article_;
};

}  // namespace

Article clean(std::string_view text, Origin origin) {
  std::vector<Part> parts = origin == Origin::extract ? label_extract(text) : label_page(text);
  return Builder(text).build(parts);
}

}  // namespace tenor
