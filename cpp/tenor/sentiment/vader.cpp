#include "tenor/sentiment/vader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <queue>
#include <unordered_map>

#include "tenor/sentiment/rules.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// The constants of the paper (Hutto & Gilbert 2014, section 3.3): what capitals add, what negation leaves.
constexpr double capitals_add = 0.733, negation_leaves = -0.74, boost = 0.293, alpha = 15;

enum Name : std::uint8_t {
  other,
  no,
  nor,
  or_,
  never,
  so,
  this_,
  without,
  doubt,
  least,
  at,
  very,
  but,
  kind,
  of,
  just,
  enough,
  sort,
  the,
  shit,
  bomb,
  bad,
  ass,
  bus,
  stop,
  yeah,
  right,
  kiss,
  death,
  to,
  die,
  for_,
  beating,
  heart,
};
constexpr std::string_view names[] = {
    "",     "no",   "nor",   "or",   "never",  "so",   "this", "without", "doubt",   "least", "at",  "very",
    "but",  "kind", "of",    "just", "enough", "sort", "the",  "shit",    "bomb",    "bad",   "ass", "bus",
    "stop", "yeah", "right", "kiss", "death",  "to",   "die",  "for",     "beating", "heart"};

constexpr std::string_view negators[] = {
    "aint",     "arent",    "cannot",    "cant",    "couldnt", "darent",   "didnt",   "doesnt", "ain't",
    "aren't",   "can't",    "couldn't",  "daren't", "didn't",  "doesn't",  "dont",    "hadnt",  "hasnt",
    "havent",   "isnt",     "mightnt",   "mustnt",  "neither", "don't",    "hadn't",  "hasn't", "haven't",
    "isn't",    "mightn't", "mustn't",   "neednt",  "needn't", "never",    "none",    "nope",   "nor",
    "not",      "nothing",  "nowhere",   "oughtnt", "shant",   "shouldnt", "uhuh",    "wasnt",  "werent",
    "oughtn't", "shan't",   "shouldn't", "uh-uh",   "wasn't",  "weren't",  "without", "wont",   "wouldnt",
    "won't",    "wouldn't", "rarely",    "seldom",  "despite"};

constexpr std::string_view intensifiers[] = {
    "absolutely",    "amazingly",  "awfully",   "completely", "considerable", "considerably", "decidedly",
    "deeply",        "effing",     "enormous",  "enormously", "entirely",     "especially",   "exceptional",
    "exceptionally", "extreme",    "extremely", "fabulously", "flipping",     "flippin",      "frackin",
    "fracking",      "fricking",   "frickin",   "frigging",   "friggin",      "fully",        "fuckin",
    "fucking",       "fuggin",     "fugging",   "greatly",    "hella",        "highly",       "hugely",
    "incredible",    "incredibly", "intensely", "major",      "majorly",      "more",         "most",
    "particularly",  "purely",     "quite",     "really",     "remarkably",   "so",           "substantially",
    "thoroughly",    "total",      "totally",   "tremendous", "tremendously", "uber",         "unbelievably",
    "unusually",     "utter",      "utterly",   "very"};
constexpr std::string_view diminishers[] = {
    "almost",   "barely",   "hardly",     "kinda",      "kindof",       "kind-of", "less",
    "little",   "marginal", "marginally", "occasional", "occasionally", "partly",  "scarce",
    "scarcely", "slight",   "slightly",   "somewhat",   "sorta",        "sortof",  "sort-of"};

// Idioms by the names of their words; NaN where there is none.
constexpr unsigned key(unsigned a, unsigned b, unsigned c = other) {
  return a << 16 | b << 8 | c;
}
double idiom_valence(unsigned words) {
  switch (words) {
    case key(the, shit):
      return 3;
    case key(the, bomb):
      return 3;
    case key(bad, ass):
      return 1.5;
    case key(bus, stop):
      return 0;
    case key(yeah, right):
      return -2;
    case key(kiss, of, death):
      return -1.5;
    case key(to, die, for_):
      return 3;
    case key(beating, heart):
      return 3.5;
    default:
      return std::nan("");
  }
}

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
  std::vector<std::uint32_t> numbers;  // of the tokens
  std::vector<Hit> hits;               // valences other than 0

  // One for each thread: scoring allocates nothing once warm.
  static Scratch& mine() {
    thread_local Scratch scratch;
    return scratch;
  }
};

std::uint32_t VaderScorer::add(std::string_view word) {
  const std::uint32_t number = table_.insert(word);
  if (number >= words_.size()) words_.resize(number + 1);
  return number;
}

VaderScorer::VaderScorer(const Lexicon::Entries& lexicon, const EmojiTable::Entries& emoji, unsigned fixes)
    : emoji_(emoji), fixes_(fixes), words_(1) {
  for (const auto& [term, valence] : lexicon) {
    const std::string word = fixes & fix_keys ? fold(term) : term;
    if (const std::size_t space = word.find(' '); space != std::string::npos && fixes & fix_keys) {
      Phrase phrase{{}, valence, 0};
      for (std::size_t from = space + 1; from <= word.size();) {
        const std::size_t to = std::min(word.find(' ', from), word.size());
        phrase.rest.push_back(add(std::string_view(word).substr(from, to - from)));
        from = to + 1;
      }
      Word& head = words_[add(std::string_view(word).substr(0, space))];
      phrase.next = std::exchange(head.phrases, static_cast<std::uint32_t>(phrases_.size() + 1));
      phrases_.push_back(std::move(phrase));
    } else {
      Word& entry = words_[add(word)];
      entry.valence = valence;
      entry.known = true;
    }
  }
  for (const std::string_view word : negators) words_[add(word)].negates = true;
  for (const std::string_view word : intensifiers) words_[add(word)].boost = boost;
  for (const std::string_view word : diminishers) words_[add(word)].boost = -boost;
  for (std::uint8_t name = 1; name < std::size(names); ++name) words_[add(names[name])].name = name;
  nt_ = add("n't");
  for (std::uint32_t number = 1; number <= table_.size(); ++number)
    if (table_.word(number).find("n't") != std::string_view::npos) words_[number].negates = true;
}

