#include "tenor/stance/stance.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "tenor/stance/arguments.h"
#include "tenor/stance/judgement.h"
#include "tenor/stance/speaker.h"
#include "tenor/stance/tree_arguments.h"
#include "tenor/stance/view_holder.h"
#include "tenor/voice/clause.h"
#include "tenor/voice/holder.h"

namespace tenor {
namespace {

// How far a rule that fired moves the model's probabilities towards its own label.
constexpr double rule_weight = 0.75;

// What is said of a target counts where words and model together are this clear about a sign (log-odds),
constexpr double least_linked = 1.75;
// and, in the main clause of a quotation, where the model leaves less than this to neutral.
constexpr double most_neutral = 0.4;
// The same for what somebody calls it.
constexpr double least_described = 0.5;

bool is_third_person(std::string_view w) {
  return w == "he" || w == "she" || w == "they" || w == "it" || w == "his" || w == "her" || w == "their" ||
         w == "its";
}

// "it's" names "it".
Span without_clitic(const Layout& layout, Range words) {
  Span out = layout.span(words);
  if (!has_clitic_verb(layout, words.end - 1)) return out;
  const std::string_view text = layout.text(words);
  const std::size_t straight = text.rfind('\'');
  const std::size_t mark = straight == std::string_view::npos ? text.rfind("\u2019") : straight;
  if (mark != std::string_view::npos && mark > 0) out.end = out.begin + mark;
  return out;
}

class Reader {
 public:
  Reader(const Reading& reading, const std::vector<Layout>& layouts,
         const std::vector<Attribution>& attributions, const Scorer* scorer, const TargetModel* model,
         const TargetMatcher& targets, bool discover)
      : reading_(reading),
        speakers_(reading, attributions),
        scorer_(scorer),
        targets_(targets),
        discover_(discover),
        holders_(layouts) {
    if (model) model_.emplace(*model);
    std::size_t next = 0;
    for (const Layout& layout : layouts) {
      read(layout);
      for (; next < attributions.size() && attributions[next].sentence == layout.sentence(); ++next)
        if (attributions[next].depth == 1) holders_.mention(attributions[next].holder, true);
      holders_.read(layout);
      // Who acted comes to mind before whom it befell.
      for (std::size_t i = first_; i < out_.size(); ++i)
        if (out_[i].depth == 0) holders_.mention(out_[i].holder, false);
    }
  }

  std::vector<Stance> take() { return std::move(out_); }

 private:
  void read(const Layout& layout) {
    const std::vector<Said> said = speakers_.said_in(layout);
    std::vector<Range> ranges;
    for (const Said& s : said) ranges.push_back(s.words);
    const std::vector<Mention> mentions = targets_.mentions(layout);
    first_ = out_.size();
    if (model_) model_->open(reading_, layout.sentence());
    std::vector<bool> judged(mentions.size());
    for (const Judgement& j : find_judgements(layout, ranges, scorer_)) {
      const Mention* listed = nullptr;
      for (std::size_t m = 0; m < mentions.size(); ++m)
        if (mentions[m].words.first < j.target.end && j.target.first < mentions[m].words.end) {
          judged[m] = true;
          if (!listed) listed = &mentions[m];
        }
      if (!listed && !discover_) continue;
      int depth = 0;
      const std::string holder = holder_of(layout, j, said, depth);
      if (holder.empty()) continue;
      add(layout, holder, j, listed, depth);
    }
    for (std::size_t m = 0; m < mentions.size(); ++m)
      if (!judged[m] && model_) weigh(layout, mentions[m], said);
    std::stable_sort(out_.begin() + static_cast<std::ptrdiff_t>(first_), out_.end(),
                     [](const Stance& a, const Stance& b) { return a.mention < b.mention; });
  }

  std::string holder_of(const Layout& layout, const Judgement& j, const std::vector<Said>& said,
                        int& depth) const {
    const Said* speaker = innermost(said, j.word);
    depth = speaker ? speaker->attribution->depth : 0;
    if (j.holder.empty()) return speaker ? speaker_of(*speaker->attribution) : "";
    const std::string_view word = layout.word(j.holder.first);
    const bool one_word = j.holder.end - j.holder.first == 1;
    const bool by_themselves = is_first_person(word) || is_first_person_owner(word);
    if (one_word && is_second_person(word)) return {};  // named nowhere
    if (is_relative(layout.tag(j.holder.first)) && !may_hold(layout, antecedent(layout, j.holder.first)))
      return {};
    if (one_word && by_themselves && !speaker) return "outlet";
    // The judging verb is a cue: its holder is known.
    const Span verb = layout.span({j.verb, j.verb + 1});
    for (const Attribution* a : speakers_.cued_in(layout))
      if (!a->cue.empty() && a->cue[0].overlaps(verb) &&
          (a->source.empty() || a->source[0].overlaps(layout.span(j.holder)))) {
        depth = a->depth;
        return speaker_of(*a);
      }
    // The words of an attribution in this sentence: its holder is known, and the verb may be its cue.
    const Span words = layout.span(j.holder);
    for (const Attribution* a : speakers_.cued_in(layout)) {
      if (a->source.empty() || !a->source[0].overlaps(words)) continue;
      if (one_word && by_themselves) break;
      depth = a->depth;
      return speaker_of(*a);
    }
    if (speaker && by_themselves) return speaker_of(*speaker->attribution);
    // "They", "both": somebody whom the words before name, or nobody.
    const bool unnamed = is_third_person(word) || stands_for_noun(layout, j.holder.first);
    if (speaker && one_word && unnamed && layout.quotation(j.holder.first) < 0)
      return speaker_of(*speaker->attribution);
    if (speaker) ++depth;
    std::string out;
    for (const Range& one : joined_phrases(layout, j.holder)) {
      const Range who = is_relative(layout.tag(one.first)) ? antecedent(layout, one.first) : one;
      if (may_hold(layout, who))
        (out += out.empty() ? "" : "; ") +=
            holders_.resolve(layout, who, speaker ? speaker->attribution->holder : std::string());
    }
    return out;
  }

