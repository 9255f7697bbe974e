#include "tenor/sentiment/vader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <queue>
#include <span>
#include <unordered_map>

#include "tenor/sentiment/rules.h"
#include "tenor/sentiment/vader_text.h"

namespace tenor {
namespace {

// The constants of the paper (Hutto & Gilbert 2014, section 3.3): what capitals add, what negation leaves.
constexpr double capitals_add = 0.733, negation_leaves = -0.74, boost = 0.293, alpha = 15;

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

}  // namespace

struct VaderScorer::Hit {
  std::size_t token;
  std::size_t last;  // the last token it covers
  double valence;
  unsigned rules;
};

struct VaderScorer::Result {
  double sum = 0, emphasis = 0;  // the sum has the emphasis in it
  std::size_t tokens = 0;
};

struct VaderScorer::Scratch {
  VaderText text;
  std::vector<std::uint32_t> numbers;   // of the tokens
  std::vector<std::size_t> acting;      // tokens that rules begin at
  std::vector<Hit> hits;                // valences other than 0
  std::optional<bool> capitals_differ;  // whether some words are in capitals and some are not, once asked for

  bool emphasised(std::size_t token) {
    const auto& tokens = text.tokens();
    if (!text.is_upper(tokens[token])) return false;
    if (!capitals_differ)
      capitals_differ =
          !std::all_of(tokens.begin(), tokens.end(), [&](const auto& t) { return text.is_upper(t); });
    return *capitals_differ;
  }

