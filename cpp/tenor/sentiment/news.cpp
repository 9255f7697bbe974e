#include "tenor/sentiment/news.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "tenor/sentiment/news_words.h"
#include "tenor/sentiment/rules.h"
#include "tenor/sentiment/vader_text.h"

namespace tenor {
namespace {

// What each rule leaves of a valence. Negation and degree as in VADER (Hutto & Gilbert 2014); the others were
// set by judgement; the negation's own valence was chosen on rated snippets and the training sentences of
// NewsMTSC.
constexpr double negation_leaves = -0.74, boost = 0.293, reversal_leaves = -0.5, refusal_leaves = -0.3,
                 conditional_leaves = 0.7, hedge_leaves = 0.8, before_but = 0.6, after_but = 1.3, alpha = 15;
constexpr std::size_t reach = 4;

using namespace news;

void for_words(std::string_view words, const auto& use) {
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t to = std::min(words.find(' ', from), words.size());
    use(words.substr(from, to - from));
    from = to + 1;
  }
}

std::vector<std::string_view> rule_words() {
  std::vector<std::string_view> out;
  for (const Class& group : classes())
    for_words(group.words, [&](std::string_view word) { out.push_back(word); });
  return out;
}

double squeeze(double sum) {
  return sum / std::sqrt(sum * sum + alpha);
}

}  // namespace

struct NewsScorer::Hit {
  std::size_t begin, end;  // tokens
  double valence;
  unsigned rules;
};

struct NewsScorer::Scratch {
  VaderText text;
  std::vector<std::uint32_t> numbers;  // of the tokens that were looked up; 0 for the others
  std::vector<std::uint32_t> acting;   // tokens that may be in the lexicon or a rule's
  std::vector<std::uint16_t> kinds;
  std::vector<std::uint32_t> hit_of;  // by token: 1 + the number of the hit that it is part of
  std::vector<Hit> hits;

  // One for each thread: scoring allocates nothing once warm.
  static Scratch& mine() {
    thread_local Scratch scratch;
    return scratch;
  }
};

NewsScorer::NewsScorer(const Lexicon::Entries& lexicon, const EmojiTable::Entries& emoji, double negator)
    : emoji_(emoji),
      lexicon_(lexicon, emoji_, rule_words()),
      negator_(negator),
      kinds_(lexicon_.numbers() + 1) {
  for (const news::Class& group : news::classes())
    for_words(group.words, [&](std::string_view word) {
      std::uint16_t& kind = kinds_[lexicon_.number(word)];
      kind = static_cast<std::uint16_t>(kind | group.kind);
    });
}

void NewsScorer::find_hits(Scratch& scratch) const {
  const auto& tokens = scratch.text.tokens();
  auto& numbers = scratch.numbers;
  const std::size_t n = tokens.size();
  numbers.assign(n, 0);
  scratch.acting.resize(n);
  scratch.kinds.assign(n, 0);
  scratch.hit_of.assign(n, 0);
  scratch.hits.clear();
  std::size_t count = 0;  // kept without a branch: which words pass cannot be foreseen
  for (std::size_t i = 0; i < n; ++i) {
    scratch.acting[count] = static_cast<std::uint32_t>(i);
    count += lexicon_.may_begin(scratch.text.lower(tokens[i])) ? 1 : 0;
  }
  for (const std::size_t i : std::span(scratch.acting).first(count)) {
    numbers[i] = lexicon_.number_padded(scratch.text.lower(tokens[i]));
    scratch.kinds[i] = kinds_[numbers[i]];
  }
  std::size_t free = 0;  // the first token that is in no phrase yet
  for (const std::size_t i : std::span(scratch.acting).first(count)) {
    if (i < free || numbers[i] == 0) continue;
    for (std::size_t k = i + 1; k < std::min(n, i + lexicon_.longest(numbers[i])); ++k)
      if (numbers[k] == 0) numbers[k] = lexicon_.number_padded(scratch.text.lower(tokens[k]));
    const auto match = lexicon_.match(std::span(numbers).subspan(i));
    // These change others, unless a phrase begins with them ("no longer", a dictionary's "not abandon*").
    if (scratch.kinds[i] & (negates | boosts | lessens) && (!match || match->words == 1)) {
      if (scratch.kinds[i] & negates && negator_ != 0) scratch.hits.push_back({i, i + 1, negator_, negation});
      continue;
    }
    if (!match) continue;
    if (match->valence != 0) {
      scratch.hits.push_back({i, i + match->words, match->valence, 0});
      for (std::size_t k = 0; k < match->words; ++k)
        scratch.hit_of[i + k] = static_cast<std::uint32_t>(scratch.hits.size());
    }
    free = i + match->words;  // a phrase of valence 0 hides its words
  }
}

// Whether one of the two words before `at` negates it.
bool NewsScorer::negated(const Scratch& scratch, std::size_t at) const {
  for (std::size_t back = 1; back <= 2 && back <= at; ++back) {
    if (scratch.text.ends_clause(scratch.text.tokens()[at - back])) return false;
    if (scratch.kinds[at - back] & negates) return true;
  }
  return false;
}

