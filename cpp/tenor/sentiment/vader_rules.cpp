#include "tenor/sentiment/vader_rules.h"

#include <cmath>
#include <set>
#include <utility>

#include "tenor/sentiment/rules.h"

namespace tenor {
namespace {

// The constants of the paper (Hutto & Gilbert 2014, section 3.3): what capitals add, what negation leaves.
constexpr double capitals_add = 0.733, negation_leaves = -0.74, boost = 0.293;

using enum VaderWords::Name;
using Hit = VaderSentence::Hit;

void emphasise(VaderSentence& sentence, std::size_t i, Hit& hit) {
  if (sentence.emphasised(i))
    hit.valence += hit.valence > 0 ? capitals_add : -capitals_add, hit.rules |= capitals;
}

// What the word `distance` before the hit at token i does to it.
void negate(VaderSentence& sentence, std::size_t i, std::size_t distance, unsigned fixes, Hit& hit) {
  const auto name = [&](std::size_t back) { return sentence.name(i - back); };
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
    const bool after_never = fixes & fix_so_this ? name(3) == never && (so_or_this(2) || so_or_this(1))
                                                 : (name(3) == never && so_or_this(2)) || so_or_this(1);
    if (after_never) {
      hit.valence *= 1.25, hit.rules |= intensifier;
      return;
    }
    if (name(3) == without && (name(2) == doubt || name(1) == doubt)) return;
  }
  const std::size_t before = i - distance;
  // Any unknown word with "n't" in it negates.
  const bool negates = sentence.number(before) == 0
                           ? sentence.lower(before).find("n't") != std::string_view::npos
                           : sentence.word(before).negates;
  if (negates) hit.valence *= negation_leaves, hit.rules |= negation;
}

void apply_idioms(VaderSentence& sentence, std::size_t i, unsigned fixes, Hit& hit) {
  const auto take = [&](unsigned first, unsigned second, unsigned third = other) {
    const double valence = VaderWords::idiom(first, second, third);
    if (std::isnan(valence)) return false;
    hit.valence = valence, hit.rules = idiom;
    return true;
  };
  // Before the first word the place wraps round, to what is no token.
  const unsigned a = sentence.name(i - 3), b = sentence.name(i - 2), c = sentence.name(i - 1),
                 d = sentence.name(i);
  if ((a | b | c | d) == other) return;
  const unsigned e = sentence.name(i + 1), f = sentence.name(i + 2);
  (void)(take(c, d) || take(b, c, d) || take(b, c) || take(a, b, c) || take(a, b));
  take(d, e);
  if (f != other) take(d, e, f);
  // "kind of", "sort of", "just enough": taken away whatever the sign of the word, unless repaired.
  const auto diminishes = [](unsigned x, unsigned y) {
    return (x == kind && y == of) || (x == sort && y == of) || (x == just && y == enough);
  };
  const double less = fixes & fix_idioms && hit.valence < 0 ? boost : -boost;
  if (diminishes(a, b)) hit.valence += less, hit.rules |= diminisher;
  if (diminishes(b, c)) hit.valence += less, hit.rules |= diminisher;
}

}  // namespace

// Rules in the order of the original, since each works on what the last one left.
void weigh(VaderSentence& sentence, std::size_t i, unsigned fixes) {
  const auto word = [&](std::size_t back) -> const VaderWords::Word& { return sentence.word(i - back); };
  const VaderWords::Word& self = word(0);
  Hit hit{i, i, self.valence, 0};
  if (const auto phrase = sentence.phrase(i))
    hit = {i, i + phrase->words - 1, phrase->valence, idiom};
  else if (!self.known)
    return;
  if (self.name == other && !sentence.may_be_changed(i)) {  // most words: none of the rest applies
    emphasise(sentence, i, hit);
    if (hit.valence != 0) sentence.hits.push_back(hit);
    return;
  }
  const double own = hit.valence;
  // "no" before another word of the lexicon is a negation, not a valence of its own.
  if (self.name == no && i + 1 < sentence.size() && sentence.word(i + 1).known) hit.valence = 0;
  if ((i > 0 && word(1).name == no) || (i > 1 && word(2).name == no) ||
      (i > 2 && word(3).name == no && (word(1).name == or_ || word(1).name == nor)))
    hit.valence = own * negation_leaves, hit.rules |= negation;
  emphasise(sentence, i, hit);
  for (std::size_t distance = 1; distance <= 3 && distance <= i; ++distance) {
    const VaderWords::Word& before = word(distance);
    if (before.known) continue;
    if (before.boost != 0) {
      double s = hit.valence < 0 ? -before.boost : before.boost;
      if (sentence.emphasised(i - distance)) s += hit.valence > 0 ? capitals_add : -capitals_add;
      if (distance == 2) s *= 0.95;
      if (distance == 3) s *= 0.9;
      hit.valence += s;
      hit.rules |= before.boost > 0 ? intensifier : diminisher;
    }
    negate(sentence, i, distance, fixes, hit);
    if (distance == 3 && !(fixes & fix_idioms)) apply_idioms(sentence, i, fixes, hit);
  }
  if (fixes & fix_idioms) apply_idioms(sentence, i, fixes, hit);
  if (i > 0 && !word(1).known && word(1).name == least &&
      !(i > 1 && (word(2).name == at || word(2).name == very)))
    hit.valence *= negation_leaves, hit.rules |= negation;
  if (hit.valence != 0) sentence.hits.push_back(hit);
}

// The original looks up each valence's place by its value while it changes them, so that of equal valences
// the first one may be weighed twice and another never; an ordered set of values and places does the same
// without searching.
void weigh_contrast(std::vector<Hit>& hits, std::size_t but_at, unsigned fixes) {
  const auto reweigh = [&](Hit& hit) {
    if (hit.token == but_at) return;
    hit.valence *= hit.token < but_at ? 0.5 : 1.5;
    hit.rules |= contrast;
  };
  if (fixes & fix_but) {
    for (Hit& hit : hits) reweigh(hit);
    return;
  }
  std::set<std::pair<double, std::size_t>> places;
  for (std::size_t k = 0; k < hits.size(); ++k) places.emplace(hits[k].valence, k);
  for (std::size_t k = 0; k < hits.size(); ++k) {
    auto first = places.extract(places.lower_bound({hits[k].valence, 0}));
    Hit& hit = hits[first.value().second];
    reweigh(hit);
    first.value().first = hit.valence;
    places.insert(std::move(first));
  }
}

}  // namespace tenor
