#include "tenor/syntax/layers.h"

#include <algorithm>

#include "tenor/syntax/steps.h"

namespace tenor {

Linear::Linear(const NetworkReader& in, const std::string& name, std::size_t rows, std::size_t columns)
    : weights(columns, rows),
      scale(in.numbers<float>(name + ".scale", rows)),
      bias(in.numbers<float>(name + ".bias", rows)) {
  in.expect(name + ".weight", rows, columns);
  const auto values = in.numbers<std::int8_t>(name + ".weight");
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c) weights.set(c, r, values[r * columns + c]);
}

void Linear::finish(const std::int32_t* sums, std::size_t first, std::size_t count, float* out) const {
  steps().finish(count, sums + first, scale.data() + first, bias.data() + first, out);
}

Embedding::Embedding(const NetworkReader& in)
    : word_width_(in.columns("words")),
      affix_width_(in.columns("affixes")),
      features_(in.numbers<std::uint32_t>("word_keys"), in.numbers<std::uint32_t>("affix_keys")),
      words_(in.numbers<std::int8_t>("words")),
      affixes_(in.numbers<std::int8_t>("affixes")) {
  in.expect("words", in.rows("word_keys"), word_width_);
  in.expect("affixes", in.rows("affix_keys"), affix_width_);
  if (word_width_ % 2 || affix_width_ % 2) throw Error("model: the widths of words and affixes must be even");
}

void Embedding::write(std::span<const std::string_view> words, std::int16_t* out,
                      std::string& letters) const {
  // Several words at a time, so that the memory of all is waited for once.
  constexpr std::size_t together = 16;
  std::array<WordKeys, together> keys;
  std::array<WordRows, together> rows;
  for (std::size_t begin = 0; begin < words.size(); begin += together) {
    const std::size_t n = std::min(together, words.size() - begin);
    for (std::size_t i = 0; i < n; ++i)
      features_.prefetch(keys[i] = WordFeatures::keys(words[begin + i], letters));
    for (std::size_t i = 0; i < n; ++i) {
      rows[i] = features_.rows(keys[i]);
      __builtin_prefetch(words_.data() + rows[i].word * word_width_);
      for (const std::uint32_t row : rows[i].affixes)
        __builtin_prefetch(affixes_.data() + row * affix_width_);
    }
    for (std::size_t i = 0; i < n; ++i, out += width()) {
      const std::int8_t* own = words_.data() + rows[i].word * word_width_;
      std::copy(own, own + word_width_, out);
      std::array<const std::int8_t*, affix_count> parts;
      for (std::size_t k = 0; k < affix_count; ++k)
        parts[k] = affixes_.data() + rows[i].affixes[k] * affix_width_;
      steps().add_rows(affix_width_, parts.data(), affix_count, out + word_width_);
    }
  }
}

Norm::Norm(const NetworkReader& in, const std::string& name, std::size_t width)
    : gain(in.numbers<float>(name + ".gain", width)), bias(in.numbers<float>(name + ".bias", width)) {
  if (width % 8 != 0) throw Error("model: " + name + " must be a multiple of 8 wide");
}

void Norm::apply(float* x, float scale, std::int16_t* out) const {
  steps().normalize(gain.size(), gain.data(), bias.data(), scale, x, out);
}

Convolutions::Convolutions(const NetworkReader& in, std::size_t width)
    : width_(width), first_(in, "norm0", width) {
  std::size_t layer = 0;
  for (const std::string& dilation : in.names("dilations")) {
    const std::string number = std::to_string(++layer);
    layers_.push_back({Linear(in, "convolution" + number, width, 3 * width), Norm(in, "norm" + number, width),
                       NetworkReader::count(dilation)});
    widest_ = std::max(widest_, layers_.back().dilation);
  }
}

const std::int16_t* Convolutions::apply(std::size_t n, float scale, std::vector<float>& x,
                                        std::vector<std::int16_t>& rows,
                                        std::vector<std::int32_t>& sums) const {
  // Whole numbers between empty edges.
  const std::size_t edge = widest_ * width_;
  rows.assign(n * width_ + 2 * edge, 0);
  std::int16_t* begin = rows.data() + edge;
  const auto normalize = [&](const Norm& norm) {
    for (std::size_t i = 0; i < n; ++i) norm.apply(x.data() + i * width_, scale, begin + i * width_);
  };
  normalize(first_);
  for (const Convolution& c : layers_) {
    const std::size_t step = c.dilation * width_, padded = c.linear.weights.padded();
    sums.resize(std::max(sums.size(), n * padded));
    multiply({begin - step, n, width_, width_, 3, step}, c.linear.weights, sums.data());
    for (std::size_t i = 0; i < n; ++i)
      steps().add_positive(width_, sums.data() + i * padded, c.linear.scale.data(), c.linear.bias.data(),
                           x.data() + i * width_);
    normalize(c.norm);
  }
  return begin;
}

}  // namespace tenor
