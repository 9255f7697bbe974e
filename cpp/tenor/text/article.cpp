#include "tenor/text/article.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "tenor/text/chrome.h"
#include "tenor/text/chrome_model.h"
#include "tenor/text/dateline.h"
#include "tenor/text/lines.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

enum class Role { open, body, title, outlet, byline, dateline, caption, chrome };

struct Part {
  Line line;
  Role role = Role::open;
  std::string_view reason;  // of chrome
};

constexpr std::size_t most_title_words = 30;

/// What the words of each line say by themselves.
void label_by_words(std::vector<Part>& parts, const std::vector<Signs>& signs) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].reason = signs[i].reason;
    parts[i].role = !signs[i].reason.empty() ? Role::chrome
                    : signs[i].date          ? Role::dateline
                    : signs[i].byline        ? Role::byline
                    : signs[i].caption       ? Role::caption
                                             : Role::open;
  }
}

/// In a text of paragraphs prose is body, and so are the short lines between two paragraphs: subheadings,
/// short quotations. A longer run of short lines is a list of links.
void label_paragraphs(std::vector<Part>& parts) {
  constexpr std::size_t longest_run = 2;
  std::size_t run = 0, last = parts.size();
  bool any = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].role != Role::open) continue;
    if (!is_prose(parts[i].line)) {
      ++run;
      continue;
    }
    parts[i].role = Role::body;
    if (any && run <= longest_run)
      for (std::size_t j = last + 1; j < i; ++j)
        if (parts[j].role == Role::open) parts[j].role = Role::body;
    any = true, last = i, run = 0;
  }
}

/// A short text, or one that is half paragraphs, came without the menus of its page, and a model of whole
/// pages knows less about it than a rule; a page is left to the model.
void label_body(std::vector<Part>& parts, const std::vector<Line>& found, const std::vector<Signs>& signs) {
  std::size_t prose = 0;
  for (const Part& part : parts) prose += part.role == Role::open && is_prose(part.line);
  constexpr std::size_t short_page = 30;
  if (prose * 2 >= parts.size() || parts.size() < short_page) {
    label_paragraphs(parts);
  } else {
    const std::vector<double> odds = body_log_odds(found, signs);
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (parts[i].role == Role::open && odds[i] > 0) parts[i].role = Role::body;
  }
  // Lists, verse, a language without full stops: better all of it than none.
  if (std::none_of(parts.begin(), parts.end(), [](const Part& p) { return p.role == Role::body; }))
    for (Part& part : parts)
      if (part.role == Role::open) part.role = Role::body;
}

/// The words of a text by which two passages can be about the same thing: long ones, cut to a stem.
std::vector<std::string> stems(std::string_view text) {
  constexpr std::size_t stem = 6, shortest = 4;
  std::vector<std::string> out;
  const std::string low = fold(text);
  for (std::size_t at = 0; at < low.size();) {
    std::size_t end = at;
    auto inside = [&](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
    };
    while (end < low.size() && inside(low[end])) ++end;
    if (end - at >= shortest) out.push_back(low.substr(at, std::min(stem, end - at)));
    at = end + 1;
  }
  return out;
}

std::size_t first_of(const std::vector<Part>& parts, Role role) {
  const auto at = std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.role == role; });
  return static_cast<std::size_t>(at - parts.begin());
}

/// The title is the open line before the body that shares most words with it and stands nearest.
void label_title(std::string_view text, std::vector<Part>& parts) {
  constexpr std::size_t lead = 2500;
  const std::size_t body = first_of(parts, Role::body);
  std::unordered_set<std::string> about;
  std::size_t read = 0;
  for (std::size_t i = body; i < parts.size() && read < lead; ++i) {
    if (parts[i].role != Role::body) continue;
    const std::string_view own = parts[i].line.span.of(text).substr(0, lead - read);
    for (std::string& s : stems(own)) about.insert(std::move(s));
    read += own.size();
  }
  double best = 0;
  std::size_t found = parts.size(), between = 0;
  for (std::size_t i = body; i-- > 0;) {
    const Line& line = parts[i].line;
    if (parts[i].role != Role::open) continue;
    ++between;
    const bool full_stop = line.last == U'.' || line.last == U':' || line.last == U',';
    if (line.words < (line.cjk ? 1 : 3) || line.words > most_title_words || full_stop) continue;
    const auto words = stems(line.span.of(text));
    const auto shared = static_cast<double>(
        std::count_if(words.begin(), words.end(), [&](const std::string& w) { return about.contains(w); }));
    const double share = words.empty() ? 0 : shared / static_cast<double>(words.size());
    const double near = 1.0 / static_cast<double>(between);
    const double length = std::min(1.0, line.words / 8.0);
    const double score = 2 * share + std::min(shared, 4.0) / 4 + near + length;
    constexpr double least = 1.2;
    if (score >= least && score > best) best = score, found = i;
  }
  if (found < parts.size()) parts[found].role = Role::title;
}

bool is_short_name(const Line& line) {
  constexpr std::size_t most = 5;
  return line.words <= most && line.words > 0 && line.capital_words == line.words && !line.ends_sentence &&
         line.commas == 0;
}

/// The outlet's name stands by the title or the date; where it cannot be told from an author's, a second
/// mention on the page decides.
void label_outlet(std::string_view text, std::vector<Part>& parts) {
  const std::size_t title = first_of(parts, Role::title), body = first_of(parts, Role::body);
  const std::size_t from = title < body ? title : 0;
  std::unordered_map<std::uint64_t, std::size_t> seen;
  for (std::size_t i = 0; i < parts.size(); ++i) ++seen[parts[i].line.hash];
  constexpr std::size_t reach = 4;
  std::size_t found = parts.size();
  for (std::size_t i = from > reach ? from - reach : 0; i < body; ++i) {
    if (parts[i].role != Role::open || !is_short_name(parts[i].line)) continue;
    const bool named = is_outlet_name(text, parts[i].line);
    const bool below_title = i > title;
    if (named || (below_title && (seen[parts[i].line.hash] > 1 || parts[i].line.words == 1))) {
      if (found == parts.size() || (below_title && found < title)) found = i;
    }
  }
  if (found == parts.size()) return;
  parts[found].role = Role::outlet;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (i != found && parts[i].role == Role::open && parts[i].line.hash == parts[found].line.hash)
      parts[i].role = Role::chrome, parts[i].reason = "outlet again";
}

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

Article clean(std::string_view text) {
  const std::vector<Line> found = lines(text);
  std::vector<Part> parts;
  for (const Line& line : found) parts.push_back({line, Role::open, {}});
  if (parts.size() == 1) {
    parts.front().role = Role::body;
  } else {
    std::vector<Signs> signs;
    for (const Line& line : found) signs.push_back(read_signs(text, line));
    label_by_words(parts, signs);
    label_body(parts, found, signs);
    label_title(text, parts);
    label_outlet(text, parts);
  }
  return Builder(text).build(parts);
}

}  // namespace tenor
