#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tenor/text/reading.h"
#include "tenor/text/word_table.h"

namespace tenor {

/// Penn Treebank tags (Marcus et al. 1993); `edge` stands before and after a sentence.
enum class Tag : std::uint8_t {
  quote,
  dollar,
  open,
  close,
  comma,
  stop,
  colon,
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  MD,
  NN,
  NNP,
  NNPS,
  NNS,
  PDT,
  POS,
  PRP,
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,
  WRB,
  edge
};
constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::edge) + 1;

/// The treebank's own name of a tag: "NN", "PRP$", ",".
std::string_view name(Tag tag);

/// A word's tag, and the tag of the clitic written together with it: "Ukraine's" NNP + POS, "don't" VBP + RB.
struct Tagged {
  Tag tag = Tag::NN;
  Tag clitic = Tag::edge;  // edge: none

  [[nodiscard]] bool possessive() const { return clitic == Tag::POS; }
};

/// Part-of-speech tagger: a trigram hidden Markov model (Brants 2000), made by tools/train_tagger.py.
/// Scores are integers, so the tags are the same on every machine. Immutable: one may serve any number of
/// threads.
class Tagger {
 public:
  /// Reads the model's text; throws Error naming the line that cannot be read.
  explicit Tagger(std::string_view model);

  /// Tags of reading.words, sentence by sentence.
  [[nodiscard]] std::vector<Tagged> tag(const Reading& reading) const;

 private:
  struct Candidate {
    Tag tag;
    std::int16_t cost;
  };
  using Candidates = std::span<const Candidate>;
  /// Words (or endings, or shapes) and the tags each may have, packed: look-ups wait for memory and for
  /// nothing else.
  class Table {
   public:
    void add(std::string_view word, const std::vector<Candidate>& tags);
    [[nodiscard]] Candidates find(std::string_view word) const {
      const std::uint32_t number = words_.find(word);
      if (number == 0) return {};
      return Candidates(candidates_).subspan(begins_[number - 1], begins_[number] - begins_[number - 1]);
    }

   private:
    WordTable words_;
    std::vector<std::uint32_t> begins_{0};
    std::vector<Candidate> candidates_;
  };
  using Row = std::array<std::int16_t, tag_count>;
  struct Scratch;

  void read_line(std::string_view line);
  Candidates look_up(std::string_view word, bool may_be_lowered, Scratch& scratch) const;
  [[nodiscard]] Candidates unknown(std::string_view word) const;
  [[nodiscard]] const Row& following(Tag before, Tag last) const {
    return rows_[row_of_[static_cast<std::size_t>(before)][static_cast<std::size_t>(last)]];
  }
  void decode_units(Scratch& scratch) const;

  std::vector<Row> rows_;
  std::array<std::array<std::uint16_t, tag_count>, tag_count> row_of_{};
  std::vector<Tag> order_;  // of the columns in the model's text
  Table words_, suffixes_, shapes_;
  std::array<Candidate, tag_count> marks_{};  // each tag as the only candidate
};

}  // namespace tenor
