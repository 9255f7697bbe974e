#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tenor {

/// The default boundaries of UAX #29 as ICU's BreakIterator has them, by the tables of properties.h and in
/// linear time: byte offsets without 0, with the text's size. They are the ground on which Segmenter's rules
/// for news stand.
std::vector<std::size_t> sentence_boundaries(std::string_view text);
std::vector<std::size_t> word_boundaries(std::string_view text);

/// The first place at or after `at` where a sentence could end: a code point that is a sentence terminator, a
/// paragraph separator or an ellipsis (U+2026); the text's size when there is none.
std::size_t find_stop(std::string_view text, std::size_t at);
/// The word boundary that follows `at`, which must be one and less than the text's size.
std::size_t next_word_boundary(std::string_view text, std::size_t at);

}  // namespace tenor
