#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tenor/text/span.h"

namespace tenor {

/// One line of a scraped page and its shape: what tells a paragraph from a menu entry before a word is read.
struct Line {
  Span span;  // without the white space around it
  std::uint32_t letters = 0, capitals = 0, digits = 0, marks = 0, words = 0, capital_words = 0;
  std::uint32_t commas = 0, stops = 0;  // stops: ends of sentences inside the line, its end left out
  char32_t first = 0, last = 0;         // `last` is the last code point that closes no quotation or bracket
  std::uint64_t hash = 0;               // equal lines are repeats
  bool ends_sentence = false;           // ends in . ! ? or an ellipsis, past closing quotes and brackets
  bool ellipsis = false;                // ends in two or more points: a teaser cut short
  bool cjk = false;                     // Han, Kana or Hangul: words are not set apart by spaces
};

/// The lines of a text that hold anything: hard line breaks or blank-line blocks, as `resolve_newline`
/// decides.
std::vector<Line> lines(std::string_view text);

/// Whether each value is there more than once.
std::vector<char> repeats(const std::vector<std::uint64_t>& values);

/// The shape of one line.
Line measure(std::string_view text, Span span);

}  // namespace tenor
