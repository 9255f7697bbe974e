#include "tenor/stance/gated.h"

#include <algorithm>
#include <cmath>

#include "tenor/error.h"
#include "tenor/syntax/steps.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// Upper ends of the distance classes: once for words before the target, once for those after it; the target's
// own words come last.
constexpr std::array<std::size_t, 8> distance_ends{1, 2, 3, 4, 6, 9, 14, 22};
constexpr std::size_t one_side = distance_ends.size() + 1, place_count = 2 * one_side + 1;
constexpr std::size_t classes = 3;

std::size_t distance_class(std::size_t distance) {
  return static_cast<std::size_t>(std::lower_bound(distance_ends.begin(), distance_ends.end(), distance) -
                                  distance_ends.begin());
}

Probabilities softmax(const Probabilities& logits) {
  const double top = *std::max_element(logits.begin(), logits.end());
  Probabilities out;
  double sum = 0;
  for (std::size_t k = 0; k < classes; ++k) sum += out[k] = std::exp(logits[k] - top);
  for (double& p : out) p /= sum;
  return out;
}

}  // namespace

TargetModel::TargetModel(std::string_view model) {
  const NetworkReader in(model, "tenor target 2");
  card_ = in.notes();
  embedding_ = Embedding(in);
  width_ = in.columns("words");
  in.expect("places", place_count, width_);
  if (embedding_.width() != 2 * width_)
    throw Error("model: vectors of words and of their parts are not of one width");
  places_ = in.numbers<float>("places");
  word_scale_ = in.numbers<float>("word_scale", width_);
  affix_scale_ = in.numbers<float>("affix_scale", width_);
  convolutions_ = Convolutions(in, width_);
  hidden_ = Linear(in, "hidden", width_, width_);
  whole_ = Linear(in, "whole", width_, 2 * width_);
  outward_ = Linear(in, "outward", 1 + classes, width_);
  const auto bias = in.numbers<float>("bias", classes);
  std::copy(bias.begin(), bias.end(), bias_.begin());
  const auto scales = in.numbers<float>("scales", 2);
  state_scale_ = scales[0], hidden_scale_ = scales[1];
  nameless_.resize(width_);
  std::vector<std::int16_t> parts(2 * width_);
  std::string letters;
  const std::string_view nothing;
  embedding_.write({&nothing, 1}, parts.data(), letters);
  combine(parts.data(), nameless_.data());
}

void TargetModel::combine(const std::int16_t* parts, float* out) const {
  steps().combine(width_, parts, word_scale_.data(), parts + width_, affix_scale_.data(), out);
}

Probabilities TargetModel::polarity(const Reading& reading, std::size_t sentence, Span target) const {
  TargetReader reader(*this);
  reader.open(reading, sentence);
  return reader.polarity(target);
}

TargetReasons TargetModel::explain(const Reading& reading, std::size_t sentence, Span target) const {
  TargetReader reader(*this);
  reader.open(reading, sentence);
  return reader.explain(target);
}

/// The words around a target, as indexes into the reading's: [before, own) and [after, end) on its sides, and
/// its own from `own` on.
struct TargetReader::Window {
  std::size_t before = 0, own = 0, own_end = 0, after = 0, end = 0;

  [[nodiscard]] std::size_t size() const { return own_end - before + (end - after); }
  [[nodiscard]] std::size_t word(std::size_t i) const {
    return before + i < own_end ? before + i : after + (before + i - own_end);
  }
  [[nodiscard]] std::size_t place(std::size_t i) const {
    const std::size_t w = word(i);
    if (w < own) return distance_class(own - w);
    return w < own_end ? place_count - 1 : one_side + distance_class(w - after + 1);
  }
};

void TargetReader::open(const Reading& reading, std::size_t sentence) {
  if (sentence >= reading.sentences.size())
    throw Error("there is no sentence " + std::to_string(sentence) + " among " +
                std::to_string(reading.sentences.size()));
  reading_ = &reading;
  sentence_ = &reading.sentences[sentence];
  const std::size_t n = sentence_->end_word - sentence_->first_word;
  known_.assign(n, 0);
  if (words_.size() < n * model_->width_) words_.resize(n * model_->width_);
}

TargetReader::Window TargetReader::window(Span target) const {
  const Sentence& s = *sentence_;
  if (target.empty() || !s.span.contains(target))
    throw Error("the target [" + std::to_string(target.begin) + ", " + std::to_string(target.end) +
                ") is empty or not within its sentence [" + std::to_string(s.span.begin) + ", " +
                std::to_string(s.span.end) + ") (bytes)");
  const auto begin = reading_->words.begin();
  const auto first = begin + static_cast<std::ptrdiff_t>(s.first_word);
  const auto last = begin + static_cast<std::ptrdiff_t>(s.end_word);
  const auto own = std::partition_point(first, last, [&](Span w) { return w.end <= target.begin; });
  const auto after = std::partition_point(own, last, [&](Span w) { return w.begin < target.end; });
  Window out;
  out.own = static_cast<std::size_t>(own - begin);
  out.after = static_cast<std::size_t>(after - begin);
  out.before = out.own - std::min(out.own - s.first_word, TargetModel::reach);
  out.own_end = std::min(out.after, out.own + TargetModel::longest);
  out.end = std::min(s.end_word, out.after + TargetModel::reach);
  return out;
}

