#include "tenor/syntax/units.h"

#include <algorithm>
#include <array>
#include <string>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// Written with a hyphen and not parted from it in the treebanks (each more often than not).
constexpr std::array<std::string_view, 29> prefixes{
    "anti",  "arch",  "co",     "counter", "cross", "e",     "ex",  "extra", "inter", "intra",
    "macro", "meta",  "micro",  "mid",     "mini",  "multi", "non", "over",  "post",  "pre",
    "pro",   "proto", "pseudo", "re",      "semi",  "socio", "sub", "ultra", "un"};
// Two words written as one, and where the second begins.
constexpr std::array<std::pair<std::string_view, std::size_t>, 19> joined{{{"alot", 1},
                                                                           {"cannot", 3},
                                                                           {"couldnt", 5},
                                                                           {"havent", 4},
                                                                           {"im", 1},
                                                                           {"ive", 1},
                                                                           {"outta", 3},
                                                                           {"thats", 4},
                                                                           {"cant", 2},
                                                                           {"didnt", 3},
                                                                           {"doesnt", 4},
                                                                           {"dont", 2},
                                                                           {"gonna", 3},
                                                                           {"gotta", 3},
                                                                           {"isnt", 2},
                                                                           {"lemme", 3},
                                                                           {"wanna", 3},
                                                                           {"wasnt", 3},
                                                                           {"wont", 2}}};
constexpr std::array<std::string_view, 16> measures{"%",  "am", "b", "bn", "cm",  "ft",      "k",  "kg",
                                                    "km", "lb", "m", "mm", "mph", "percent", "pm", "tn"};
constexpr std::array<std::string_view, 7> clitics{"s", "m", "d", "re", "ve", "ll", "nt"};

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

// Length in bytes of a currency sign or # at the start, with "US" or "C" before a dollar; 0 for none.
std::size_t sign_length(std::string_view word) {
  for (const std::string_view sign : {"$", "\u00A3", "\u20AC", "\u00A5", "#", "US$", "C$", "A$"})
    if (word.starts_with(sign) && word.size() > sign.size() && is_ascii_digit(word[sign.size()]))
      return sign.size();
  return 0;
}

// Bytes of an apostrophe at `at`: straight or curly; 0 for none.
std::size_t apostrophe_length(std::string_view word, std::size_t at) {
  if (word[at] == '\'') return 1;
  return word.substr(at, 3) == "\u2019" ? 3 : 0;
}

// Where a clitic begins at the word's end, or its size.
std::size_t clitic_start(std::string_view word) {
  const std::size_t from = word.size() > 6 ? word.size() - 6 : 1;
  for (std::size_t at = from; at < word.size(); ++at) {
    const std::size_t mark = apostrophe_length(word, at);
    if (mark == 0) continue;
    const std::string tail = fold(word.substr(at + mark));
    if (tail == "t" && at > 1 && (word[at - 1] | 32) == 'n') return at - 1;
    if (std::find(clitics.begin(), clitics.end(), tail) != clitics.end()) return at;
  }
  return word.size();
}

// Whether a word carries on a run of marks: the same ones over and over, or "!" and "?" in any order.
bool is_run(std::string_view run, std::string_view word) {
  constexpr std::string_view ends = "!?", repeated = "*=<>+~_#$^'|";
  const std::string_view marks = ends.find(word[0]) != std::string_view::npos ? ends : word.substr(0, 1);
  if (marks.size() == 1 && repeated.find(word[0]) == std::string_view::npos) return false;
  return word.find_first_not_of(marks) == std::string_view::npos &&
         run.find_first_not_of(marks) == std::string_view::npos;
}

class Cutter {
 public:
  Cutter(Span whole, std::vector<Span>& out) : whole_(whole), out_(out) {}

  // Cuts at a byte of the word, counted from its start.
  void cut(std::size_t from, std::size_t to) {
    if (from < to) out_.push_back({whole_.begin + from, whole_.begin + to});
  }

 private:
  Span whole_;
  std::vector<Span>& out_;
};

// Cuts a stretch without clitics and hyphens: a sign, a number, a measure.
void cut_number(std::string_view word, std::size_t from, std::size_t to, Cutter& cutter) {
  const std::string_view part = word.substr(from, to - from);
  const std::size_t sign = sign_length(part);
  cutter.cut(from, from + sign);
  std::size_t digits = sign;
  while (digits < part.size() &&
         (is_ascii_digit(part[digits]) || part[digits] == '.' || part[digits] == ',' || part[digits] == ':'))
    ++digits;
  if (digits > sign && digits < part.size() && is_ascii_digit(part[sign])) {
    const std::string tail = fold(part.substr(digits));
    if (std::find(measures.begin(), measures.end(), tail) != measures.end()) {
      cutter.cut(from + sign, from + digits);
      cutter.cut(from + digits, to);
      return;
    }
  }
  cutter.cut(from + sign, to);
}

// Whether a word with hyphens stays whole: one of a prefix, a telephone number, an address.
bool keeps_hyphens(std::string_view word) {
  const std::size_t first = word.find('-');
  if (first == 0 || first == std::string_view::npos || first + 1 == word.size()) return true;
  const std::string head = fold(word.substr(0, first));
  if (std::find(prefixes.begin(), prefixes.end(), head) != prefixes.end()) return true;
  if (word.find_first_of("/@") != std::string_view::npos) return true;
  const bool number =
      std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_digit(c) || c == '-'; });
  if (!number) return word.find("--") != std::string_view::npos;
  return std::count(word.begin(), word.end(), '-') > 1 || (first == 3 && word.size() == 8);
}

}  // namespace

void append_units(std::string_view text, Span whole, std::vector<Span>& out) {
  const std::string_view word = whole.of(text);
  if (!out.empty() && out.back().end == whole.begin && is_run(out.back().of(text), word)) {
    out.back().end = whole.end;
    return;
  }
  // Most words are of letters alone: nothing to cut, but for the joined ones.
  const bool plain = std::all_of(word.begin(), word.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  Cutter cutter(whole, out);
  if (plain) {
    std::size_t at = 0;
    if (word.size() >= 2 && word.size() <= 7) {
      const std::string folded = fold(word);
      for (const auto& [form, cut] : joined)
        if (form == folded) at = cut;
    }
    cutter.cut(0, at);
    cutter.cut(at, word.size());
    return;
  }
  if (word.find("://") != std::string_view::npos || word.find('@') != std::string_view::npos) {
    out.push_back(whole);
    return;
  }
  const std::size_t clitic = clitic_start(word);
  const std::string_view stem = word.substr(0, clitic);
  if (keeps_hyphens(stem)) {
    cut_number(word, 0, clitic, cutter);
  } else {
    std::size_t from = 0;
    for (std::size_t hyphen = stem.find('-'); hyphen != std::string_view::npos;
         hyphen = stem.find('-', from)) {
      cut_number(word, from, hyphen, cutter);
      cutter.cut(hyphen, hyphen + 1);
      from = hyphen + 1;
    }
    cut_number(word, from, clitic, cutter);
  }
  cutter.cut(clitic, word.size());
}

}  // namespace tenor
