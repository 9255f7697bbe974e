#include "tenor/terms/keyterms.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "tenor/terms/grams.h"
#include "tenor/terms/words.h"
#include "tenor/text/span.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

constexpr std::size_t longest_name = 6, longest_phrase = 3;

// May be part of a term ("New York", "first lady") but none alone.
constexpr std::string_view weak[] = {"new",  "old",   "first", "second", "third",
                                     "last", "great", "good",  "high",   "big"};
// May stand inside a name.
constexpr std::string_view inner[] = {"of", "the", "for", "de", "du", "la", "al"};

struct Occurrence {
  std::uint32_t word = 0, sentence = 0;
  Span span;             // in its sentence
  bool stop = false;     // a stop word or a number
  bool capital = false;  // the first letter is
  bool initial = false;  // first of its sentence, where a capital says nothing
  bool weak = false, inner = false;
  bool joined = false;  // nothing but white space lies between it and the one before
};

struct Candidate {
  std::uint32_t term = 0;
  std::size_t first = 0, size = 1;  // the occurrences that show how it is written
  std::size_t count = 0, sentences = 0;
  std::uint32_t last_sentence = 0xFFFFFFFF;
  bool name = false;     // of capitalised words
  bool maximal = false;  // stood somewhere without a capitalised neighbour
  double score = 0;
};

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019';
}

// Whether a mark between two characters of a word belongs to it: "U.S.", "al-Assad", "O'Neill", "AT&T".
bool binds(char32_t mark, std::size_t run) {
  return is_apostrophe(mark) || mark == U'-' || mark == U'\u2010' || mark == U'&' ||
         (mark == U'.' && run == 1);
}

class Scanner {
 public:
  explicit Scanner(std::span<const std::string> stop_words)
      : stop_words_(stop_words.begin(), stop_words.end()) {}

  void scan(std::string_view text, std::uint32_t sentence, std::vector<Occurrence>& out) {
    const auto word_char = [](char32_t c) { return is_letter(c) || is_digit(c) || c == U'_'; };
    const std::size_t before = out.size();
    bool joined = false;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t next = at;
      const char32_t c = decode(text, next);
      if (!word_char(c)) {
        joined = joined && is_space(c);
        at = next;
        continue;
      }
      std::size_t end = at, run = 0;
      for (std::size_t to = at; to < text.size();) {
        std::size_t after = to;
        const char32_t d = decode(text, after);
        if (word_char(d)) {
          end = to = after, ++run;
          continue;
        }
        std::size_t following = after;
        if (!binds(d, run) || after >= text.size() || !word_char(decode(text, following))) {
          // The full stop that ends an abbreviation of letters is part of it.
          if (d == U'.' && run == 1 && text.substr(at, end - at).find('.') != std::string_view::npos)
            end = after;
          break;
        }
        to = after, run = 0;
      }
      out.push_back(occurrence(text, {at, end}, sentence));
      out.back().initial = out.size() == before + 1;
      out.back().joined = joined;
      // What was cut off ("'s") still stands between this word and the next, as part of this one.
      joined = out.back().span.end == end;
      at = end;
    }
  }
  WordIndex words;

 private:
  Occurrence occurrence(std::string_view text, Span span, std::uint32_t sentence) {
    std::string folded = fold(span.of(text));
    Occurrence out;
    out.sentence = sentence;
    const std::size_t apostrophe = folded.rfind('\'');
    if (apostrophe != std::string::npos && folded.size() - apostrophe <= 3) {
      const std::string tail = folded.substr(apostrophe + 1);
      if (tail == "s") {
        folded.resize(apostrophe);
        // The mark is one byte or, curly, three.
        span.end -= static_cast<unsigned char>(text[span.end - 2]) < 0x80 ? 2 : 4;
      } else if (tail == "t" || tail == "ll" || tail == "re" || tail == "ve" || tail == "d" || tail == "m") {
        out.stop = !stop_words_.empty();
      }
    }
    std::size_t at = span.begin, letters = 0, capitals = 0;
    for (bool first = true; at < span.end; first = false) {
      const char32_t c = decode(text, at);
      out.capital |= first && is_upper(c);
      letters += is_letter(c) ? 1 : 0, capitals += is_upper(c) ? 1 : 0;
    }
    const bool acronym = capitals >= 2 && capitals == letters;  // "US" is not "us"
    out.stop |= letters == 0 || (!acronym && stop_words_.contains(folded));
    if (letters == 1 && !acronym && folded.size() == 1) out.stop = true;
    out.weak = std::find(std::begin(weak), std::end(weak), folded) != std::end(weak);
    out.inner = std::find(std::begin(inner), std::end(inner), folded) != std::end(inner);
    // One word for a plural and its singular; the surface is kept apart.
    if (folded.size() > 3 && folded.ends_with('s') && !folded.ends_with("ss") && !acronym) folded.pop_back();
    out.word = words.insert(folded);
    out.span = span;
    return out;
  }

  std::unordered_set<std::string> stop_words_;
};

}  // namespace

