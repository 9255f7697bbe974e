#include "tenor/voice/clause.h"

#include <algorithm>

namespace tenor {

bool is_question_word(const Layout& l, std::size_t i) {
  const Tag t = l.tag(i);
  return l.word(i) == "whether" || l.word(i) == "if" || t == Tag::WRB || t == Tag::WP ||
         (t == Tag::WDT && l.word(i) != "that");
}

bool starts_quotation(const Layout& l, std::size_t i) {
  return l.quotation(i) >= 0 && (i == 0 || l.quotation(i - 1) != l.quotation(i));
}

namespace {

// Where the apostrophe of "he'll" stands.
std::size_t apostrophe(std::string_view word) {
  const std::size_t straight = word.find('\'');
  return straight != std::string_view::npos ? straight : word.find("\u2019");
}

}  // namespace

bool has_clitic_verb(const Layout& l, std::size_t i) {
  const std::string_view word = l.word(i);
  const std::size_t at = apostrophe(word);
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view tail = word.substr(at + (word[at] == '\'' ? 1 : 3));
  if (tail == "s") return !l.possessive(i);
  return tail == "ll" || tail == "re" || tail == "ve" || tail == "d" || tail == "m";
}

bool is_nominative(std::string_view word) {
  word = word.substr(0, apostrophe(word));
  return word == "he" || word == "she" || word == "they" || word == "we" || word == "i" || word == "it";
}

bool stands_for_noun(const Layout& l, std::size_t i) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"many", "few", "several", "most", "both", "all", "some", "others", "more", "none", "each", "half"});
  return listed(l.word(i), words);
}

bool hangs_on_noun(const Layout& l, std::size_t i) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"of",     "for",     "in",      "at",     "from",   "to",     "with",  "on",
       "by",     "against", "between", "near",   "within", "among",  "about", "behind",
       "inside", "outside", "under",   "across", "like",   "around", "over",  "than"});
  return (l.tag(i) == Tag::IN || l.tag(i) == Tag::TO) && listed(l.word(i), words);
}

bool is_subordinator(const Layout& l, std::size_t i) {
  if (l.tag(i) == Tag::WRB) return true;
  static constexpr auto words =
      std::to_array<std::string_view>({"that", "because", "while", "although", "though", "as", "if",
                                       "whether", "since", "unless", "until", "whereas"});
  return l.tag(i) == Tag::IN && listed(l.word(i), words);
}

bool has_finite(const Layout& l, Range range) {
  for (std::size_t i = range.first; i < range.end; ++i)
    if (l.is_finite(i) || has_clitic_verb(l, i)) return true;
  return false;
}

std::size_t sentence_end(const Layout& l) {
  std::size_t end = l.size();
  while (end > 0 && l.tag(end - 1) == Tag::stop && l.quotation(end - 1) < 0) --end;
  return end;
}

bool begins_clause(const Layout& l, std::size_t at, std::size_t end) {
  if (l.tag(at) == Tag::EX || (l.tag(at) == Tag::PRP && is_nominative(l.word(at)))) return true;
  const Phrase* p = l.phrase_at(at);
  if (!p || p->first != at) return false;
  if (has_clitic_verb(l, p->head)) return true;
  // Its verb comes before a comma, or right after the second: "Smith, a lawyer, was".
  bool commas = false;
  for (std::size_t i = p->end; i < end; ++i) {
    if (l.tag(i) == Tag::comma) {
      commas = true;
      if (l.is_finite(i + 1)) return true;
    } else if (!commas && (l.is_finite(i) || has_clitic_verb(l, i))) {
      return true;
    }
  }
  return false;
}

std::size_t skip_adjuncts(const Layout& l, std::size_t at, std::size_t end) {
  for (;;) {
    if (l.quotation(at) >= 0 || at >= end) return at;
    const Phrase* p = l.phrase_at(at);
    if (l.tag(at) == Tag::RB) {
      ++at;
    } else if (p && p->first == at && l.is_time({p->first, p->end}) && !l.is_finite(p->end)) {
      at = p->end;
    } else if ((l.tag(at) == Tag::IN || l.tag(at) == Tag::TO) && l.word(at) != "that" &&
               !is_question_word(l, at)) {
      const Phrase* next = l.phrase_at(at + 1);
      if (!next || next->first != at + 1 || l.quotation(at + 1) >= 0) return at;
      at = next->end;
    } else {
      return at;
    }
  }
}

std::size_t clause_end(const Layout& l, std::size_t from, std::size_t end) {
  for (std::size_t i = from; i < end; ++i) {
    if (l.quotation(i) >= 0 || l.tag(i) != Tag::comma) continue;
    const Tag next = l.tag(i + 1);
    if (next == Tag::VBG || next == Tag::CC || (next == Tag::IN && l.is_boundary(i + 2)) || next == Tag::WRB)
      return i;
    const Phrase* p = l.phrase_at(i + 1);
    if (p && p->first == i + 1 && l.is_finite(p->end)) return i;
  }
  return end;
}

}  // namespace tenor
