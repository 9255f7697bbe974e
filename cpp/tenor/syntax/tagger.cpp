#include "tenor/syntax/tagger.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <limits>
#include <optional>
#include <string>
#include <utility>

#include "tenor/error.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

constexpr std::array<std::string_view, tag_count> names{
    "\"",  "$",   "(",  ")",  ",",   ".",    ":",   "CC",  "CD",  "DT",  "EX",   "FW",  "IN",  "JJ",
    "JJR", "JJS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS",
    "RP",  "TO",  "UH", "VB", "VBD", "VBG",  "VBN", "VBP", "VBZ", "WDT", "WP",   "WP$", "WRB", "^"};

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = line.find(' ', at);
    if (end == std::string_view::npos) end = line.size();
    if (end > at) out.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Tag tag_named(std::string_view text) {
  const auto at = std::find(names.begin(), names.end(), text);
  if (at == names.end()) throw Error("no such tag: " + std::string(text));
  return static_cast<Tag>(at - names.begin());
}

std::int16_t number(std::string_view text) {
  std::int16_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw Error("not a score: " + std::string(text));
  return value;
}

// The class of an unknown word, as tools/train_tagger.py has it.
std::string_view shape(std::string_view word) {
  bool all_upper = true;
  bool first_upper = false;
  std::size_t count = 0;
  for (std::size_t at = 0; at < word.size(); ++count) {
    const char32_t c = decode(word, at);
    if (is_digit(c)) return "9";
    if (count == 0) first_upper = is_upper(c);
    if (is_lower(c)) all_upper = false;
  }
  if (word.find('-', 1) != std::string_view::npos) return "-";
  if (!first_upper) return "a";
  return all_upper && count > 1 ? "AA" : "A";
}

// Where a clitic begins in a word ("don|'t" as the treebank cuts it: "do|n't"), or its size when it has none.
std::size_t clitic_at(std::string_view word) {
  const std::size_t apostrophe = word.rfind('\'');
  if (apostrophe == std::string_view::npos || apostrophe == 0) return word.size();
  const std::string_view tail = word.substr(apostrophe + 1);
  if ((tail == "t" || tail == "T") && apostrophe > 1 && (word[apostrophe - 1] | 32) == 'n')
    return apostrophe - 1;
  for (const std::string_view known : {"s", "S", "ll", "re", "ve", "d", "m", "LL", "RE", "VE", "D", "M"})
    if (tail == known) return apostrophe;
  return word.size();
}

// Quotation marks and brackets in all their shapes, and what else has no letter or digit; nothing for a word.
std::optional<Tag> mark(std::string_view word) {
  std::size_t at = 0;
  const char32_t c = decode(word, at);
  if (is_letter(c) || is_digit(c)) return std::nullopt;
  switch (c) {
    case U'"':
    case U'\'':
    case U'`':
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u00AB':
    case U'\u00BB':
    case U'\u2039':
    case U'\u203A':
      return Tag::quote;
    case U'(':
    case U'[':
    case U'{':
      return Tag::open;
    case U')':
    case U']':
    case U'}':
      return Tag::close;
    case U',':
      return Tag::comma;
    case U'.':
    case U'!':
    case U'?':
      return Tag::stop;
    default:
      break;
  }
  for (std::size_t i = at; i < word.size();) {
    const char32_t next = decode(word, i);
    if (is_letter(next) || is_digit(next)) return std::nullopt;
  }
  return Tag::colon;
}

// The treebank's apostrophe is straight.
std::string straighten(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (word.substr(at, 3) == "\u2019" || word.substr(at, 3) == "\u2018") {
      out.push_back('\'');
      at += 2;
    } else {
      out.push_back(word[at]);
    }
  }
  return out;
}

bool is_lower_case_word(std::string_view word) {
  return !word.empty() && word[0] >= 'a' && word[0] <= 'z';
}

// Where more than half of the longer words are capitalised, as in a headline, capitals say nothing.
bool is_title_case(const Reading& reading, const Sentence& sentence) {
  std::size_t longer = 0, capital = 0;
  for (std::size_t i = sentence.first_word; i < sentence.end_word; ++i) {
    const std::string_view word = reading.of(reading.words[i]);
    if (word.size() < 4) continue;
    ++longer;
    if (word[0] >= 'A' && word[0] <= 'Z') ++capital;
  }
  return longer > 3 && capital * 10 > longer * 7;
}

}  // namespace

std::string_view name(Tag tag) {
  return names[static_cast<std::size_t>(tag)];
}

// What one sentence needs while it is tagged; kept from sentence to sentence for its memory.
struct Tagger::Scratch {
  std::vector<Candidates> units;  // words and clitics
  std::deque<std::vector<Candidate>> merged;
  std::vector<std::int32_t> cost, next;
  std::vector<std::uint8_t> back;
  std::vector<std::size_t> back_at;  // where a unit's pointers begin in `back`
  std::vector<Tag> tags;
};

