#include "tenor/text/chrome.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "tenor/text/chrome_labels.h"
#include "tenor/text/chrome_phrases.h"
#include "tenor/text/dateline.h"
#include "tenor/text/phrase_finder.h"
#include "tenor/text/unicode.h"
#include "tenor/text/word_map.h"

namespace tenor {
namespace {

constexpr std::size_t longest_call = 300;  // longer lines are prose, whatever they call for
constexpr std::size_t longest_inside = 200;
constexpr std::size_t longest_caption = 500;
constexpr std::size_t longest_label = 160;  // of a date line or a byline
constexpr std::size_t longest_read = 600;   // what the words of a line are counted in

template <class Take>
void split(std::string_view list, Take take) {
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find('|', at), list.size());
    std::string_view word = list.substr(at, end - at);
    while (!word.empty() && word.front() == '\n') word.remove_prefix(1);
    if (!word.empty()) take(word);
    at = end + 1;
  }
}

struct Phrase {
  std::string_view words, reason;
};

enum class WordKind : unsigned char { function, verb, you, we, web, author };

constexpr std::array<std::string_view, 4> address_marks = {"http", "www.", ".com", ".org"};
constexpr std::array<std::string_view, 6> strokes = {"\xC2\xBB", "\xC2\xAB",     "\xE2\x80\xBA",
                                                     "\xC2\xB7", "\xE2\x80\xA2", " / "};

/// The phrases, set out for look-up.
struct Tables {
  WordMap<std::string_view> whole;
  std::array<std::vector<Phrase>, 256> openings;  // by first byte
  std::array<std::vector<std::string_view>, 256> caption_openings;
  std::vector<std::string_view> caption_endings;
  std::vector<std::string_view> inside_reasons;
  PhraseFinder inside;  // the phrases that have a reason, then the marks of addresses, then the strokes
  PhraseFinder caption_credits;
  WordMap<WordKind> words;
  WordMap<char> outlets;  // 1: a name of its own

  Tables() : inside(list_inside(inside_reasons)), caption_credits(list_credits()) {
    auto put = [&](std::string_view of, WordKind kind) {
      split(of, [&](std::string_view w) { words.try_emplace(w, kind); });
    };
    auto byte = [](std::string_view s) { return static_cast<unsigned char>(s.front()); };
    auto put_lines = [&](const auto& lists) {
      for (const phrases::List& list : lists)
        split(list.words, [&](std::string_view w) { whole.try_emplace(w, list.reason); });
    };
    auto put_openings = [&](const auto& lists) {
      for (const phrases::List& list : lists)
        split(list.words, [&](std::string_view w) { openings[byte(w)].push_back({w, list.reason}); });
    };
    put_lines(phrases::whole_lines), put_lines(phrases::foreign_lines);
    put_openings(phrases::openings), put_openings(phrases::foreign_openings);
    split(phrases::caption_openings, [&](std::string_view w) { caption_openings[byte(w)].push_back(w); });
    split(phrases::caption_endings, [&](std::string_view w) { caption_endings.push_back(w); });
    put(phrases::function_words, WordKind::function);
    put(phrases::verbs, WordKind::verb);
    put(phrases::you_words, WordKind::you);
    put(phrases::we_words, WordKind::we);
    put(phrases::web_words, WordKind::web);
    put(phrases::author_words, WordKind::author);
    split(phrases::outlet_nouns, [&](std::string_view w) { outlets.try_emplace(w, 0); });
    split(phrases::agencies, [&](std::string_view w) { outlets.try_emplace(w, 1); });
  }

 private:
  static std::vector<std::string_view> list_inside(std::vector<std::string_view>& reasons) {
    std::vector<std::string_view> out;
    for (const auto& list : phrases::inside)
      split(list.words, [&](std::string_view w) { out.push_back(w), reasons.push_back(list.reason); });
    out.insert(out.end(), address_marks.begin(), address_marks.end());
    out.insert(out.end(), strokes.begin(), strokes.end());
    return out;
  }
  static std::vector<std::string_view> list_credits() {
    std::vector<std::string_view> out;
    split(phrases::caption_credits, [&](std::string_view w) { out.push_back(w); });
    return out;
  }
};

const Tables& phrase_tables() {
  static const Tables t;
  return t;
}

bool letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || static_cast<signed char>(text[at]) < 0);
}

/// Without the bullets, arrows and points that sites put around a label.
std::string_view bare(std::string_view s) {
  constexpr std::string_view edge = " \t\r:.!*|>-+\"'";
  constexpr std::array<std::string_view, 5> wide = {"\xC2\xA0", "\xC2\xBB", "\xE2\x80\xBA", "\xE2\x86\x92",
                                                    "\xE2\x80\xA6"};
  for (bool more = true; more && !s.empty();) {
    more = false;
    if (edge.find(s.front()) != std::string_view::npos)
      s.remove_prefix(1), more = true;
    else if (edge.find(s.back()) != std::string_view::npos)
      s.remove_suffix(1), more = true;
    else
      for (const std::string_view w : wide)
        if (s.ends_with(w)) s.remove_suffix(w.size()), more = true;
  }
  return s;
}

/// Without the number before or after a label.
std::string_view without_count(std::string_view s) {
  constexpr std::string_view count = "0123456789,.k()[] ";
  const std::size_t begin = std::min(s.find_first_not_of(count), s.size());
  const bool before = begin > 0 && s[begin - 1] == ' ';
  s.remove_prefix(before ? begin : 0);
  const std::size_t last = s.find_last_not_of(count);
  const bool after =
      last != std::string_view::npos && last + 1 < s.size() && (s[last + 1] == ' ' || s[last + 1] == '(');
  return after ? s.substr(0, last + 1) : s;
}

