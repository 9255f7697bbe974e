#include "tenor/text/roles.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "tenor/text/chrome.h"
#include "tenor/text/chrome_model.h"
#include "tenor/text/pull_quotes.h"
#include "tenor/text/stems.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

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
void label_body(std::string_view text, std::vector<Part>& parts, const std::vector<Signs>& signs) {
  std::size_t prose = 0;
  for (const Part& part : parts) prose += part.role == Role::open && is_prose(part.line);
  constexpr std::size_t short_page = 30;
  if (prose * 2 >= parts.size() || parts.size() < short_page) {
    label_paragraphs(parts);
  } else {
    std::vector<Line> found;
    for (const Part& part : parts) found.push_back(part.line);
    const std::vector<char> body = find_body(text, found, signs);
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (parts[i].role == Role::open && body[i]) parts[i].role = Role::body;
  }
  // Lists, verse, a language without full stops: better all of it than none.
  if (std::none_of(parts.begin(), parts.end(), [](const Part& p) { return p.role == Role::body; }))
    for (Part& part : parts)
      if (part.role == Role::open) part.role = Role::body;
}

/// What the lead of the body is about, sorted.
std::vector<std::uint64_t> lead_stems(std::string_view text, const std::vector<Part>& parts,
                                      std::size_t body) {
  constexpr std::size_t lead = 2500;
  std::vector<std::uint64_t> about;
  std::size_t read = 0;
  for (std::size_t i = body; i < parts.size() && read < lead; ++i) {
    if (parts[i].role != Role::body) continue;
    const std::string_view own = parts[i].line.span.of(text).substr(0, lead - read);
    add_stems(own, about);
    read += own.size();
  }
  std::sort(about.begin(), about.end());
  return about;
}

bool may_be_title(const Line& line) {
  const bool full_stop = line.last == U'.' || line.last == U':' || line.last == U',';
  return line.words >= (line.cjk ? 1 : 3) && line.words <= most_title_words && !full_stop;
}

/// The title is the open line before the body that shares most words with it and stands nearest.
void label_title(std::string_view text, std::vector<Part>& parts) {
  const std::size_t body = first_of(parts, Role::body);
  std::vector<std::uint64_t> about, words;
  double best = 0;
  std::size_t found = parts.size(), between = 0;
  for (std::size_t i = body; i-- > 0;) {
    const Line& line = parts[i].line;
    if (parts[i].role != Role::open) continue;
    ++between;
    if (!may_be_title(line)) continue;
    if (about.empty()) about = lead_stems(text, parts, body);
    words.clear();
    add_stems(line.span.of(text), words);
    const auto shared = static_cast<double>(std::count_if(words.begin(), words.end(), [&](std::uint64_t w) {
      return std::binary_search(about.begin(), about.end(), w);
    }));
    const double share = words.empty() ? 0 : shared / static_cast<double>(words.size());
    const double near = 1.0 / static_cast<double>(between);
    const double length = std::min(1.0, line.words / 8.0);
    const double score = 2 * share + std::min(shared, 4.0) / 4 + near + length;
    constexpr double least = 1.2;
    if (score >= least && score > best) best = score, found = i;
  }
  if (found < parts.size()) parts[found].role = Role::title;
}

/// The outlet's name stands by the title or the date; where it cannot be told from an author's, a second
/// mention on the page decides.
void label_outlet(std::string_view text, std::vector<Part>& parts) {
  const std::size_t title = first_of(parts, Role::title), body = first_of(parts, Role::body);
  const std::size_t from = title < body ? title : 0;
  std::vector<std::uint64_t> hashes;
  for (const Part& part : parts) hashes.push_back(part.line.hash);
  const std::vector<char> repeated = repeats(hashes);
  constexpr std::size_t reach = 4;
  std::size_t found = parts.size();
  for (std::size_t i = from > reach ? from - reach : 0; i < body; ++i) {
    if (parts[i].role != Role::open || !is_short_name(parts[i].line)) continue;
    const bool named = is_outlet_name(text, parts[i].line);
    const bool below_title = i > title;
    if (named || (below_title && (repeated[i] || parts[i].line.words == 1))) {
      if (found == parts.size() || (below_title && found < title)) found = i;
    }
  }
  if (found == parts.size()) return;
  parts[found].role = Role::outlet;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (i != found && parts[i].role == Role::open && parts[i].line.hash == parts[found].line.hash)
      parts[i].role = Role::chrome, parts[i].reason = "outlet again";
}

/// "By" in a line of its own, and the name in the next one.
void label_byline(std::string_view text, std::vector<Part>& parts) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    Part& next = parts[i + 1];
    if (parts[i].role != Role::open || next.role != Role::open || parts[i].line.span.size() > 3 ||
        !is_short_name(next.line) || next.line.words < 2)
      continue;
    const std::string_view own = parts[i].line.span.of(text);
    if (own != "By" && own != "by" && own != "BY" && own != "By:") continue;
    parts[i].role = Role::chrome, parts[i].reason = "label";
    next.role = Role::byline;
    return;
  }
}

/// The parts of a text, labelled by the words of each line alone; one line says nothing about itself.
std::vector<Part> read_parts(std::string_view text, std::vector<Signs>& signs) {
  std::vector<Part> parts;
  for (const Line& line : lines(text)) parts.push_back({line, Role::open, {}});
  if (parts.size() == 1) {
    parts.front().role = Role::body;
  } else {
    for (const Part& part : parts) signs.push_back(read_signs(text, part.line));
    label_by_words(parts, signs);
  }
  return parts;
}

}  // namespace

std::size_t first_of(const std::vector<Part>& parts, Role role) {
  const auto at = std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.role == role; });
  return static_cast<std::size_t>(at - parts.begin());
}

bool is_short_name(const Line& line) {
  constexpr std::size_t most = 5;
  return line.words <= most && line.words > 0 && line.capital_words == line.words && !line.ends_sentence &&
         line.commas == 0;
}

std::vector<Part> label_page(std::string_view text) {
  std::vector<Signs> signs;
  std::vector<Part> parts = read_parts(text, signs);
  if (parts.size() > 1) {
    label_body(text, parts, signs);
    label_byline(text, parts);
    label_title(text, parts);
    label_outlet(text, parts);
    label_pull_quotes(text, parts);
  }
  return parts;
}

std::vector<Part> label_extract(std::string_view text) {
  std::vector<Signs> signs;
  std::vector<Part> parts = read_parts(text, signs);
  bool begun = false;
  for (Part& part : parts) {
    // Dates and names head an article; further down they are items of its own lists.
    const bool label = part.role == Role::dateline || part.role == Role::byline;
    if (part.role == Role::open || (begun && label) || part.reason == "separator") part.role = Role::body;
    begun = begun || part.role == Role::body;
  }
  label_pull_quotes(text, parts);
  return parts;
}

}  // namespace tenor