void VaderScorer::look_up(Scratch& scratch) const {
  scratch.numbers.clear();
  for (const VaderText::Token& token : scratch.text.tokens()) {
    const std::string_view word = scratch.text.lower(token);
    std::uint32_t number = table_.find(word);
    if (number == 0 && token.apostrophe && word.find("n't") != std::string_view::npos) number = nt_;
    scratch.numbers.push_back(number);
  }
}

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
  if (words_[scratch.numbers[i - distance]].negates) hit.valence *= negation_leaves, hit.rules |= negation;
}

void VaderScorer::apply_idioms(const Scratch& scratch, std::size_t i, Hit& hit) const {
  const std::size_t n = scratch.numbers.size();
  const auto name = [&](std::size_t at) -> unsigned {
    return at < n ? words_[scratch.numbers[at]].name : 0U;  // before the first word `at` wraps round
  };
  const auto take = [&](unsigned words) {
    const double valence = idiom_valence(words);
    if (std::isnan(valence)) return false;
    hit.valence = valence, hit.rules = idiom;
    return true;
  };
  const unsigned a = name(i - 3), b = name(i - 2), c = name(i - 1), d = name(i), e = name(i + 1),
                 f = name(i + 2);
  if ((a | b | c | d) == other) return;
  (void)(take(key(c, d)) || take(key(b, c, d)) || take(key(b, c)) || take(key(a, b, c)) || take(key(a, b)));
  take(key(d, e));
  if (f != other) take(key(d, e, f));
  // "kind of", "sort of", "just enough": taken away whatever the sign of the word, unless repaired.
  const auto diminishes = [](unsigned x, unsigned y) {
    return (x == kind && y == of) || (x == sort && y == of) || (x == just && y == enough);
  };
  const double less = fixes_ & fix_idioms && hit.valence < 0 ? boost : -boost;
  if (diminishes(a, b)) hit.valence += less, hit.rules |= diminisher;
  if (diminishes(b, c)) hit.valence += less, hit.rules |= diminisher;
}

// One word of the lexicon: rules in the order of the original, since each works on what the last one left.
void VaderScorer::weigh(Scratch& scratch, std::size_t i, bool capitals_differ) const {
  const auto& numbers = scratch.numbers;
  const auto word = [&](std::size_t back) -> const Word& { return words_[numbers[i - back]]; };
  const Word& self = words_[numbers[i]];
  Hit hit{i, i, self.valence, 0};
  for (std::uint32_t p = fixes_ & fix_keys ? self.phrases : 0; p != 0; p = phrases_[p - 1].next) {
    const Phrase& phrase = phrases_[p - 1];
    if (phrase.rest.size() < numbers.size() - i && hit.last - i < phrase.rest.size() &&
        std::equal(phrase.rest.begin(), phrase.rest.end(),
                   numbers.begin() + static_cast<std::ptrdiff_t>(i) + 1))
      hit = {i, i + phrase.rest.size(), phrase.valence, idiom};
  }
  if (!self.known && hit.last == i) return;
  const double own = hit.valence;
  // "no" before another word of the lexicon is a negation, not a valence of its own.
  if (self.name == no && i + 1 < numbers.size() && words_[numbers[i + 1]].known) hit.valence = 0;
  if ((i > 0 && word(1).name == no) || (i > 1 && word(2).name == no) ||
      (i > 2 && word(3).name == no && (word(1).name == or_ || word(1).name == nor)))
    hit.valence = own * negation_leaves, hit.rules |= negation;
  const auto& tokens = scratch.text.tokens();
  if (tokens[i].upper && capitals_differ)
    hit.valence += hit.valence > 0 ? capitals_add : -capitals_add, hit.rules |= capitals;
  for (std::size_t distance = 1; distance <= 3 && distance <= i; ++distance) {
    const Word& before = word(distance);
    if (before.known) continue;
    if (before.boost != 0) {
      double s = hit.valence < 0 ? -before.boost : before.boost;
      if (tokens[i - distance].upper && capitals_differ) s += hit.valence > 0 ? capitals_add : -capitals_add;
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
  scratch.hits.clear();
  look_up(scratch);
  const auto& tokens = scratch.text.tokens();
  const auto& numbers = scratch.numbers;
  std::size_t upper = 0, but_at = tokens.size();
  for (const VaderText::Token& token : tokens) upper += token.upper ? 1 : 0;
  const bool capitals_differ = upper > 0 && upper < tokens.size();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == 0) continue;
    const Word& word = words_[numbers[i]];
    if (word.name == but && but_at == tokens.size()) but_at = i;
    if (!word.known && word.phrases == 0) continue;
    if (word.boost != 0) continue;
    if (word.name == kind && i + 1 < numbers.size() && words_[numbers[i + 1]].name == of) continue;
    if (!scratch.hits.empty() && i <= scratch.hits.back().last) continue;  // inside a phrase
    weigh(scratch, i, capitals_differ);
  }
  if (but_at < tokens.size() && !scratch.hits.empty()) contrast(scratch, but_at);
  Result out;
  out.tokens = tokens.size();
  for (const Hit& hit : scratch.hits) out.sum += hit.valence;
  out.emphasis = mark_emphasis(scratch.text.exclamations, scratch.text.questions);
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