  // One for each thread: scoring allocates nothing once warm.
  static Scratch& mine() {
    thread_local Scratch scratch;
    return scratch;
  }
};

VaderScorer::VaderScorer(const Lexicon::Entries& lexicon, const EmojiTable::Entries& emoji, unsigned fixes)
    : emoji_(emoji), fixes_(fixes), words_(lexicon, (fixes & fix_keys) != 0) {}

void VaderScorer::negate(const Scratch& scratch, std::size_t i, std::size_t distance, Hit& hit) const {
  const auto name = [&](std::size_t back) { return words_[scratch.numbers[i - back]].name; };
  const auto so_or_this = [&](std::size_t back) { return name(back) == so || name(back) == this_; };
  if (distance == 2) {
    if (name(2) == never && so_or_this(1)) {
      hit.valence *= 1.25, hit.rules |= intensifier;
      return;
    }
    if (name(2) == without && name(1) == doubt) return;
  }
  if (distance == 3) {
    // As written, "a and b or c": the last condition stands alone.
    const bool after_never = fixes_ & fix_so_this ? name(3) == never && (so_or_this(2) || so_or_this(1))
                                                  : (name(3) == never && so_or_this(2)) || so_or_this(1);
    if (after_never) {
      hit.valence *= 1.25, hit.rules |= intensifier;
      return;
    }
    if (name(3) == without && (name(2) == doubt || name(1) == doubt)) return;
  }
  const std::uint32_t number = scratch.numbers[i - distance];
  // Any unknown word with "n't" in it negates.
  const auto holds_nt = [&] {
    return scratch.text.lower(scratch.text.tokens()[i - distance]).find("n't") != std::string_view::npos;
  };
  if (number == 0 ? holds_nt() : words_[number].negates)
    hit.valence *= negation_leaves, hit.rules |= negation;
}

void VaderScorer::apply_idioms(const Scratch& scratch, std::size_t i, Hit& hit) const {
  const std::size_t n = scratch.numbers.size();
  const auto name = [&](std::size_t at) -> unsigned {
    return at < n ? words_[scratch.numbers[at]].name : other;  // before the first word `at` wraps round
  };
  const auto take = [&](unsigned first, unsigned second, unsigned third = other) {
    const double valence = VaderWords::idiom(first, second, third);
    if (std::isnan(valence)) return false;
    hit.valence = valence, hit.rules = idiom;
    return true;
  };
  const unsigned a = name(i - 3), b = name(i - 2), c = name(i - 1), d = name(i), e = name(i + 1),
                 f = name(i + 2);
  if ((a | b | c | d) == other) return;
  (void)(take(c, d) || take(b, c, d) || take(b, c) || take(a, b, c) || take(a, b));
  take(d, e);
  if (f != other) take(d, e, f);
  // "kind of", "sort of", "just enough": taken away whatever the sign of the word, unless repaired.
  const auto diminishes = [](unsigned x, unsigned y) {
    return (x == kind && y == of) || (x == sort && y == of) || (x == just && y == enough);
  };
  const double less = fixes_ & fix_idioms && hit.valence < 0 ? boost : -boost;
  if (diminishes(a, b)) hit.valence += less, hit.rules |= diminisher;
  if (diminishes(b, c)) hit.valence += less, hit.rules |= diminisher;
}

// One word of the lexicon: rules in the order of the original, since each works on what the last one left.
void VaderScorer::weigh(Scratch& scratch, std::size_t i) const {
  const auto& numbers = scratch.numbers;
  const auto word = [&](std::size_t back) -> const VaderWords::Word& { return words_[numbers[i - back]]; };
  const VaderWords::Word& self = words_[numbers[i]];
  Hit hit{i, i, self.valence, 0};
  if (const auto phrase = self.phrases ? words_.phrase(std::span(numbers).subspan(i)) : std::nullopt)
    hit = {i, i + phrase->words - 1, phrase->valence, idiom};
  else if (!self.known)
    return;
  const double own = hit.valence;
  // "no" before another word of the lexicon is a negation, not a valence of its own.
  if (self.name == no && i + 1 < numbers.size() && words_[numbers[i + 1]].known) hit.valence = 0;
  if ((i > 0 && word(1).name == no) || (i > 1 && word(2).name == no) ||
      (i > 2 && word(3).name == no && (word(1).name == or_ || word(1).name == nor)))
    hit.valence = own * negation_leaves, hit.rules |= negation;
  if (scratch.emphasised(i))
    hit.valence += hit.valence > 0 ? capitals_add : -capitals_add, hit.rules |= capitals;
  for (std::size_t distance = 1; distance <= 3 && distance <= i; ++distance) {
    const VaderWords::Word& before = word(distance);
    if (before.known) continue;
    if (before.boost != 0) {
      double s = hit.valence < 0 ? -before.boost : before.boost;
      if (scratch.emphasised(i - distance)) s += hit.valence > 0 ? capitals_add : -capitals_add;
      if (distance == 2) s *= 0.95;
      if (distance == 3) s *= 0.9;
      hit.valence += s;
      hit.rules |= before.boost > 0 ? intensifier : diminisher;
    }
    negate(scratch, i, distance, hit);
    if (distance == 3 && !(fixes_ & fix_idioms)) apply_idioms(scratch, i, hit);
  }
  if (fixes_ & fix_idioms) apply_idioms(scratch, i, hit);
  if (i > 0 && !word(1).known && word(1).name == least &&
      !(i > 1 && (word(2).name == at || word(2).name == very)))
    hit.valence *= negation_leaves, hit.rules |= negation;
  if (hit.valence != 0) scratch.hits.push_back(hit);
}

// What comes before the first "but" counts half, what comes after it half as much again. The original looks
// up each valence's place by its value while it changes them, so that of equal valences the first one may be
// weighed twice and another never; a heap of places for each value does the same without searching.
void VaderScorer::contrast(Scratch& scratch, std::size_t but_at) const {
  auto& hits = scratch.hits;
  const auto reweigh = [&](Hit& hit) {
    if (hit.token == but_at) return;
    hit.valence *= hit.token < but_at ? 0.5 : 1.5;
    hit.rules |= Rule::contrast;
  };
  if (fixes_ & fix_but) {
    for (Hit& hit : hits) reweigh(hit);
    return;
  }
  using Places = std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>>;
  std::unordered_map<double, Places> places;
  for (std::size_t k = 0; k < hits.size(); ++k) places[hits[k].valence].push(k);
  for (std::size_t k = 0; k < hits.size(); ++k) {
    Places& same = places[hits[k].valence];
    const std::size_t first = same.top();
    same.pop();
    reweigh(hits[first]);
    places[hits[first].valence].push(first);
  }
}

VaderScorer::Result VaderScorer::analyze(std::string_view sentence, Scratch& scratch) const {
  scratch.text.read(sentence, emoji_,
                    {.typography = (fixes_ & fix_quotes) != 0,
                     .sequences = (fixes_ & fix_emoji) != 0,
                     .short_words = (fixes_ & fix_short) != 0});
  const auto& tokens = scratch.text.tokens();
  const std::size_t n = tokens.size();
  auto& numbers = scratch.numbers;
  auto& acting = scratch.acting;
  numbers.resize(n);
  acting.resize(n);
  std::size_t count = 0;
  for (std::size_t i = 0; i < n; ++i) {
    numbers[i] = words_.find(scratch.text.lower(tokens[i]));
    acting[count] = i;
    count += words_.acts(numbers[i]) ? 1 : 0;
  }
  scratch.hits.clear();
  scratch.capitals_differ.reset();
  std::size_t but_at = n;
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t i = acting[k];
    const VaderWords::Word& word = words_[numbers[i]];
    if (word.name == but && but_at == n) but_at = i;
    if (word.boost != 0 || (!word.known && word.phrases == 0)) continue;
    if (word.name == kind && i + 1 < n && words_[numbers[i + 1]].name == of) continue;
    if (!scratch.hits.empty() && i <= scratch.hits.back().last) continue;  // inside a phrase
    weigh(scratch, i);
  }
  Result out;
  out.tokens = n;
  if (scratch.hits.empty()) return out;
  if (but_at < n) contrast(scratch, but_at);
  for (const Hit& hit : scratch.hits) out.sum += hit.valence;
  out.emphasis = mark_emphasis(scratch.text.count('!'), scratch.text.count('?'));
  if (out.sum > 0) {
    out.sum += out.emphasis;
  } else if (out.sum < 0) {
    out.sum -= out.emphasis;
  }
  return out;
}

