#include "tenor/sentiment/news.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tenor/sentiment/rules.h"

namespace tenor {
namespace {

// What each rule leaves of a valence. Negation and degree as in VADER (Hutto & Gilbert 2014); the others were
// set by judgement; the negation's own valence was chosen on rated snippets and the training sentences of
// NewsMTSC.
constexpr double negation_leaves = -0.74, boost = 0.293, reversal_leaves = -0.5, refusal_leaves = -0.3,
                 conditional_leaves = 0.7, hedge_leaves = 0.8, before_but = 0.6, after_but = 1.3, alpha = 15;
constexpr std::size_t reach = 4;

enum Kind : std::uint16_t {
  negates = 1,     // not
  boosts = 2,      // very
  lessens = 4,     // slightly
  reverses = 8,    // end, prevent: what they act on turns round
  refuses = 16,    // reject, oppose: the good they act on is no good
  joins = 32,      // and, or: a rule reaches over them
  turns = 64,      // but
  supposes = 128,  // if
  hedges = 256,    // may
};

struct Class {
  std::uint16_t kind;
  std::string_view words;
};
constexpr std::array classes = {
    Class{negates,
          "aint arent cannot cant couldnt darent didnt doesnt ain't aren't can't couldn't daren't didn't "
          "doesn't dont "
          "hadnt hasnt havent isnt mightnt mustnt neither don't hadn't hasn't haven't isn't mightn't mustn't "
          "neednt "
          "needn't never none nope nor not nowhere oughtnt shant shouldnt wasnt werent oughtn't shan't "
          "shouldn't "
          "wasn't weren't without wont wouldnt won't wouldn't rarely seldom despite no hardly nobody"},
    Class{boosts,
          "absolutely amazingly awfully completely considerable considerably decidedly deeply enormous "
          "enormously "
          "entirely especially exceptionally extreme extremely fully greatly highly hugely incredibly "
          "intensely major "
          "more most particularly purely quite really remarkably so substantially thoroughly total totally "
          "tremendous "
          "tremendously unbelievably unusually utter utterly very profoundly severely sharply strongly "
          "vastly widely "
          "overwhelmingly seriously far"},
    Class{lessens,
          "almost barely kinda less little marginal marginally occasional occasionally partly scarcely "
          "slight slightly "
          "somewhat relatively mildly modestly fairly"},
    Class{reverses,
          "end ends ended ending halt halts halted halting stop stops stopped stopping prevent prevents "
          "prevented "
          "preventing avoid avoids avoided avoiding avert averts averted averting reduce reduces reduced "
          "reducing ease "
          "eases eased easing curb curbs curbed curbing combat combats combating lift lifts lifted lifting "
          "alleviate "
          "alleviates alleviating overcome overcomes overcame eliminate eliminates eliminated eliminating "
          "eradicate "
          "lack lacks lacked lacking lose loses lost losing loss deter deters deterred fight fights fighting "
          "fought "
          "against tackle tackles tackling diminish diminishes diminished cure free"},
    Class{refuses,
          "reject rejects rejected rejecting oppose opposes opposed opposing refuse refuses refused refusing "
          "deny denies "
          "denied denying block blocks blocked blocking undermine undermines undermined undermining threaten "
          "threatens "
          "threatened threatening abandon abandons abandoned destroy destroys destroyed ruin ruins ruined "
          "fail fails "
          "failed failing violate violates violated"},
    Class{joins, "and or nor"},
    Class{turns, "but"},
    Class{supposes, "if unless whether"},
    Class{hedges, "may might could would possibly perhaps reportedly supposedly seemingly"},
};

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
  std::vector<std::string_view> words;
  std::vector<std::uint16_t> kinds;
  std::vector<std::uint32_t> hit_of;  // by token: 1 + the number of the hit that it is part of
  std::vector<Hit> hits;

  // One for each thread: scoring allocates nothing once warm.
  static Scratch& mine() {
    thread_local Scratch scratch;
    return scratch;
  }
};

NewsScorer::NewsScorer(std::shared_ptr<const Lexicon> lexicon, const EmojiTable::Entries& emoji,
                       double negator)
    : lexicon_(std::move(lexicon)), emoji_(emoji), negator_(negator), kinds_(1) {
  for (const Class& group : classes)
    for (std::size_t from = 0; from < group.words.size();) {
      const std::size_t to = std::min(group.words.find(' ', from), group.words.size());
      const std::uint32_t number = words_.insert(group.words.substr(from, to - from));
      if (number >= kinds_.size()) kinds_.resize(number + 1);
      kinds_[number] = static_cast<std::uint16_t>(kinds_[number] | group.kind);
      from = to + 1;
    }
}

void NewsScorer::find_hits(Scratch& scratch) const {
  scratch.words.clear();
  scratch.kinds.clear();
  scratch.hits.clear();
  for (const VaderText::Token& token : scratch.text.tokens()) {
    scratch.words.push_back(scratch.text.lower(token));
    scratch.kinds.push_back(kinds_[words_.find(scratch.words.back())]);
  }
  scratch.hit_of.assign(scratch.words.size(), 0);
  for (std::size_t i = 0; i < scratch.words.size(); ++i) {
    if (scratch.kinds[i] & negates && negator_ != 0) scratch.hits.push_back({i, i + 1, negator_, negation});
    if (scratch.kinds[i] & (negates | boosts | lessens)) continue;  // these change others
    const auto match = lexicon_->match(scratch.words, i);
    if (!match) continue;
    if (match->valence != 0) {
      scratch.hits.push_back({i, i + match->words, match->valence, 0});
      for (std::size_t k = 0; k < match->words; ++k)
        scratch.hit_of[i + k] = static_cast<std::uint32_t>(scratch.hits.size());
    }
    i += match->words - 1;  // a phrase of valence 0 hides its words
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
}

double NewsScorer::analyze(std::string_view sentence, Scratch& scratch) const {
  scratch.text.read(sentence, emoji_,
                    {.typography = true, .sequences = true, .hyphens = true, .short_words = true});
  find_hits(scratch);
  const std::size_t n = scratch.words.size();
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

std::vector<Share> NewsScorer::explain(std::string_view sentence) const {
  Scratch& scratch = Scratch::mine();
  const double sum = analyze(sentence, scratch);
  const double scale = 1 / std::sqrt(sum * sum + alpha);
  const auto& tokens = scratch.text.tokens();
  std::vector<Share> out;
  for (const Hit& hit : scratch.hits)
    out.push_back({scratch.text.source({tokens[hit.begin].begin, tokens[hit.end - 1].end}),
                   hit.valence * scale, rule_names(hit.rules)});
  return out;
}

Polarity NewsScorer::polarity(std::string_view sentence) const {
  Scratch& scratch = Scratch::mine();
  const double sum = analyze(sentence, scratch);
  if (scratch.words.empty()) return {};
  // As VADER counts: a word of the lexicon weighs one more than its valence, any other word one.
  double pos = 0, neg = 0, neutral = static_cast<double>(scratch.words.size());
  for (const Hit& hit : scratch.hits) {
    (hit.valence > 0 ? pos : neg) += std::abs(hit.valence) + 1;
    neutral -= static_cast<double>(hit.end - hit.begin);
  }
  const double total = pos + neg + neutral;
  return {neg / total, neutral / total, pos / total, squeeze(sum)};
}

}  // namespace tenor
