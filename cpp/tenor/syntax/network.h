#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/syntax/layers.h"
#include "tenor/syntax/relation.h"

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
/// Its numbers are the same on every machine: see layers.h. Immutable: one may serve any number of threads.
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
  void score_heads(std::size_t n, Workspace& work) const;
  void choose_relations(SentenceTree& tree, Workspace& work) const;

  std::size_t width_ = 0;
  float state_scale_ = 1, dependent_scale_ = 1, asked_scale_ = 1, head_scale_ = 1, hidden_scale_ = 1;
  Embedding embedding_;
  Linear inward_, outward_, bilinear_, label_;  // outward: dependent, head, label's two, parts of speech
  Convolutions convolutions_;
  std::vector<std::int16_t> root_;
  std::vector<float> label_root_, label_distance_;
  std::vector<Upos> upos_;
  std::vector<Relation> relations_;
  std::size_t root_relation_ = 0;
};

}  // namespace tenor