Score VaderScorer::score(std::string_view sentence) const {
  Scratch& scratch = Scratch::mine();
  const Result result = analyze(sentence, scratch);
  const double value = fixes_ & fix_length ? result.sum : round_to(normalize(result.sum), 4);
  return {value, static_cast<int>(scratch.hits.size())};
}

Counts VaderScorer::counts(std::string_view sentence) const {
  Scratch& scratch = Scratch::mine();
  const Result result = analyze(sentence, scratch);
  return count(scratch.hits, result.tokens);
}

Polarity VaderScorer::polarity(std::string_view sentence) const {
  Scratch& scratch = Scratch::mine();
  const Result result = analyze(sentence, scratch);
  if (result.tokens == 0) return {};
  // Each word of the lexicon counts one more than its valence, to balance neutral words, which count one.
  double pos = 0, neg = 0;
  for (const Hit& hit : scratch.hits)
    (hit.valence > 0 ? pos : neg) += hit.valence > 0 ? hit.valence + 1 : hit.valence - 1;
  if (pos > std::abs(neg)) {
    pos += result.emphasis;
  } else if (pos < std::abs(neg)) {
    neg -= result.emphasis;
  }
  const auto neutral = static_cast<double>(result.tokens - scratch.hits.size());
  const double total = pos + std::abs(neg) + neutral;
  return {round_to(std::abs(neg / total), 3), round_to(std::abs(neutral / total), 3),
          round_to(std::abs(pos / total), 3), round_to(normalize(result.sum), 4)};
}

std::vector<Share> VaderScorer::explain(std::string_view sentence) const {
  Scratch& scratch = Scratch::mine();
  const Result result = analyze(sentence, scratch);
  // The squeeze into [-1, 1] scales all shares alike, so that they still add up.
  double scale = 1;
  if (!(fixes_ & fix_length))
    scale = result.sum != 0 ? round_to(normalize(result.sum), 4) / result.sum : 1 / std::sqrt(alpha);
  std::vector<Share> out;
  for (const Hit& hit : scratch.hits) {
    const auto& tokens = scratch.text.tokens();
    out.push_back({scratch.text.source({tokens[hit.token].begin, tokens[hit.last].end}), hit.valence * scale,
                   rule_names(hit.rules)});
  }
  if (result.emphasis > 0 && result.sum != 0)
    out.push_back(
        {scratch.text.marks(), std::copysign(result.emphasis, result.sum) * scale, rule_names(emphasis)});
  return out;
}

}  // namespace tenor
