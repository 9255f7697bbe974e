#include "tenor/syntax/network.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "tenor/error.h"
#include "tenor/syntax/network_reader.h"
#include "tenor/syntax/tree.h"

namespace tenor {
namespace {

// What a layer hands on has 12 bits and a sign: see multiply.
constexpr float largest = 4095;

// Rounds to the nearest; the value is small, so adding the shift is exact enough and truncation rounds down.
std::int16_t to_whole(float value) {
  const float held = std::min(std::max(value, -largest), largest);
  return static_cast<std::int16_t>(static_cast<std::int32_t>(held + 8192.5F) - 8192);
}

// Sums in eight lanes and then the lanes: one order, which vectors can keep.
template <class Term>
float sum_of(std::size_t n, Term term) {
  std::array<float, 8> lanes{};
  for (std::size_t i = 0; i < n; i += 8)
    for (std::size_t lane = 0; lane < 8; ++lane) lanes[lane] += term(i + lane);
  return ((lanes[0] + lanes[4]) + (lanes[1] + lanes[5])) + ((lanes[2] + lanes[6]) + (lanes[3] + lanes[7]));
}

// Distance classes: these are the upper ends, once for heads after the word and once for heads before it.
constexpr std::array<std::size_t, 9> distance_ends{1, 2, 3, 4, 6, 9, 14, 22, 40};
constexpr std::size_t distance_classes = 2 * (distance_ends.size() + 1);

std::size_t distance_class(std::size_t word, std::size_t head) {
  const std::size_t distance = head > word ? head - word : word - head;
  std::size_t found = 0;
  while (found < distance_ends.size() && distance > distance_ends[found]) ++found;
  return found + (head < word ? distance_ends.size() + 1 : 0);
}

}  // namespace

Network::Network(std::string_view model) {
  NetworkReader in(model);
  for (const std::string& n : in.names("upos")) upos_.push_back(upos_named(n));
  for (const std::string& n : in.names("relations")) relations_.push_back(relation_named(n));
  features_ = WordFeatures(in.numbers<std::uint32_t>("word_keys"), in.numbers<std::uint32_t>("affix_keys"));
  words_ = in.numbers<std::int8_t>("words");
  affixes_ = in.numbers<std::int8_t>("affixes");
  word_width_ = in.columns("words");
  affix_width_ = in.columns("affixes");
  width_ = in.rows("inward.weight");
  in.expect("words", in.rows("word_keys"), word_width_);
  in.expect("affixes", in.rows("affix_keys"), affix_width_);
  auto linear = [&](const std::string& name, std::size_t rows, std::size_t columns) {
    in.expect(name + ".weight", rows, columns);
    Linear out{PackedMatrix(columns, rows), in.numbers<float>(name + ".scale", rows),
               in.numbers<float>(name + ".bias", rows)};
    const auto weights = in.numbers<std::int8_t>(name + ".weight");
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t c = 0; c < columns; ++c) out.weights.set(c, r, weights[r * columns + c]);
    return out;
  };
  auto norm = [&](const std::string& name) {
    return Norm{in.numbers<float>(name + ".gain", width_), in.numbers<float>(name + ".bias", width_)};
  };
  if (width_ % 8 || word_width_ % 2 || affix_width_ % 2) throw Error("parser model: widths must be even");
  inward_ = linear("inward", width_, word_width_ + affix_width_);
  first_ = norm("norm0");
  std::size_t layer = 0;
  for (const std::string& dilation : in.names("dilations")) {
    const std::string number = std::to_string(++layer);
    convolutions_.push_back({linear("convolution" + number, width_, 3 * width_), norm("norm" + number),
                             NetworkReader::count(dilation)});
    widest_ = std::max(widest_, convolutions_.back().dilation);
  }
  outward_ = linear("outward", 4 * width_ + upos_.size(), width_);
  bilinear_ = linear("bilinear", width_ + distance_classes, width_);
  label_ = linear("label", relations_.size(), width_);
  root_ = in.numbers<std::int16_t>("root", width_);
  label_root_ = in.numbers<float>("label_root", width_);
  label_distance_ = in.numbers<float>("label_distance", distance_classes * width_);
  const auto scales = in.numbers<float>("scales", 5);
  state_scale_ = scales[0], dependent_scale_ = scales[1], asked_scale_ = scales[2], head_scale_ = scales[3],
  hidden_scale_ = scales[4];
}

