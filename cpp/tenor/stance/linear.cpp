#include "tenor/stance/linear.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>

#include "tenor/error.h"

namespace tenor {
namespace {

constexpr std::string_view magic = "tenor-target-1\n";

/// Reads the parts of a weights file in turn; little-endian, as every machine that tenor is built for.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  std::string_view take(std::size_t n) {
    if (n > bytes_.size())
      throw Error("the weights end early, at byte " + std::to_string(at_) +
                  "; take the file that tenor ships");
    const std::string_view out = bytes_.substr(0, n);
    bytes_.remove_prefix(n);
    at_ += n;
    return out;
  }
  template <class T>
  T number() {
    T out;
    std::memcpy(&out, take(sizeof(T)).data(), sizeof(T));
    return out;
  }
  std::string_view block() { return take(number<std::uint32_t>()); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// The parts of a weights file, as views of it.
struct Parts {
  std::string_view card, classes, valences, scales, slots;
  Probabilities bias{};
};

Parts parse(std::string_view weights) {
  if (!weights.starts_with(magic))
    throw Error("the weights do not begin with \"tenor-target-1\"; take the file that tenor ships");
  Bytes bytes(weights.substr(magic.size()));
  Parts parts;
  parts.card = bytes.block();
  parts.classes = bytes.block();
  parts.valences = bytes.block();
  parts.scales = bytes.block();
  for (double& b : parts.bias) b = bytes.number<double>();
  parts.slots = bytes.block();
  return parts;
}

Probabilities softmax(const Probabilities& logits) {
  const double top = *std::max_element(logits.begin(), logits.end());
  Probabilities out;
  double sum = 0;
  for (std::size_t k = 0; k < 3; ++k) sum += out[k] = std::exp(logits[k] - top);
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

TargetModel::TargetModel(std::string_view weights)
    : classes_(parse(weights).classes, parse(weights).valences), extractor_(classes_) {
  const Parts parts = parse(weights);
  card_ = parts.card;
  bias_ = parts.bias;
  scales_.resize(parts.scales.size() / sizeof(float));
  std::memcpy(scales_.data(), parts.scales.data(), scales_.size() * sizeof(float));
  slots_.resize(parts.slots.size() / sizeof(Slot));
  if (scales_.size() != FeatureExtractor::families().size() || !std::has_single_bit(slots_.size()))
    throw Error("the weights are for other features (" + std::to_string(scales_.size()) + " families, " +
                std::to_string(slots_.size()) + " slots); take the file that tenor ships");
  std::memcpy(slots_.data(), parts.slots.data(), slots_.size() * sizeof(Slot));
}

const TargetModel::Slot* TargetModel::find(const Feature& feature) const {
  const Slot& slot = slots_[feature.id & (slots_.size() - 1)];
  // A check of 0 marks an empty slot; it agrees by chance once in 255.
  const auto check = static_cast<std::uint8_t>(feature.id >> 56);
  return slot.check == (check ? check : 1) ? &slot : nullptr;
}

Probabilities TargetModel::polarity(const Reading& reading, std::size_t sentence, Span target) const {
  check(reading, sentence, target);
  std::vector<Feature> features;
  features.reserve(1024);
  extractor_.extract(reading, sentence, target, features);
  Probabilities logits = bias_;
  for (const Feature& feature : features) {
    if (const Slot* slot = find(feature)) {
      const double unit = static_cast<double>(scales_[feature.family]) * static_cast<double>(feature.value);
      for (std::size_t k = 0; k < 3; ++k) logits[k] += unit * slot->weights[k];
    }
  }
  return softmax(logits);
}

TargetReasons TargetModel::explain(const Reading& reading, std::size_t sentence, Span target) const {
  check(reading, sentence, target);
  std::vector<Feature> features;
  std::vector<std::string> names;
  extractor_.extract(reading, sentence, target, features, &names);
  TargetReasons out;
  Probabilities logits = bias_;
  const auto centred = [](Probabilities p) {
    const double mean = (p[0] + p[1] + p[2]) / 3;
    for (double& x : p) x -= mean;
    return p;
  };
  std::vector<std::uint32_t> at;
  for (std::size_t i = 0; i < features.size(); ++i) {
    const Slot* slot = find(features[i]);
    if (!slot) continue;
    Probabilities shares;
    const double unit =
        static_cast<double>(scales_[features[i].family]) * static_cast<double>(features[i].value);
    for (std::size_t k = 0; k < 3; ++k) logits[k] += shares[k] = unit * slot->weights[k];
    const std::uint32_t word = features[i].word;
    at.push_back(word);
    out.shares.push_back(
        {word == Feature::none ? Span{} : reading.words[word], std::move(names[i]), centred(shares)});
  }
  std::vector<std::size_t> order(at.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return at[a] < at[b]; });
  std::vector<FeatureShare> sorted;
  sorted.reserve(order.size());
  for (const std::size_t i : order) sorted.push_back(std::move(out.shares[i]));
  out.shares = std::move(sorted);
  out.bias = centred(bias_);
  out.probabilities = softmax(logits);
  return out;
}

}  // namespace tenor