std::string_view find_reason(std::string_view low) {
  constexpr std::size_t longest_label_line = 64;
  const Tables& t = phrase_tables();
  if (low.size() < longest_label_line) {
    const std::string_view label = bare(low);
    if (const std::string_view* found = t.whole.find(label)) return *found;
    // "197 Shares", "Comments (12)"
    const std::string_view uncounted = without_count(label);
    if (uncounted.size() < label.size() && !uncounted.empty())
      if (const std::string_view* found = t.whole.find(uncounted)) return *found;
  }
  for (const Phrase& o : t.openings[static_cast<unsigned char>(low.front())])
    if (low.starts_with(o.words) && !letter_at(low, o.words.size())) return o.reason;
  return {};
}

/// What stands anywhere in a line: addresses, strokes, and a phrase that gives a reason (the first of the
/// list).
void search(std::string_view low, Signs& signs) {
  const Tables& t = phrase_tables();
  const std::size_t phrases = t.inside_reasons.size(), addresses = phrases + address_marks.size();
  std::size_t first = phrases;
  signs.address = low.find('@') != std::string_view::npos;
  signs.stroke = low.find_first_of("|>") != std::string_view::npos;
  t.inside.scan(low, [&](std::uint32_t found, std::size_t /*at*/) {
    if (found < phrases)
      first = std::min<std::size_t>(first, found);
    else
      (found < addresses ? signs.address : signs.stroke) = true;
  });
  if (signs.reason.empty() && first < phrases && low.size() <= longest_inside)
    signs.reason = t.inside_reasons[first];
}

bool find_caption(std::string_view low) {
  const Tables& t = phrase_tables();
  for (const std::string_view words : t.caption_openings[static_cast<unsigned char>(low.front())])
    if (low.starts_with(words)) return true;
  for (const std::string_view words : t.caption_endings)
    if (low.ends_with(words)) return true;
  // A credit is the last thing in its line; a sentence about a photograph goes on.
  constexpr std::size_t reach = 60;
  const std::string_view tail = low.substr(low.size() - std::min(low.size(), reach));
  bool credit = false;
  t.caption_credits.scan(tail, [&](std::uint32_t found, std::size_t at) {
    credit = credit || tail.find(". ", at + t.caption_credits[found].size()) == std::string_view::npos;
  });
  return credit;
}

bool find_byline(std::string_view low, const Line& line) {
  constexpr std::size_t most_words = 16, few_words = 6;
  if (line.words < 2 || line.words > most_words) return false;
  const bool opened = std::any_of(std::begin(phrases::byline_openings), std::end(phrases::byline_openings),
                                  [&](std::string_view words) { return low.starts_with(words); });
  // Most words of a byline are names: "By the end of the year" is not one.
  return opened && line.capital_words * 2 >= line.words && (!line.ends_sentence || line.words <= few_words);
}

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

/// `low` has WordTable::padding readable bytes after it.
void count_words(std::string_view low, Signs& signs) {
  const auto& words = phrase_tables().words;
  auto inside = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
  };
  bool first = true;
  for (std::size_t at = 0; at < low.size();) {
    std::size_t end = at;
    while (end < low.size() && inside(low[end])) ++end;
    const std::string_view word = low.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (first) signs.opening = hash_of(word), first = false;
    const WordKind* found = words.find_padded(word);
    if (!found) continue;
    signs.function_words += *found == WordKind::function;
    signs.verbs += *found == WordKind::verb;
    signs.you += *found == WordKind::you;
    signs.we += *found == WordKind::we;
    signs.web += *found == WordKind::web;
    signs.author += *found == WordKind::author;
  }
}

}  // namespace

Signs read_signs(std::string_view text, const Line& line) {
  Signs signs;
  const std::string_view own = line.span.of(text);
  if (line.letters + line.digits == 0) {
    signs.reason = "separator";
    return signs;
  }
  std::string padded;
  padded.reserve(std::min(own.size(), longest_read) + WordTable::padding);
  fold(own.substr(0, longest_read), padded);
  const std::size_t size = padded.size();
  padded.append(WordTable::padding, '\0');
  const std::string_view low(padded.data(), size);
  count_words(low, signs);
  if (own.size() > longest_caption) return signs;
  if (own.size() <= longest_call) {
    signs.reason = find_reason(low);
    search(low, signs);
  }
  if (!signs.reason.empty()) return signs;
  if (own.size() <= longest_label) {
    signs.date = line.digits > 0 && is_date_line(own);
    signs.byline = !signs.date && find_byline(low, line);
  }
  signs.caption = !signs.date && !signs.byline && find_caption(low);
  return signs;
}

bool is_outlet_name(std::string_view text, const Line& line) {
  constexpr std::size_t most = 60, most_words = 6, most_digits = 2;
  if (line.span.size() > most || line.words == 0 || line.words > most_words || line.ends_sentence ||
      line.digits > most_digits || line.capital_words + 1 < line.words)
    return false;
  const std::string low = fold(line.span.of(text));
  const auto& outlets = phrase_tables().outlets;
  for (std::size_t at = 0; at < low.size();) {
    const std::size_t end = std::min(low.find_first_of(" .,/|-()", at), low.size());
    const char* found = outlets.find(std::string_view(low).substr(at, end - at));
    if (found && (*found || line.words > 1)) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace tenor