void Network::embed(const std::vector<std::string_view>& words, Workspace& work) const {
  const std::size_t wide = word_width_ + affix_width_;
  work.input.resize(words.size() * wide);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordRows rows = features_.rows(words[i], work.letters);
    std::int16_t* out = work.input.data() + i * wide;
    const std::int8_t* word = words_.data() + rows.word * word_width_;
    std::copy(word, word + word_width_, out);
    out += word_width_;
    std::fill(out, out + affix_width_, std::int16_t{0});
    for (const std::uint32_t row : rows.affixes) {
      const std::int8_t* affix = affixes_.data() + row * affix_width_;
      for (std::size_t k = 0; k < affix_width_; ++k) out[k] = static_cast<std::int16_t>(out[k] + affix[k]);
    }
  }
}

// Layer normalization (Ba and others 2016) of work.x, and its whole numbers in work.rows between empty edges.
void Network::normalize(const Norm& norm, std::size_t n, Workspace& work) const {
  for (std::size_t i = 0; i < n; ++i) {
    float* x = work.x.data() + i * width_;
    std::int16_t* out = work.rows.data() + edge() + i * width_;
    const auto count = static_cast<float>(width_);
    const float mean = sum_of(width_, [&](std::size_t k) { return x[k]; }) / count;
    const float variance =
        sum_of(width_, [&](std::size_t k) { return (x[k] - mean) * (x[k] - mean); }) / count;
    const float scale = 1.0F / std::sqrt(variance + 1e-5F);
    for (std::size_t k = 0; k < width_; ++k) {
      x[k] = (x[k] - mean) * scale * norm.gain[k] + norm.bias[k];
      out[k] = to_whole(x[k] * state_scale_);
    }
  }
}

void Network::score_heads(std::size_t n, Workspace& work) const {
  const std::size_t padded = outward_.weights.padded();
  work.hidden.resize(n * width_);
  PackedMatrix heads(width_, n + 1);
  for (std::size_t k = 0; k < width_; ++k) heads.set(k, 0, root_[k]);
  for (std::size_t i = 0; i < n; ++i) {
    const std::int32_t* sums = work.sums.data() + i * padded;
    for (std::size_t k = 0; k < 2 * width_; ++k) {
      const float value = static_cast<float>(sums[k]) * outward_.scale[k] + outward_.bias[k];
      const float positive = std::max(value, 0.0F);
      if (k < width_) {
        work.hidden[i * width_ + k] = to_whole(positive * dependent_scale_);
      } else {
        heads.set(k - width_, i + 1, to_whole(positive * head_scale_));
      }
    }
  }
  const std::size_t asked_padded = bilinear_.weights.padded();
  std::vector<std::int32_t> sums(n * asked_padded);
  multiply({work.hidden.data(), n, width_, width_, 1, 0}, bilinear_.weights, sums.data());
  work.near.resize(n * distance_classes);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < width_ + distance_classes; ++k) {
      const float value =
          static_cast<float>(sums[i * asked_padded + k]) * bilinear_.scale[k] + bilinear_.bias[k];
      if (k < width_) {
        work.hidden[i * width_ + k] = to_whole(value * asked_scale_);
      } else {
        work.near[i * distance_classes + k - width_] = value;
      }
    }
  }
  sums.resize(n * heads.padded());
  multiply({work.hidden.data(), n, width_, width_, 1, 0}, heads, sums.data());
  const float scale = 1.0F / (asked_scale_ * head_scale_ * std::sqrt(static_cast<float>(width_)));
  work.scores.resize(n * (n + 1));
  for (std::size_t i = 0; i < n; ++i) {
    float* row = work.scores.data() + i * (n + 1);
    for (std::size_t h = 0; h <= n; ++h) row[h] = static_cast<float>(sums[i * heads.padded() + h]) * scale;
    const float* near = work.near.data() + i * distance_classes;
    for (std::size_t h = 0; h < n; ++h) row[h + 1] += near[distance_class(i, h)];
  }
}

