#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/syntax/product.h"
#include "tenor/syntax/relation.h"
#include "tenor/syntax/word_features.h"

namespace tenor {

/// What the parser finds of one sentence. Heads are counted from 1; 0 is the root.
struct SentenceTree {
  std::vector<Upos> upos;
  std::vector<std::uint32_t> heads;
  std::vector<Relation> relations;
};

/// The parser's network, made by tools/train_parser.py: embeddings of words and of their affixes and shape,
/// dilated convolutions (Strubell and others 2017), biaffine scores of heads (Dozat and Manning 2017) with
/// the distance as a further term, relations from a layer over the word, its head and their distance.
///
/// Weights are 8-bit, and what the layers hand on is 12-bit, so the large products are whole numbers and
/// exact. Between them stand sums, products, one division and one square root in single precision, each in a
/// fixed order: the same on every machine that rounds by IEEE 754. Immutable: one may serve any number of
/// threads.
class Network {
 public:
  /// Reads the model; throws Error naming the part that cannot be read.
  explicit Network(std::string_view model);

  /// Scratch space of one thread.
  struct Workspace {
    std::vector<std::int16_t> input, rows, hidden;
    std::vector<std::int32_t> sums, more_sums;
    std::vector<float> x, scores, near;
    std::string letters;
  };

  /// The tree of a sentence. Time and memory grow with the square of its words: see Parser for longer ones.
  [[nodiscard]] SentenceTree parse(const std::vector<std::string_view>& words, Workspace& work) const;

 private:
  /// y = scale * (x W) + bias for whole-number x and W.
  struct Linear {
    PackedMatrix weights;
    std::vector<float> scale, bias;

    // y[first, first + count) from the sums of a row of x W.
    void finish(const std::int32_t* sums, std::size_t first, std::size_t count, float* out) const;
  };
  struct Norm {
    std::vector<float> gain, bias;
  };
  struct Convolution {
    Linear linear;
    Norm norm;
    std::size_t dilation = 1;
  };

  void embed(const std::vector<std::string_view>& words, Workspace& work) const;
  void normalize(const Norm& norm, std::size_t n, Workspace& work) const;
  void score_heads(std::size_t n, Workspace& work) const;
  void choose_relations(SentenceTree& tree, Workspace& work) const;
  [[nodiscard]] std::size_t edge() const { return widest_ * width_; }

  std::size_t word_width_ = 0, affix_width_ = 0, width_ = 0, widest_ = 0;
  float state_scale_ = 1, dependent_scale_ = 1, asked_scale_ = 1, head_scale_ = 1, hidden_scale_ = 1;
  WordFeatures features_;
  std::vector<std::int8_t> words_, affixes_;
  Linear inward_, outward_, bilinear_, label_;  // outward: dependent, head, label's two, parts of speech
  Norm first_;
  std::vector<Convolution> convolutions_;
  std::vector<std::int16_t> root_;
  std::vector<float> label_root_, label_distance_;
  std::vector<Upos> upos_;
  std::vector<Relation> relations_;
  std::size_t root_relation_ = 0;
};

}  // namespace tenor
