#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tenor/syntax/network.h"
#include "tenor/text/reading.h"

namespace tenor {

/// A syntactic word and the arc to its head.
struct Dependent {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  Span span;
  Upos upos = Upos::X;
  Relation relation = Relation::dep;
  std::uint32_t head = none;  // counted from the sentence's first word; none: this is the sentence's root

  [[nodiscard]] bool is_root() const { return head == none; }
};

/// Trees of a text, one for each of its sentences: words [starts[s], starts[s + 1]).
struct Parse {
  std::vector<Dependent> words;
  std::vector<std::size_t> starts{0};

  [[nodiscard]] std::size_t sentences() const { return starts.size() - 1; }
};

/// Dependency parser for English in Universal Dependencies v2. Immutable: one may serve any number of
/// threads, and the trees are the same for all.
class Parser {
 public:
  /// Reads the shipped model's bytes; throws Error naming the part that cannot be read.
  explicit Parser(std::string_view model) : network_(model) {}

  /// Trees over syntactic words: the segmenter's words, cut where the treebanks cut them (see units.h).
  [[nodiscard]] Parse parse(const Reading& reading) const;

  /// Trees over the segmenter's own words: element i is of reading.words[i]. A word of several parts
  /// ("don't", "28-point") has the part of speech, relation and head of its top part. Heads count the
  /// segmenter's words of the sentence.
  [[nodiscard]] std::vector<Dependent> parse_words(const Reading& reading) const;

  /// The tree of words already found.
  [[nodiscard]] SentenceTree parse_sentence(const std::vector<std::string_view>& words) const;

  /// A sentence of more words is parsed in stretches, so that time grows with the text and not with its cube;
  /// the first stretch's root heads the others' by parataxis.
  static constexpr std::size_t longest = 250;

 private:
  [[nodiscard]] SentenceTree parse_stretches(const std::vector<std::string_view>& words,
                                             Network::Workspace& work) const;

  Network network_;
};

}  // namespace tenor
