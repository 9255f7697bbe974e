#include "tenor/text/pull_quotes.h"

#include <algorithm>
#include <array>

namespace tenor {
namespace {

/// Without quotation marks, and without the full stop, which the paragraph may carry on past.
std::string_view bare(std::string_view s) {
  constexpr std::array<std::string_view, 12> edges = {
      "\"", "'", "\u201C", "\u201D", "\u2018", "\u2019", "\u00AB", "\u00BB", ".", ",", " ", "\u2026"};
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view edge : edges) {
      while (s.starts_with(edge)) s.remove_prefix(edge.size()), more = true;
      while (s.ends_with(edge)) s.remove_suffix(edge.size()), more = true;
    }
  }
  return s;
}

/// All of it a quotation, or no sentence: "“We tried,” he said." is neither.
bool may_be_pulled(std::string_view own, const Line& line) {
  constexpr std::size_t fewest_words = 5, longest = 300;
  if (line.words < fewest_words || own.size() > longest) return false;
  const bool opens =
      line.first == U'"' || line.first == U'\u201C' || line.first == U'\u2018' || line.first == U'\u00AB';
  const bool closes =
      own.ends_with('"') || own.ends_with("\u201D") || own.ends_with("\u2019") || own.ends_with("\u00BB");
  return (opens && closes) || !line.ends_sentence;
}

}  // namespace

void label_pull_quotes(std::string_view text, std::vector<Part>& parts) {
  // A page has few; so many lines that look like one are a list. Both limits also keep the search short.
  constexpr std::size_t most = 20;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (parts[i].role == Role::body && may_be_pulled(parts[i].line.span.of(text), parts[i].line))
      found.push_back(i);
  if (found.empty() || found.size() > most) return;
  for (const std::size_t i : found) {
    const std::string_view words = bare(parts[i].line.span.of(text));
    const bool again = std::any_of(parts.begin(), parts.end(), [&](const Part& other) {
      const std::string_view own = other.line.span.of(text);
      return other.role == Role::body && own.size() > words.size() * 3 / 2 &&
             own.find(words) != std::string_view::npos;
    });
    if (again && !words.empty()) parts[i].role = Role::pull_quote;
  }
}

}  // namespace tenor
