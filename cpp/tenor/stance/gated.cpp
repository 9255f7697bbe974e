#include "tenor/stance/gated.h"

#include <algorithm>
#include <cmath>

#include "tenor/error.h"
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

void check(const Reading& reading, std::size_t sentence, Span target) {
  if (sentence >= reading.sentences.size())
    throw Error("there is no sentence " + std::to_string(sentence) + " among " +
                std::to_string(reading.sentences.size()));
  const Span own = reading.sentences[sentence].span;
  if (target.empty() || !own.contains(target))
    throw Error("the target [" + std::to_string(target.begin) + ", " + std::to_string(target.end) +
                ") is empty or not within its sentence [" + std::to_string(own.begin) + ", " +
                std::to_string(own.end) + ") (bytes)");
}

}  // namespace

/// The words around a target, as indexes into the reading's: [before, own) and [after, end) on its sides, and
/// its own from `own` on.
struct TargetModel::Window {
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

struct TargetModel::Workspace {
  std::vector<std::int16_t> input, rows, hidden;
  std::vector<std::int32_t> sums;
  std::vector<float> x;
  std::string letters;
};

TargetModel::TargetModel(std::string_view model) {
  const NetworkReader in(model, "tenor target 1");
  card_ = in.notes();
  embedding_ = Embedding(in);
  width_ = in.rows("inward.weight");
  in.expect("places", place_count, width_);
  places_ = in.numbers<float>("places");
  inward_ = Linear(in, "inward", width_, embedding_.width());
  convolutions_ = Convolutions(in, width_);
  hidden_ = Linear(in, "hidden", width_, width_);
  whole_ = Linear(in, "whole", width_, 2 * width_);
  outward_ = Linear(in, "outward", 1 + classes, width_);
  const auto bias = in.numbers<float>("bias", classes);
  std::copy(bias.begin(), bias.end(), bias_.begin());
  const auto scales = in.numbers<float>("scales", 2);
  state_scale_ = scales[0], hidden_scale_ = scales[1];
}

TargetModel::Window TargetModel::window(const Reading& reading, std::size_t sentence, Span target) {
  const Sentence& s = reading.sentences[sentence];
  const auto begin = reading.words.begin();
  const auto first = begin + static_cast<std::ptrdiff_t>(s.first_word);
  const auto last = begin + static_cast<std::ptrdiff_t>(s.end_word);
  const auto own = std::partition_point(first, last, [&](Span w) { return w.end <= target.begin; });
  const auto after = std::partition_point(own, last, [&](Span w) { return w.begin < target.end; });
  Window out;
  out.own = static_cast<std::size_t>(own - begin);
  out.after = static_cast<std::size_t>(after - begin);
  out.before = out.own - std::min(out.own - s.first_word, reach);
  out.own_end = std::min(out.after, out.own + longest);
  out.end = std::min(s.end_word, out.after + reach);
  return out;
}

void TargetModel::embed(const Reading& reading, const Window& window, Workspace& work) const {
  const std::size_t n = window.size(), wide = embedding_.width();
  work.input.resize(n * wide);
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t at = window.word(i);
    std::string_view word = reading.of(reading.words[at]);
    // Names of the target are not read, so that none is good or bad.
    std::size_t next = 0;
    if (at >= window.own && at < window.own_end && is_upper(decode(word, next))) word = {};
    embedding_.write(word, work.input.data() + i * wide, work.letters);
  }
  const std::size_t padded = inward_.weights.padded();
  work.sums.resize(n * padded);
  multiply({work.input.data(), n, wide, wide, 1, 0}, inward_.weights, work.sums.data());
  work.x.resize(n * width_);
  for (std::size_t i = 0; i < n; ++i) {
    float* x = work.x.data() + i * width_;
    inward_.finish(work.sums.data() + i * padded, 0, width_, x);
    const float* place = places_.data() + window.place(i) * width_;
    for (std::size_t k = 0; k < width_; ++k) x[k] += place[k];
  }
}

std::vector<WordShare> TargetModel::shares(const Reading& reading, const Window& window) const {
  const std::size_t n = window.size();
  std::vector<WordShare> out(n);
  if (n == 0) return out;
  Workspace work;
  embed(reading, window, work);
  const std::int16_t* rows = convolutions_.apply(n, state_scale_, work.x, work.rows, work.sums);

  // The means of the target's words and of all, which every word's gate and value depend on.
  std::vector<float> means(2 * width_), whole(width_), values(width_);
  const std::size_t own = window.own - window.before, own_count = window.own_end - window.own;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < width_; ++k) {
      means[width_ + k] += work.x[i * width_ + k];
      if (i >= own && i < own + own_count) means[k] += work.x[i * width_ + k];
    }
  work.hidden.resize(std::max(n, std::size_t{2}) * width_);
  for (std::size_t k = 0; k < 2 * width_; ++k) {
    const auto count = static_cast<float>(k < width_ ? std::max(own_count, std::size_t{1}) : n);
    work.hidden[k] = to_whole(means[k] / count * state_scale_);
  }
  work.sums.resize(std::max(work.sums.size(), whole_.weights.padded()));
  multiply({work.hidden.data(), 1, 2 * width_, 2 * width_, 1, 0}, whole_.weights, work.sums.data());
  whole_.finish(work.sums.data(), 0, width_, whole.data());

  std::size_t padded = hidden_.weights.padded();
  multiply({rows, n, width_, width_, 1, 0}, hidden_.weights, work.sums.data());
  for (std::size_t i = 0; i < n; ++i) {
    hidden_.finish(work.sums.data() + i * padded, 0, width_, values.data());
    std::int16_t* hidden = work.hidden.data() + i * width_;
    for (std::size_t k = 0; k < width_; ++k)
      hidden[k] = to_whole(positive(values[k] + whole[k]) * hidden_scale_);
  }
  padded = outward_.weights.padded();
  multiply({work.hidden.data(), n, width_, width_, 1, 0}, outward_.weights, work.sums.data());
  for (std::size_t i = 0; i < n; ++i) {
    outward_.finish(work.sums.data() + i * padded, 0, 1 + classes, values.data());
    out[i].word = reading.words[window.word(i)];
    out[i].gate = 1 / (1 + std::exp(-static_cast<double>(values[0])));
    for (std::size_t k = 0; k < classes; ++k) out[i].shares[k] = out[i].gate * values[1 + k];
  }
  return out;
}

Probabilities TargetModel::logits(const std::vector<WordShare>& shares) const {
  Probabilities out = bias_;
  for (const WordShare& share : shares)
    for (std::size_t k = 0; k < classes; ++k) out[k] += share.shares[k];
  return out;
}

Probabilities TargetModel::polarity(const Reading& reading, std::size_t sentence, Span target) const {
  check(reading, sentence, target);
  return softmax(logits(shares(reading, window(reading, sentence, target))));
}

TargetReasons TargetModel::explain(const Reading& reading, std::size_t sentence, Span target) const {
  check(reading, sentence, target);
  TargetReasons out;
  out.shares = shares(reading, window(reading, sentence, target));
  out.probabilities = softmax(logits(out.shares));
  const auto centred = [](Probabilities p) {
    const double mean = (p[0] + p[1] + p[2]) / classes;
    for (double& x : p) x -= mean;
    return p;
  };
  out.bias = centred(bias_);
  for (WordShare& share : out.shares) share.shares = centred(share.shares);
  return out;
}

}  // namespace tenor