std::vector<KeyTerm> keyterms(std::span<const std::string> sentences, std::size_t n,
                              std::span<const std::string> stop_words) {
  Scanner scanner(stop_words);
  std::vector<Occurrence> all;
  for (std::size_t i = 0; i < sentences.size(); ++i)
    scanner.scan(sentences[i], static_cast<std::uint32_t>(i), all);

  std::vector<bool> lower_too(scanner.words.size());  // words that are no names: seen without a capital
  for (const Occurrence& o : all) {
    if (!o.capital) lower_too[o.word] = true;
  }
  const auto capital = [&](const Occurrence& o) { return o.capital && !(o.initial && lower_too[o.word]); };

  GramIndex grams;
  std::vector<Candidate> candidates;
  std::unordered_map<std::uint32_t, std::size_t> places;
  // Whether a name goes on at its neighbour.
  const auto goes_on = [&](std::size_t j) { return j < all.size() && all[j].capital && !all[j].stop; };
  const auto count = [&](std::uint32_t term, std::size_t first, std::size_t size, bool name) {
    const auto [place, is_new] = places.try_emplace(term, candidates.size());
    if (is_new) candidates.push_back({.term = term, .first = first, .size = size});
    Candidate& c = candidates[place->second];
    ++c.count;
    if (c.last_sentence != all[first].sentence) c.last_sentence = all[first].sentence, ++c.sentences;
    if (all[c.first].initial && !all[first].initial) c.first = first;
    c.name |= name;
    const std::size_t next = first + size;
    c.maximal |= !(all[first].joined && !all[first].initial && goes_on(first - 1)) &&
                 !(goes_on(next) && all[next].joined && !all[next].initial);
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].stop) continue;
    std::uint32_t term = all[i].word;
    bool name = capital(all[i]);
    if (!all[i].weak) count(term, i, 1, name);
    for (std::size_t j = i + 1; j < all.size() && j < i + longest_name && all[j].joined && !all[j].initial;
         ++j) {
      term = grams.insert(GramIndex::pair(term, all[j].word));
      // A name may hold a small word ("Bank of England"), another phrase none.
      if (all[j].stop && !(name && all[j].inner)) break;
      name = name && (all[j].stop || capital(all[j]));
      if (all[j].stop || (!name && j - i + 1 > longest_phrase)) continue;
      count(term, i, j - i + 1, name);
    }
  }

  const double total = static_cast<double>(sentences.size());
  const auto idf = [&](const Occurrence& o) {
    const auto place = places.find(o.word);
    const double with = place == places.end() ? 1 : static_cast<double>(candidates[place->second].sentences);
    return std::log((1 + total) / (1 + with)) + 1;
  };
  for (Candidate& c : candidates) {
    double sum = 0;
    for (std::size_t i = 0; i < c.size; ++i) sum += idf(all[c.first + i]);
    const auto size = static_cast<double>(c.size);
    c.score = static_cast<double>(c.count) * sum / size * (1 + (size - 1) / 2);
  }
  // A surname stands for the one full name that ends with it.
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> full_names;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& c = candidates[i];
    if (c.name && c.size > 1) full_names[all[c.first + c.size - 1].word].push_back(i);
  }
  for (const auto& [surname, names] : full_names) {
    const auto place = places.find(surname);
    if (place == places.end() || !candidates[place->second].name) continue;
    const std::size_t longest =
        *std::max_element(names.begin(), names.end(), [&](std::size_t a, std::size_t b) {
          return candidates[a].count != candidates[b].count ? candidates[a].count < candidates[b].count
                                                            : candidates[a].size < candidates[b].size;
        });
    Candidate& c = candidates[longest];
    const bool only = std::all_of(names.begin(), names.end(), [&](std::size_t i) {
      return c.maximal &&
             all[candidates[i].first + candidates[i].size - 2].word == all[c.first + c.size - 2].word;
    });
    if (only) c.score = std::max(c.score, std::nextafter(candidates[place->second].score, 1e300));
  }
  std::erase_if(candidates,
                [](const Candidate& c) { return c.size > 1 && c.count < 2 && !(c.name && c.maximal); });
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.score != b.score) return a.score > b.score;
    return a.size != b.size ? a.size > b.size : a.first < b.first;
  });

  std::vector<KeyTerm> out;
  std::unordered_set<std::uint32_t> used;
  for (const Candidate& c : candidates) {
    if (out.size() >= n) break;
    std::size_t content = 0, repeated = 0;
    for (std::size_t i = c.first; i < c.first + c.size; ++i) {
      content += all[i].stop ? 0 : 1;
      repeated += !all[i].stop && used.contains(all[i].word) ? 1 : 0;
    }
    if (repeated * 2 > content || (c.size > 1 && repeated == content)) continue;
    for (std::size_t i = c.first; i < c.first + c.size; ++i) used.insert(all[i].word);
    const std::string_view sentence = sentences[all[c.first].sentence];
    out.push_back(
        {std::string(Span{all[c.first].span.begin, all[c.first + c.size - 1].span.end}.of(sentence)),
         c.score});
  }
  return out;
}

std::span<const std::string_view> english_stop_words() {
  static constexpr std::string_view words[] = {
#include "tenor/terms/stop_words.inc"  // a list and nothing else
  };
  return words;
}

}  // namespace tenor