// Looks back from a hit to the words that change it. A negation belongs to the first word of the lexicon
// after it
// ("did not reject the peace plan" negates "reject" alone), unless "and" or "or" hands it on.
void NewsScorer::weigh(const Scratch& scratch, std::size_t index, Hit& hit) const {
  bool open = true;  // to negation and reversal; what is beyond another hit no longer acts
  bool turned = false;
  for (std::size_t back = 1; back <= reach && back <= hit.begin; ++back) {
    const std::size_t at = hit.begin - back;
    if (scratch.text.ends_clause(scratch.text.tokens()[at])) break;
    const std::uint16_t kind = scratch.kinds[at];
    if (back <= 2 && kind & (boosts | lessens)) {
      const double more = (kind & boosts ? boost : -boost) * (back == 1 ? 1 : 0.95);
      hit.valence += hit.valence < 0 ? -more : more;
      hit.rules |= kind & boosts ? intensifier : diminisher;
    }
    if (open && kind & negates) {
      hit.valence *= negation_leaves;
      hit.rules |= negation;
      open = false;
    } else if (open && !turned && kind & (reverses | refuses) && !negated(scratch, at)) {
      if (kind & reverses || hit.valence > 0) {
        hit.valence *= kind & reverses ? reversal_leaves : refusal_leaves;
        hit.rules |= reversal;
        turned = true;
      }
    }
    if (kind & hedges && !(hit.rules & hedge)) hit.valence *= hedge_leaves, hit.rules |= hedge;
    const bool handed_on = at + 1 < hit.begin && scratch.kinds[at + 1] & joins;
    if (scratch.hit_of[at] != 0 && scratch.hit_of[at] != index + 1 && !handed_on) open = false;
  }
  if (!turned) turn_by_what_follows(scratch, hit);
}

// "The peace plan was rejected", "sanctions have been lifted": what acts on a word comes after it.
void NewsScorer::turn_by_what_follows(const Scratch& scratch, Hit& hit) const {
  for (std::size_t at = hit.end; at < scratch.numbers.size() && at < hit.end + reach; ++at) {
    if (scratch.text.ends_clause(scratch.text.tokens()[at - 1])) return;
    const std::uint16_t kind = scratch.kinds[at];
    if (kind & helps) continue;
    if (at > hit.end && (kind & reverses || (kind & refuses && hit.valence > 0))) {
      hit.valence *= kind & reverses ? reversal_leaves : refusal_leaves;
      hit.rules |= reversal;
    }
    return;
  }
}

double NewsScorer::analyze(std::string_view sentence, Scratch& scratch) const {
  scratch.text.read(sentence, emoji_, Lexicon::reading);
  find_hits(scratch);
  const std::size_t n = scratch.numbers.size();
  std::size_t but = n, condition = n;
  for (std::size_t i = n; i-- > 0;) {
    if (scratch.kinds[i] & turns) but = i;
    if (scratch.kinds[i] & supposes) condition = i;
  }
  double sum = 0;
  std::size_t clause = condition;  // the condition holds to the end of its clause
  while (clause < n && !scratch.text.ends_clause(scratch.text.tokens()[clause])) ++clause;
  for (std::size_t k = 0; k < scratch.hits.size(); ++k) {
    Hit& hit = scratch.hits[k];
    if (!(hit.rules & negation)) weigh(scratch, k, hit);
    if (hit.begin > condition && hit.begin <= clause)
      hit.valence *= conditional_leaves, hit.rules |= conditional;
    if (but < n) hit.valence *= hit.begin < but ? before_but : after_but, hit.rules |= contrast;
    sum += hit.valence;
  }
  return sum;
}

Score NewsScorer::score(std::string_view sentence) const {
  Scratch& scratch = Scratch::mine();
  const double sum = analyze(sentence, scratch);
  return {squeeze(sum), static_cast<int>(scratch.hits.size())};
}

Explained NewsScorer::explain(std::string_view sentence) const {
  Scratch& scratch = Scratch::mine();
  const double sum = analyze(sentence, scratch);
  const double scale = 1 / std::sqrt(sum * sum + alpha);
  const auto& tokens = scratch.text.tokens();
  Explained out{{squeeze(sum), static_cast<int>(scratch.hits.size())}, static_cast<int>(tokens.size()), {}};
  out.shares.reserve(scratch.hits.size());
  for (const Hit& hit : scratch.hits)
    out.shares.push_back({scratch.text.source({tokens[hit.begin].begin, tokens[hit.end - 1].end}),
                          hit.valence * scale, rule_names(hit.rules)});
  return out;
}

Counts NewsScorer::counts(std::string_view sentence) const {
  Scratch& scratch = Scratch::mine();
  analyze(sentence, scratch);
  return count(scratch.hits, scratch.numbers.size());
}

Polarity NewsScorer::polarity(std::string_view sentence) const {
  Scratch& scratch = Scratch::mine();
  const double sum = analyze(sentence, scratch);
  if (scratch.numbers.empty()) return {};
  // As VADER counts: a word of the lexicon weighs one more than its valence, any other word one.
  double pos = 0, neg = 0, neutral = static_cast<double>(scratch.numbers.size());
  for (const Hit& hit : scratch.hits) {
    (hit.valence > 0 ? pos : neg) += std::abs(hit.valence) + 1;
    neutral -= static_cast<double>(hit.end - hit.begin);
  }
  const double total = pos + neg + neutral;
  return {neg / total, neutral / total, pos / total, squeeze(sum)};
}

}  // namespace tenor
