#include "tenor/text/abbreviations.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "tenor/error.h"
#include "tenor/text/abbreviation_lists.h"
#include "tenor/text/byte_lanes.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

template <class Take>
void split(std::string_view words, Take take) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) take(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

// A word folded for the built-in lists and packed in a register pair: lower case, curly apostrophes straight.
// Words too long for any list have no key.
struct Key {
  std::uint64_t low = 0, high = 0;
  bool valid = false;

  explicit Key(std::string_view word) {
    std::array<char, 16> straight{};
    if (word.find("\u2019") != std::string_view::npos) {
      std::size_t size = 0;
      for (std::size_t at = 0; at < word.size() && size < straight.size(); ++size) {
        const bool curly = word.substr(at).starts_with("\u2019");
        straight[size] = curly ? '\'' : word[at];
        at += curly ? 3 : 1;
      }
      word = std::string_view(straight.data(), size);
    }
    valid = !word.empty() && word.size() <= straight.size();
    if (!valid) return;
    low = lower(word);
    if (word.size() > 8) high = lower(word.substr(8));
  }
  friend bool operator==(const Key& a, const Key& b) { return a.low == b.low && a.high == b.high; }
  [[nodiscard]] std::size_t hash() const {
    const std::uint64_t mixed = (low ^ high * 0x9E3779B97F4A7C15U) * 0xD6E8FEB86659FD93U;
    return static_cast<std::size_t>(mixed >> 40);
  }

 private:
  static std::uint64_t lower(std::string_view bytes) {
    const auto lanes = lanes::Eight::load(bytes.data(), bytes.size());
    return lanes.bytes() | lanes.within('A', 'Z').bytes() >> 2;  // 0x80 >> 2 is what parts "A" from "a"
  }
};

// What the built-in lists say of a word.
struct Facts {
  Abbreviation kind = Abbreviation::none;
  bool capital = false;  // an abbreviation only with a capital
  bool starter = false, speech = false, courtesy = false, after_time = false, time_word = false,
       own_mark = false;
};

// All lists in one table of open addressing, a third full: a look-up is one probe, for known and unknown
// words.
class Known {
 public:
  Known() {
    for (const lists::List& list : lists::abbreviations)
      split(list.words, [&](std::string_view w) {
        Facts& facts = slot(Key(w));
        if (facts.kind != Abbreviation::none) return;
        facts.kind = list.kind;
        facts.capital = w[0] >= 'A' && w[0] <= 'Z';
      });
    split(lists::starters, [&](std::string_view w) { slot(Key(w)).starter = true; });
    split(lists::speech_verbs, [&](std::string_view w) { slot(Key(w)).speech = true; });
    split(lists::courtesy, [&](std::string_view w) { slot(Key(w)).courtesy = true; });
    split(lists::after_time, [&](std::string_view w) { slot(Key(w)).after_time = true; });
    split(lists::time_words, [&](std::string_view w) { slot(Key(w)).time_word = true; });
    split(lists::own_mark, [&](std::string_view w) { slot(Key(w)).own_mark = true; });
  }
  [[nodiscard]] Facts of(std::string_view word) const {
    const Key key(word);
    return key.valid ? slots_[place(key)].facts : Facts{};
  }

 private:
  struct Slot {
    Key key{""};
    Facts facts;
  };
  static constexpr std::size_t size = 2048;

  [[nodiscard]] std::size_t place(const Key& key) const {
    std::size_t at = key.hash() % size;
    while (slots_[at].key.low != 0 && !(slots_[at].key == key)) at = (at + 1) % size;
    return at;
  }
  Facts& slot(const Key& key) {
    Slot& slot = slots_[place(key)];
    slot.key = key;
    return slot.facts;
  }
  std::vector<Slot> slots_ = std::vector<Slot>(size);
};

Facts facts_of(std::string_view word) {
  static const Known known;
  return known.of(word);
}

// Turns away most words by their first letter and length alone. Acronyms and curly apostrophes are looked at.
bool may_abbreviate(std::string_view word) {
  static const auto lengths = [] {
    std::array<std::uint32_t, 32> out{};
    for (const lists::List& list : lists::abbreviations)
      split(list.words, [&](std::string_view w) { out[w[0] & 31U] |= 1U << w.size(); });
    return out;
  }();
  const auto first = static_cast<unsigned char>(word[0]);
  return first >= 0x80 || word.size() > 16 || (lengths[first & 31U] >> word.size() & 1U) != 0 ||
         word.find('.') != std::string_view::npos || word.find('\xE2') != std::string_view::npos;
}

// "U.S", "a.k.a", "Ph.D": parts of one to three letters between full stops.
bool is_acronym(std::string_view word) {
  std::size_t parts = 1, letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = decode(word, at);
    if (c == U'.') {
      if (letters == 0) return false;
      letters = 0;
      ++parts;
    } else if (!is_letter(c) || ++letters > 2) {
      return false;
    }
  }
  return parts > 1 && letters > 0;
}

}  // namespace

Abbreviations::Abbreviations(const std::vector<std::string>& abbreviations,
                             const std::vector<std::string>& starters) {
  const auto check = [](const std::string& word, const char* list, std::size_t place) {
    const bool blank =
        std::any_of(word.begin(), word.end(), [](char c) { return is_space(static_cast<unsigned char>(c)); });
    if (!word.empty() && !blank) return;
    throw Error(std::string(list) + "[" + std::to_string(place) + "] is '" + word +
                "': give one word without white space");
  };
  for (std::size_t i = 0; i < abbreviations.size(); ++i) {
    check(abbreviations[i], "abbreviations", i);
    std::string word = fold(abbreviations[i]);
    if (word.back() == '.') word.pop_back();
    if (word.empty())
      throw Error("abbreviations[" + std::to_string(i) + "] is only a full stop: give the word before it");
    abbreviations_.insert(std::move(word));
  }
  for (std::size_t i = 0; i < starters.size(); ++i) {
    check(starters[i], "starters", i);
    starters_.insert(fold(starters[i]));
  }
}

Abbreviation Abbreviations::classify(std::string_view word) const {
  if (word.empty()) return Abbreviation::none;
  if (!abbreviations_.empty() && abbreviations_.contains(fold(word))) return Abbreviation::user;
  std::size_t at = 0;
  const bool capital = is_upper(decode(word, at));
  if (at == word.size() && capital) return Abbreviation::initial;
  if (!may_abbreviate(word)) return Abbreviation::none;
  const Facts facts = facts_of(word);
  if (facts.kind != Abbreviation::none && (capital || !facts.capital)) return facts.kind;
  return is_acronym(word) ? Abbreviation::acronym : Abbreviation::none;
}

bool Abbreviations::starts(std::string_view word) const {
  if (!starters_.empty() && starters_.contains(fold(word))) return true;
  if (facts_of(word).starter) return true;
  const std::size_t apostrophe = std::min(word.find('\''), word.find("\u2019"));  // "It's", "They'd"
  return apostrophe != std::string_view::npos && facts_of(word.substr(0, apostrophe)).starter;
}

bool is_speech_verb(std::string_view word) {
  return facts_of(word).speech;
}
bool is_courtesy_title(std::string_view word) {
  return facts_of(word).courtesy;
}
bool follows_time(std::string_view word) {
  return facts_of(word).after_time;
}
bool is_time_word(std::string_view word) {
  return facts_of(word).time_word;
}
bool has_own_mark(std::string_view word) {
  return facts_of(word).own_mark;
}

}  // namespace tenor
