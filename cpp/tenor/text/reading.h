#pragma once

#include <string_view>
#include <vector>

#include "tenor/text/article.h"
#include "tenor/text/segmenter.h"
#include "tenor/text/span.h"

namespace tenor {

enum class Section { title, body, caption };

struct Sentence {
  Span span;
  Section section = Section::body;
  std::size_t paragraph = 0;   // counts the article's paragraphs, title and captions included
  std::size_t first_word = 0;  // its words are words[first_word, end_word)
  std::size_t end_word = 0;
};

/// A text as the later rooms read it: sentences and words, found once. Spans are of the whole text.
struct Reading {
  std::string_view text;
  std::vector<Sentence> sentences;
  std::vector<Span> words;

  [[nodiscard]] std::string_view of(Span span) const { return span.of(text); }
};

/// Reads the title, body and captions of an article, in the order of the text.
Reading read(std::string_view text, const Article& article, const Segmenter& segmenter);
/// Reads a whole text as body, every paragraph of it.
Reading read(std::string_view text, const Segmenter& segmenter);

}  // namespace tenor