void Tagger::Table::add(std::string_view word, const std::vector<Candidate>& tags) {
  if (words_.insert(word) < begins_.size()) throw Error("a second entry for " + std::string(word));
  candidates_.insert(candidates_.end(), tags.begin(), tags.end());
  begins_.push_back(static_cast<std::uint32_t>(candidates_.size()));
}

Tagger::Tagger(std::string_view model) {
  for (std::size_t i = 0; i < tag_count; ++i) marks_[i] = {static_cast<Tag>(i), 0};
  Row even;
  even.fill(500);
  rows_.push_back(even);
  std::size_t line_number = 0;
  for (std::size_t at = 0; at < model.size(); ++line_number) {
    std::size_t end = model.find('\n', at);
    if (end == std::string_view::npos) end = model.size();
    const std::string_view line = model.substr(at, end - at);
    at = end + 1;
    try {
      if (line_number == 0 && line != "tenor tagger 1") throw Error("not a tagger's model");
      if (line_number > 0 && !line.empty() && line[0] != '#') read_line(line);
    } catch (const Error& e) {
      throw Error("tagger model, line " + std::to_string(line_number + 1) + ": " + e.what());
    }
  }
  if (shapes_.find("a").empty()) throw Error("tagger model: no words in it");
}

void Tagger::read_line(std::string_view line) {
  const auto fields = split(line);
  auto candidates = [&](std::size_t from) {
    std::vector<Candidate> out;
    if (from >= fields.size() || (fields.size() - from) % 2) throw Error("tags and scores do not pair up");
    for (std::size_t i = from; i < fields.size(); i += 2)
      out.push_back({tag_named(fields[i]), number(fields[i + 1])});
    std::sort(out.begin(), out.end(), [](auto& a, auto& b) { return a.cost < b.cost; });
    // A longer list costs cubic time in the search and its tail never wins.
    if (out.size() > 6) out.resize(6);
    return out;
  };
  auto row = [&](std::size_t from) {
    if (fields.size() != from + order_.size()) throw Error("a transition for each tag is needed");
    Row values{};
    for (std::size_t i = 0; i < order_.size(); ++i)
      values[static_cast<std::size_t>(order_[i])] = number(fields[from + i]);
    rows_.push_back(values);
    return static_cast<std::uint16_t>(rows_.size() - 1);
  };
  const std::string_view kind = fields[0];
  if (kind == "tags") {
    for (std::size_t i = 1; i < fields.size(); ++i) order_.push_back(tag_named(fields[i]));
  } else if (kind == "2" && fields.size() > 2) {
    const std::uint16_t index = row(2);
    for (auto& of_before : row_of_) of_before[static_cast<std::size_t>(tag_named(fields[1]))] = index;
  } else if (kind == "3" && fields.size() > 3) {
    row_of_[static_cast<std::size_t>(tag_named(fields[1]))][static_cast<std::size_t>(tag_named(fields[2]))] =
        row(3);
  } else if (kind == "s" && fields.size() > 1) {
    shapes_.add(fields[1], candidates(2));
  } else if (kind == "e" && fields.size() > 2) {
    suffixes_.add(std::string(fields[1]) + " " + std::string(fields[2]), candidates(3));
  } else if (kind == "w" && fields.size() > 1) {
    words_.add(fields[1], candidates(2));
  } else {
    throw Error("unknown entry: " + std::string(kind));
  }
}

Tagger::Candidates Tagger::unknown(std::string_view word) const {
  const std::string_view kind = shape(word);
  if (kind == "a" || kind == "A") {
    // The last 1 to 4 characters, after the kind: "a ing". No letter folds to more than four bytes.
    std::size_t begin = word.size();
    std::array<std::size_t, 5> starts{};
    std::size_t found = 0;
    while (begin > 0 && found < 5)
      if ((static_cast<unsigned char>(word[--begin]) & 0xC0) != 0x80) starts[found++] = begin;
    for (std::size_t n = std::min<std::size_t>(4, found > 0 ? found - 1 : 0); n > 0; --n) {
      std::string key(kind);
      key.push_back(' ');
      key.append(fold(word.substr(starts[n - 1])));
      if (const Candidates known = suffixes_.find(key); !known.empty()) return known;
    }
  }
  const Candidates known = shapes_.find(kind);
  return known.empty() ? shapes_.find("a") : known;
}