  // A listed target that no rule judges: the model decides, for whoever speaks there.
  void weigh(const Layout& layout, const Mention& mention, const std::vector<Said>& said) {
    const Probabilities p = model_->polarity(layout.span(mention.words));
    const auto best = static_cast<int>(std::max_element(p.begin(), p.end()) - p.begin()) - 1;
    const Said* speaker = innermost(said, mention.words.first);
    push(layout, speaker ? speaker_of(*speaker->attribution) : "outlet", targets_.name(mention.target),
         layout.span(mention.words), best, p, speaker ? speaker->attribution->depth : 0);
  }

  // What the words said of a target and the model say together: the sign, 0 where they say too little. The
  // weights are those of a logistic regression of the coded sign on both.
  static int weigh_up(const Judgement& j, const Probabilities& p) {
    const double score = std::log(p[2]) - std::log(p[0]) + 2 * j.value;
    const int sign = score > 0 ? 1 : score < 0 ? -1 : 0;
    if (j.ground == Ground::described) return std::abs(score) >= least_described ? sign : 0;
    const bool clear = std::abs(score) >= least_linked;
    return clear || (j.leading && p[1] < most_neutral) ? sign : 0;
  }

  int label(const Judgement& j, const Probabilities& p) const {
    if (j.sign != 0 || j.withheld) return j.sign;
    if (model_) return weigh_up(j, p);
    return j.value > 0 ? 1 : j.value < 0 ? -1 : 0;
  }

  void add(const Layout& layout, const std::string& holder, const Judgement& j, const Mention* listed,
           int depth) {
    Probabilities p{};
    if (model_)
      p = model_->polarity(layout.span(j.target));
    else
      p.fill(1.0 / 3);
    const int sign = label(j, p);
    if (sign == 0 && !j.withheld) return;
    for (double& x : p) x *= 1 - rule_weight;
    p[static_cast<std::size_t>(sign + 1)] += rule_weight;
    const Range words = listed ? listed->words : j.target;
    const Span mention = without_clitic(layout, words);
    push(layout, holder, listed ? targets_.name(listed->target) : std::string(reading_.of(mention)), mention,
         sign, p, depth);
  }

  void push(const Layout& layout, const std::string& holders, const std::string& target, Span mention,
            int sign, const Probabilities& p, int depth) {
    // Each of several holders has a row.
    for (std::size_t at = 0; at <= holders.size();) {
      std::size_t end = holders.find("; ", at);
      if (end == std::string::npos) end = holders.size();
      const std::string holder = holders.substr(at, end - at);
      at = end + 2;
      if (holder.empty() || holder == reading_.of(mention)) continue;
      const auto same = [&](const Stance& s) { return s.holder == holder && s.mention == mention; };
      const bool known = std::any_of(out_.begin() + static_cast<std::ptrdiff_t>(first_), out_.end(), same);
      if (!known) out_.push_back({layout.sentence(), holder, target, mention, sign, p, depth});
    }
  }

  const Reading& reading_;
  Speakers speakers_;
  const Scorer* scorer_;
  std::optional<TargetReader> model_;
  const TargetMatcher& targets_;
  bool discover_;
  Holders holders_;
  std::size_t first_ = 0;  // of the sentence in hand, in out_
  std::vector<Stance> out_;
};

}  // namespace

StanceFinder::StanceFinder(std::shared_ptr<const Scorer> scorer, std::shared_ptr<const TargetModel> model,
                           TargetMatcher targets, bool discover)
    : scorer_(std::move(scorer)),
      model_(std::move(model)),
      targets_(std::move(targets)),
      discover_(discover) {}

std::vector<Stance> StanceFinder::stances(const Reading& reading, const std::vector<Layout>& layouts,
                                          const std::vector<Attribution>& attributions) const {
  return Reader(reading, layouts, attributions, scorer_.get(), model_.get(), targets_, discover_).take();
}

}  // namespace tenor
