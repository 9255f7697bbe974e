#include "tenor/syntax/network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "tenor/error.h"
#include "tenor/syntax/tree.h"

namespace tenor {
namespace {

// Distance classes: these are the upper ends, once for heads after the word and once for heads before it.
constexpr std::array<std::size_t, 9> distance_ends{1, 2, 3, 4, 6, 9, 14, 22, 40};
constexpr std::size_t one_side = distance_ends.size() + 1, distance_classes = 2 * one_side;
constexpr auto class_of_distance = [] {
  std::array<std::uint8_t, distance_ends.back() + 2> out{};
  for (std::size_t distance = 0, found = 0; distance < out.size(); ++distance) {
    if (found < distance_ends.size() && distance > distance_ends[found]) ++found;
    out[distance] = static_cast<std::uint8_t>(found);
  }
  return out;
}();

std::size_t distance_class(std::size_t word, std::size_t head) {
  const std::size_t distance = head > word ? head - word : word - head;
  return class_of_distance[std::min(distance, class_of_distance.size() - 1)] + (head < word ? one_side : 0);
}

std::size_t best_of(const float* scores, std::size_t n) {
  return static_cast<std::size_t>(std::max_element(scores, scores + n) - scores);
}

}  // namespace

Network::Network(std::string_view model) {
  const NetworkReader in(model, "tenor parser 1");
  for (const std::string& n : in.names("upos")) upos_.push_back(upos_named(n));
  for (const std::string& n : in.names("relations")) relations_.push_back(relation_named(n));
  embedding_ = Embedding(in);
  width_ = in.rows("inward.weight");
  inward_ = Linear(in, "inward", width_, embedding_.width());
  convolutions_ = Convolutions(in, width_);
  outward_ = Linear(in, "outward", 4 * width_ + upos_.size(), width_);
  bilinear_ = Linear(in, "bilinear", width_ + distance_classes, width_);
  label_ = Linear(in, "label", relations_.size(), width_);
  root_ = in.numbers<std::int16_t>("root", width_);
  label_root_ = in.numbers<float>("label_root", width_);
  label_distance_ = in.numbers<float>("label_distance", distance_classes * width_);
  const auto scales = in.numbers<float>("scales", 5);
  root_relation_ = static_cast<std::size_t>(std::find(relations_.begin(), relations_.end(), Relation::root) -
                                            relations_.begin());
  if (root_relation_ == relations_.size()) throw Error("parser model: it has no relation root");
  state_scale_ = scales[0], dependent_scale_ = scales[1], asked_scale_ = scales[2], head_scale_ = scales[3],
  hidden_scale_ = scales[4];
}

void Network::score_heads(std::size_t n, Workspace& work) const {
  const std::size_t padded = outward_.weights.padded();
  work.hidden.resize(n * width_);
  PackedMatrix heads(width_, n + 1);
  heads.set_column(0, root_.data());
  std::vector<float> values(std::max(2 * width_, width_ + distance_classes));
  std::vector<std::int16_t> column(width_);
  for (std::size_t i = 0; i < n; ++i) {
    outward_.finish(work.sums.data() + i * padded, 0, 2 * width_, values.data());
    std::int16_t* dependent = work.hidden.data() + i * width_;
    for (std::size_t k = 0; k < width_; ++k) {
      dependent[k] = to_whole(positive(values[k]) * dependent_scale_);
      column[k] = to_whole(positive(values[width_ + k]) * head_scale_);
    }
    heads.set_column(i + 1, column.data());
  }
  const std::size_t asked_padded = bilinear_.weights.padded();
  work.more_sums.resize(n * std::max(asked_padded, heads.padded()));
  multiply({work.hidden.data(), n, width_, width_, 1, 0}, bilinear_.weights, work.more_sums.data());
  work.near.resize(n * distance_classes);
  for (std::size_t i = 0; i < n; ++i) {
    bilinear_.finish(work.more_sums.data() + i * asked_padded, 0, width_ + distance_classes, values.data());
    std::int16_t* asked = work.hidden.data() + i * width_;
    for (std::size_t k = 0; k < width_; ++k) asked[k] = to_whole(values[k] * asked_scale_);
    std::copy(values.begin() + static_cast<std::ptrdiff_t>(width_),
              values.begin() + static_cast<std::ptrdiff_t>(width_ + distance_classes),
              work.near.begin() + static_cast<std::ptrdiff_t>(i * distance_classes));
  }
  multiply({work.hidden.data(), n, width_, width_, 1, 0}, heads, work.more_sums.data());
  const float scale = 1.0F / (asked_scale_ * head_scale_ * std::sqrt(static_cast<float>(width_)));
  work.scores.resize(n * (n + 1));
  for (std::size_t i = 0; i < n; ++i) {
    float* row = work.scores.data() + i * (n + 1);
    const std::int32_t* sums = work.more_sums.data() + i * heads.padded();
    for (std::size_t h = 0; h <= n; ++h) row[h] = static_cast<float>(sums[h]) * scale;
    const float* near = work.near.data() + i * distance_classes;
    for (std::size_t h = 0; h < n; ++h) row[h + 1] += near[distance_class(i, h)];
  }
}

void Network::choose_relations(SentenceTree& tree, Workspace& work) const {
  const std::size_t n = tree.heads.size(), padded = outward_.weights.padded();
  std::vector<float> own(width_ + upos_.size()), other(width_);
  tree.upos.resize(n);
  tree.relations.resize(n);
  const std::size_t label_padded = label_.weights.padded();
  work.more_sums.resize(n * label_padded);
  for (std::size_t i = 0; i < n; ++i) {
    const std::int32_t* sums = work.sums.data() + i * padded;
    outward_.finish(sums, 2 * width_, width_, own.data());
    if (const std::size_t head = tree.heads[i]; head == 0) {
      std::copy(label_root_.begin(), label_root_.end(), other.begin());
    } else {
      outward_.finish(work.sums.data() + (head - 1) * padded, 3 * width_, width_, other.data());
      const float* near = label_distance_.data() + distance_class(i, head - 1) * width_;
      for (std::size_t k = 0; k < width_; ++k) other[k] += near[k];
    }
    std::int16_t* hidden = work.hidden.data() + i * width_;
    for (std::size_t k = 0; k < width_; ++k)
      hidden[k] = to_whole(positive(own[k] + other[k]) * hidden_scale_);
    outward_.finish(sums, 4 * width_, upos_.size(), own.data());
    tree.upos[i] = upos_[best_of(own.data(), upos_.size())];
  }
  multiply({work.hidden.data(), n, width_, width_, 1, 0}, label_.weights, work.more_sums.data());
  std::vector<float> scores(relations_.size());
  for (std::size_t i = 0; i < n; ++i) {
    label_.finish(work.more_sums.data() + i * label_padded, 0, scores.size(), scores.data());
    // The root's arc is `root` and no other is.
    scores[root_relation_] = std::numeric_limits<float>::lowest();
    tree.relations[i] =
        tree.heads[i] == 0 ? Relation::root : relations_[best_of(scores.data(), scores.size())];
  }
}

SentenceTree Network::parse(const std::vector<std::string_view>& words, Workspace& work) const {
  SentenceTree tree;
  const std::size_t n = words.size();
  if (n == 0) return tree;
  const std::size_t wide = embedding_.width();
  work.input.resize(n * wide);
  embedding_.write(words, work.input.data(), work.letters);
  work.sums.resize(n * std::max(outward_.weights.padded(), inward_.weights.padded()));
  work.x.resize(n * width_);
  multiply({work.input.data(), n, wide, wide, 1, 0}, inward_.weights, work.sums.data());
  const std::size_t padded = inward_.weights.padded();
  for (std::size_t i = 0; i < n; ++i)
    inward_.finish(work.sums.data() + i * padded, 0, width_, work.x.data() + i * width_);
  const std::int16_t* rows = convolutions_.apply(n, state_scale_, work.x, work.rows, work.sums);
  multiply({rows, n, width_, width_, 1, 0}, outward_.weights, work.sums.data());
  score_heads(n, work);
  tree.heads = best_tree(work.scores, n);
  choose_relations(tree, work);
  return tree;
}

}  // namespace tenor