void Network::choose_relations(SentenceTree& tree, Workspace& work) const {
  const std::size_t n = tree.heads.size(), padded = outward_.weights.padded();
  auto value = [&](std::size_t word, std::size_t k) {
    return static_cast<float>(work.sums[word * padded + k]) * outward_.scale[k] + outward_.bias[k];
  };
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t head = tree.heads[i];
    const float* near = head == 0 ? nullptr : label_distance_.data() + distance_class(i, head - 1) * width_;
    for (std::size_t k = 0; k < width_; ++k) {
      const float own = value(i, 2 * width_ + k);
      const float other = near == nullptr ? label_root_[k] : value(head - 1, 3 * width_ + k) + near[k];
      work.hidden[i * width_ + k] = to_whole(std::max(own + other, 0.0F) * hidden_scale_);
    }
  }
  const std::size_t label_padded = label_.weights.padded();
  std::vector<std::int32_t> sums(n * label_padded);
  multiply({work.hidden.data(), n, width_, width_, 1, 0}, label_.weights, sums.data());
  tree.relations.resize(n);
  tree.upos.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    // The root's arc is `root` and no other is.
    float best = 0;
    tree.relations[i] = Relation::root;
    for (std::size_t r = 0; r < relations_.size() && tree.heads[i] != 0; ++r) {
      const float score = static_cast<float>(sums[i * label_padded + r]) * label_.scale[r] + label_.bias[r];
      if (relations_[r] == Relation::root) continue;
      if (tree.relations[i] == Relation::root || score > best)
        best = score, tree.relations[i] = relations_[r];
    }
    float best_upos = value(i, 4 * width_);
    tree.upos[i] = upos_[0];
    for (std::size_t u = 1; u < upos_.size(); ++u) {
      const float score = value(i, 4 * width_ + u);
      if (score > best_upos) best_upos = score, tree.upos[i] = upos_[u];
    }
  }
}

SentenceTree Network::parse(const std::vector<std::string_view>& words, Workspace& work) const {
  SentenceTree tree;
  const std::size_t n = words.size();
  if (n == 0) return tree;
  embed(words, work);
  const std::size_t wide = word_width_ + affix_width_;
  work.sums.resize(n * std::max(outward_.weights.padded(), inward_.weights.padded()));
  work.x.resize(n * width_);
  work.rows.assign(n * width_ + 2 * edge(), 0);
  multiply({work.input.data(), n, wide, wide, 1, 0}, inward_.weights, work.sums.data());
  const std::size_t padded = inward_.weights.padded();
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < width_; ++k)
      work.x[i * width_ + k] =
          static_cast<float>(work.sums[i * padded + k]) * inward_.scale[k] + inward_.bias[k];
  normalize(first_, n, work);
  for (const Convolution& c : convolutions_) {
    const std::size_t step = c.dilation * width_;
    multiply({work.rows.data() + edge() - step, n, width_, width_, 3, step}, c.linear.weights,
             work.sums.data());
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = 0; k < width_; ++k) {
        const float value =
            static_cast<float>(work.sums[i * padded + k]) * c.linear.scale[k] + c.linear.bias[k];
        work.x[i * width_ + k] += std::max(value, 0.0F);
      }
    }
    normalize(c.norm, n, work);
  }
  multiply({work.rows.data() + edge(), n, width_, width_, 1, 0}, outward_.weights, work.sums.data());
  score_heads(n, work);
  tree.heads = best_tree(work.scores, n);
  choose_relations(tree, work);
  return tree;
}

}  // namespace tenor
