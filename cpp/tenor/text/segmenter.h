#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/abbreviations.h"
#include "tenor/text/span.h"

namespace tenor {

/// What one line break means: the end of a paragraph (hard), a wrapped line (soft), or decided from the text.
enum class Newline { automatic, hard, soft };

/// The `automatic` decision for a text, from its line lengths; `hard` and `soft` are returned as they are.
Newline resolve_newline(std::string_view text, Newline newline);

struct SegmenterOptions {
  Newline newline = Newline::automatic;
  std::vector<std::string> abbreviations;  // beyond the built-in ones; never end a sentence
  std::vector<std::string>
      starters;  // beyond the built-in ones; begin a sentence after an ambiguous full stop
};

/// A place where a sentence could end, whether it does, and the rule that decided.
struct Boundary {
  std::size_t at = 0;
  bool broken = false;
  std::string_view rule;
};

/// Finds sentences and words. Immutable: one may serve any number of threads.
class Segmenter {
 public:
  explicit Segmenter(SegmenterOptions options = {});

  /// Sentences in order, without the white space around them. Never overlapping; together they hold every
  /// non-space byte.
  [[nodiscard]] std::vector<Span> sentences(std::string_view text) const;
  /// Words in order: what carries a letter or digit, and each other mark of its own; no white space.
  [[nodiscard]] std::vector<Span> words(std::string_view text) const;
  [[nodiscard]] std::vector<Boundary> explain(std::string_view text) const;
  [[nodiscard]] const SegmenterOptions& options() const { return options_; }

 private:
  SegmenterOptions options_;
  Abbreviations abbreviations_;
};

}  // namespace tenor