Tagger::Candidates Tagger::look_up(std::string_view word, bool may_be_lowered, Scratch& scratch) const {
  Candidates out = words_.find(word);
  if (may_be_lowered && !is_lower_case_word(word)) {
    const Candidates lowered = words_.find(fold(word));
    if (out.empty()) {
      out = lowered;
    } else if (!lowered.empty()) {
      std::vector<Candidate>& both = scratch.merged.emplace_back(out.begin(), out.end());
      for (const Candidate& c : lowered) {
        const auto same = std::find_if(both.begin(), both.end(), [&](auto& o) { return o.tag == c.tag; });
        if (same == both.end()) {
          both.push_back(c);
        } else {
          same->cost = std::min(same->cost, c.cost);
        }
      }
      out = both;
    }
  }
  if (!out.empty()) return out;
  if (const auto tag = mark(word)) return Candidates(&marks_[static_cast<std::size_t>(*tag)], 1);
  return unknown(word);
}

void Tagger::decode_units(Scratch& scratch) const {
  const std::vector<Candidates>& units = scratch.units;
  const std::size_t count = units.size();
  scratch.tags.assign(count, Tag::NN);
  if (count == 0) return;
  const Candidates edge(&marks_[static_cast<std::size_t>(Tag::edge)], 1);
  const auto at = [&](std::size_t i) { return i < count ? units[i] : edge; };
  // cost[a * |current| + b]: the cheapest way to end in tag a, then b; back: the tag before a on that way.
  auto& [_, merged, cost, next, back, back_at, tags] = scratch;
  back.clear();
  back_at.assign(count, 0);
  cost.assign(at(0).size(), 0);
  for (std::size_t b = 0; b < at(0).size(); ++b)
    cost[b] = following(Tag::edge, Tag::edge)[static_cast<std::size_t>(at(0)[b].tag)] + at(0)[b].cost;
  Candidates before = edge;
  for (std::size_t i = 1; i <= count; ++i) {
    const Candidates last = units[i - 1];
    const Candidates current = at(i);
    const std::size_t width = current.size();
    next.assign(last.size() * width, std::numeric_limits<std::int32_t>::max());
    back_at[i - 1] = back.size();
    back.resize(back.size() + next.size());
    std::uint8_t* const pointers = back.data() + back_at[i - 1];
    for (std::size_t a = 0; a < before.size(); ++a) {
      for (std::size_t b = 0; b < last.size(); ++b) {
        const std::int32_t so_far = cost[a * last.size() + b];
        const Row& row = following(before[a].tag, last[b].tag);
        for (std::size_t c = 0; c < width; ++c) {
          const std::int32_t total = so_far + row[static_cast<std::size_t>(current[c].tag)] + current[c].cost;
          if (total < next[b * width + c]) {
            next[b * width + c] = total;
            pointers[b * width + c] = static_cast<std::uint8_t>(a);
          }
        }
      }
    }
    cost.swap(next);
    // Only differences matter: keep the numbers small however long the sentence is.
    const std::int32_t least = *std::min_element(cost.begin(), cost.end());
    for (std::int32_t& c : cost) c -= least;
    before = last;
  }
  // The last column has the single candidate `edge`, so a state is the last word's tag alone.
  auto last = static_cast<std::size_t>(std::min_element(cost.begin(), cost.end()) - cost.begin());
  std::size_t current = 0;
  for (std::size_t i = count; i > 0; --i) {
    tags[i - 1] = units[i - 1][last].tag;
    const std::size_t previous = back[back_at[i - 1] + last * at(i).size() + current];
    current = last;
    last = previous;
  }
}

std::vector<Tagged> Tagger::tag(const Reading& reading) const {
  std::vector<Tagged> out(reading.words.size());
  Scratch scratch;
  std::vector<Candidates>& units = scratch.units;
  for (const Sentence& sentence : reading.sentences) {
    const bool title_case = is_title_case(reading, sentence);
    bool first = true;
    units.clear();
    scratch.merged.clear();
    const auto add = [&](std::string_view unit) {
      units.push_back(look_up(unit, first || title_case, scratch));
    };
    for (std::size_t i = sentence.first_word; i < sentence.end_word; ++i) {
      std::string_view word = reading.of(reading.words[i]);
      std::string folded;
      if (word.find('\xE2') != std::string_view::npos) word = folded = straighten(word);
      const std::size_t cut = clitic_at(word);
      add(word.substr(0, cut));
      // Marks before the first word leave it first: “We ...
      if (units.back()[0].tag != Tag::quote) first = false;
      if (cut < word.size()) {
        add(word.substr(cut));
        out[i].clitic = Tag::POS;  // there is one: its own tag follows below
      }
    }
    decode_units(scratch);
    std::size_t unit = 0;
    for (std::size_t i = sentence.first_word; i < sentence.end_word; ++i) {
      out[i].tag = scratch.tags[unit++];
      if (out[i].clitic != Tag::edge) out[i].clitic = scratch.tags[unit++];
    }
  }
  return out;
}

}  // namespace tenor