// Looks up the window's words that have not been.
void TargetReader::look_up(const Window& window) {
  new_.clear(), new_words_.clear();
  for (std::size_t i = 0; i < window.size(); ++i) {
    const std::size_t at = window.word(i) - sentence_->first_word;
    if (known_[at]) continue;
    known_[at] = 1;
    new_.push_back(at);
    new_words_.push_back(reading_->of(reading_->words[window.word(i)]));
  }
  const std::size_t width = model_->width_;
  parts_.resize(new_.size() * 2 * width);
  model_->embedding_.write(new_words_, parts_.data(), letters_);
  for (std::size_t i = 0; i < new_.size(); ++i)
    model_->combine(parts_.data() + i * 2 * width, words_.data() + new_[i] * width);
}

template <class Use>
void TargetReader::read(const Window& window, Use use) {
  const TargetModel& m = *model_;
  const std::size_t n = window.size(), width = m.width_;
  if (n == 0) return;
  look_up(window);
  x_.resize(n * width);
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t at = window.word(i);
    const float* word = words_.data() + (at - sentence_->first_word) * width;
    // Names of the target are not read, so that none is good or bad.
    std::size_t next = 0;
    if (at >= window.own && at < window.own_end && is_upper(decode(reading_->of(reading_->words[at]), next)))
      word = m.nameless_.data();
    const float* place = m.places_.data() + window.place(i) * width;
    float* x = x_.data() + i * width;
    for (std::size_t k = 0; k < width; ++k) x[k] = word[k] + place[k];
  }
  const std::int16_t* rows = m.convolutions_.apply(n, m.state_scale_, x_, rows_, sums_);

  // The means of the target's words and of all, which every word's gate and value depend on.
  const std::size_t own = window.own - window.before, own_count = window.own_end - window.own;
  means_.assign(2 * width, 0.0F);
  for (std::size_t i = 0; i < n; ++i) {
    const float* x = x_.data() + i * width;
    float* mean = means_.data() + width;
    for (std::size_t k = 0; k < width; ++k) mean[k] += x[k];
    if (i < own || i >= own + own_count) continue;
    for (std::size_t k = 0; k < width; ++k) means_[k] += x[k];
  }
  hidden_.resize(std::max(n, std::size_t{2}) * width);
  for (std::size_t k = 0; k < 2 * width; ++k) {
    const auto count = static_cast<float>(k < width ? std::max(own_count, std::size_t{1}) : n);
    hidden_[k] = to_whole(means_[k] / count * m.state_scale_);
  }
  sums_.resize(std::max(sums_.size(), std::max(m.whole_.weights.padded(), n * m.hidden_.weights.padded())));
  whole_.resize(width);
  multiply({hidden_.data(), 1, 2 * width, 2 * width, 1, 0}, m.whole_.weights, sums_.data());
  m.whole_.finish(sums_.data(), 0, width, whole_.data());

  std::size_t padded = m.hidden_.weights.padded();
  multiply({rows, n, width, width, 1, 0}, m.hidden_.weights, sums_.data());
  for (std::size_t i = 0; i < n; ++i)
    steps().activate(width, sums_.data() + i * padded, m.hidden_.scale.data(), m.hidden_.bias.data(),
                     whole_.data(), m.hidden_scale_, hidden_.data() + i * width);
  padded = m.outward_.weights.padded();
  multiply({hidden_.data(), n, width, width, 1, 0}, m.outward_.weights, sums_.data());
  std::array<float, 1 + classes> said;
  for (std::size_t i = 0; i < n; ++i) {
    m.outward_.finish(sums_.data() + i * padded, 0, said.size(), said.data());
    const double gate = 1 / (1 + std::exp(-static_cast<double>(said[0])));
    use(window.word(i), gate, Probabilities{gate * said[1], gate * said[2], gate * said[3]});
  }
}

Probabilities TargetReader::polarity(Span target) {
  Probabilities logits = model_->bias_;
  read(window(target), [&](std::size_t, double, const Probabilities& shares) {
    for (std::size_t k = 0; k < classes; ++k) logits[k] += shares[k];
  });
  return softmax(logits);
}

TargetReasons TargetReader::explain(Span target) {
  TargetReasons out;
  const auto centred = [](Probabilities p) {
    const double mean = (p[0] + p[1] + p[2]) / classes;
    for (double& x : p) x -= mean;
    return p;
  };
  Probabilities logits = model_->bias_;
  read(window(target), [&](std::size_t word, double gate, const Probabilities& shares) {
    for (std::size_t k = 0; k < classes; ++k) logits[k] += shares[k];
    out.shares.push_back({reading_->words[word], gate, centred(shares)});
  });
  out.probabilities = softmax(logits);
  out.bias = centred(model_->bias_);
  return out;
}

}  // namespace tenor
