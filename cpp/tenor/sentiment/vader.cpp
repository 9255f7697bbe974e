#include "tenor/sentiment/vader.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "tenor/sentiment/rules.h"
#include "tenor/sentiment/vader_sentence.h"

namespace tenor {
namespace {

constexpr double alpha = 15;  // Hutto & Gilbert 2014, section 3.3

using enum VaderWords::Name;

// Python's round(x, digits) for |x| < 1e9: the decimal nearest to the exact value, ties (exact ones only) to
// even.
double round_to(double x, int digits) {
  const double scale = digits == 3 ? 1e3 : 1e4;
  const double scaled = x * scale, whole = std::nearbyint(scaled);
  // Far from a tie the product's own rounding cannot matter, and a quotient of whole numbers is the nearest
  // double.
  if (std::abs(std::abs(scaled - whole) - 0.5) > 1e-6) return whole / scale;
  char buffer[48];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, x, std::chars_format::fixed, digits).ptr;
  double out = 0;
  std::from_chars(buffer, end, out);
  return out;
}

double normalize(double sum) {
  return std::clamp(sum / std::sqrt(sum * sum + alpha), -1.0, 1.0);
}

double mark_emphasis(std::size_t exclamations, std::size_t questions) {
  const double e = static_cast<double>(std::min<std::size_t>(exclamations, 4)) * 0.292;
  const double q = questions > 3 ? 0.96 : questions > 1 ? static_cast<double>(questions) * 0.18 : 0;
  return e + q;
}

// One for each thread: scoring allocates nothing once warm.
VaderSentence& mine() {
  thread_local VaderSentence sentence;
  return sentence;
}

}  // namespace

struct VaderScorer::Result {
  double sum = 0, emphasis = 0;  // the sum has the emphasis in it
  std::size_t tokens = 0;
};

VaderScorer::VaderScorer(const Lexicon::Entries& lexicon, const EmojiTable::Entries& emoji, unsigned fixes)
    : emoji_(emoji), fixes_(fixes), words_(lexicon, (fixes & fix_keys) != 0) {}

VaderScorer::Result VaderScorer::analyze(std::string_view text, VaderSentence& sentence) const {
  sentence.read(text, words_, emoji_,
                {.typography = (fixes_ & fix_quotes) != 0,
                 .sequences = (fixes_ & fix_emoji) != 0,
                 .short_words = (fixes_ & fix_short) != 0});
  const std::size_t n = sentence.size();
  std::size_t but_at = n;
  for (const std::size_t i : sentence.acting()) {
    const VaderWords::Word& word = sentence.word(i);
    if (word.name == but && but_at == n) but_at = i;
    if (word.boost != 0 || (!word.known && word.phrases == 0)) continue;
    if (word.name == kind && sentence.name(i + 1) == of) continue;
    if (!sentence.hits.empty() && i <= sentence.hits.back().last) continue;  // inside a phrase
    weigh(sentence, i, fixes_);
  }
  Result out;
  out.tokens = n;
  if (sentence.hits.empty()) return out;
  if (but_at < n) weigh_contrast(sentence.hits, but_at, fixes_);
  for (const auto& hit : sentence.hits) out.sum += hit.valence;
  out.emphasis = mark_emphasis(sentence.text().stress('!'), sentence.text().stress('?'));
  if (out.sum > 0) {
    out.sum += out.emphasis;
  } else if (out.sum < 0) {
    out.sum -= out.emphasis;
  }
  return out;
}

Score VaderScorer::score(std::string_view sentence) const {
  VaderSentence& read = mine();
  return {value(analyze(sentence, read)), static_cast<int>(read.hits.size())};
}

double VaderScorer::value(const Result& result) const {
  return fixes_ & fix_length ? result.sum : round_to(normalize(result.sum), 4);
}

Counts VaderScorer::counts(std::string_view sentence) const {
  VaderSentence& read = mine();
  const Result result = analyze(sentence, read);
  return count(read.hits, result.tokens);
}

Polarity VaderScorer::polarity(std::string_view sentence) const {
  VaderSentence& read = mine();
  const Result result = analyze(sentence, read);
  if (result.tokens == 0) return {};
  // Each word of the lexicon counts one more than its valence, to balance neutral words, which count one.
  double pos = 0, neg = 0;
  for (const auto& hit : read.hits)
    (hit.valence > 0 ? pos : neg) += hit.valence > 0 ? hit.valence + 1 : hit.valence - 1;
  if (pos > std::abs(neg)) {
    pos += result.emphasis;
  } else if (pos < std::abs(neg)) {
    neg -= result.emphasis;
  }
  const auto neutral = static_cast<double>(result.tokens - read.hits.size());
  const double total = pos + std::abs(neg) + neutral;
  return {round_to(std::abs(neg / total), 3), round_to(std::abs(neutral / total), 3),
          round_to(std::abs(pos / total), 3), round_to(normalize(result.sum), 4)};
}

Explained VaderScorer::explain(std::string_view sentence) const {
  VaderSentence& read = mine();
  const Result result = analyze(sentence, read);
  Explained out{{value(result), static_cast<int>(read.hits.size())}, static_cast<int>(result.tokens), {}};
  // The squeeze into [-1, 1] scales all shares alike, so that they still add up.
  const double scale = result.sum != 0 ? out.score.value / result.sum : 1 / std::sqrt(alpha);
  const auto tokens = read.text().tokens();
  for (const auto& hit : read.hits) {
    out.shares.push_back({read.text().source({tokens[hit.token].begin, tokens[hit.last].end}),
                          hit.valence * (fixes_ & fix_length ? 1 : scale), rule_names(hit.rules)});
  }
  if (result.emphasis > 0 && result.sum != 0)
    out.shares.push_back(
        {read.text().marks(), std::copysign(result.emphasis, result.sum) * scale, rule_names(emphasis)});
  return out;
}

}  // namespace tenor
