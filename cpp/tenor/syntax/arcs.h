#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "tenor/syntax/parser.h"

namespace tenor {

/// A range of words of one sentence, counted from its first.
struct Range {
  std::size_t first = 0;
  std::size_t end = 0;

  [[nodiscard]] bool empty() const { return first >= end; }
  [[nodiscard]] bool contains(std::size_t word) const { return first <= word && word < end; }
};

/// The tree over one sentence's words, as the rules of voice and stance ask of it. Words beyond it are no
/// word's dependents and have none; so have all words where the sentence was not parsed.
class Arcs {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  Arcs() = default;
  /// The words of one sentence, as Parser::parse_words gives them.
  explicit Arcs(std::span<const Dependent> words);

  [[nodiscard]] bool empty() const { return nodes_.empty(); }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] Upos upos(std::size_t i) const { return i < size() ? nodes_[i].upos : Upos::X; }
  [[nodiscard]] Relation relation(std::size_t i) const {
    return i < size() ? nodes_[i].relation : Relation::dep;
  }
  /// The word it hangs on; `none` for the root.
  [[nodiscard]] std::size_t head(std::size_t i) const { return i < size() ? nodes_[i].head : none; }
  /// From the first to the last of the words that hang on a word, the word itself included.
  [[nodiscard]] Range subtree(std::size_t i) const {
    return i < size() ? nodes_[i].subtree : Range{i, i + 1};
  }
  /// The first word from `from` on that hangs on `head` by a relation or one of its subtypes.
  [[nodiscard]] std::optional<std::size_t> child(std::size_t head, Relation relation,
                                                 std::size_t from = 0) const;
  /// Does a word hang on another, through any number of arcs?
  [[nodiscard]] bool is_under(std::size_t word, std::size_t above) const;

 private:
  struct Node {
    std::size_t head = none;
    Range subtree;
    Upos upos = Upos::X;
    Relation relation = Relation::dep;
  };
  std::vector<Node> nodes_;
};

/// The trees of sentences of a reading, in the order of their numbers.
std::vector<Arcs> parse_sentences(const Parser& parser, const Reading& reading,
                                  const std::vector<std::size_t>& sentences);

}  // namespace tenor
