#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/terms/alphabet.h"

namespace tenor {

/// How a document's characters are stored: one, two or four bytes a code point (as Python stores a str), or
/// UTF-8 (as Arrow does). Reading them where they lie saves a conversion that costs more than the counting.
enum class Storage : std::uint8_t { latin1, ucs2, ucs4, utf8 };

/// A text of somebody else's, which outlives its use here.
struct Document {
  const void* data = nullptr;
  std::size_t length = 0;  // in units of the storage
  Storage storage = Storage::utf8;

  Document() = default;
  Document(const void* d, std::size_t n, Storage s) : data(d), length(n), storage(s) {}
  explicit Document(std::string_view utf8) : data(utf8.data()), length(utf8.size()) {}
  explicit Document(std::u32string_view text)
      : data(text.data()), length(text.size()), storage(Storage::ucs4) {}

  [[nodiscard]] std::size_t bytes() const {
    return storage == Storage::ucs4 ? length * 4 : storage == Storage::ucs2 ? length * 2 : length;
  }
};

/// A code point in UTF-8 at `out`, and its length. A lone surrogate takes the three bytes it would have, so
/// that the order of bytes is the order of code points.
std::size_t encode(char32_t c, char* out);

/// All of these lower-case as the alphabet does; where a character needs its neighbours for that, the
/// document is lower-cased as a whole first (Alphabet::lower_text).

/// The document as word characters in UTF-8, with a zero byte for every other character. Tokens are
/// then what lies between zeros. The result lies in `memory`, which only grows; behind it are `padding`
/// zeros.
std::string_view fold_words(const Document& document, const Alphabet& alphabet, std::string& memory);

/// The same of the words that the segmenter finds (find_words), where they hold a letter or digit: what lies
/// between zeros may hold other marks too ("don't", "U.S.", a vowel sign of Devanagari).
std::string_view fold_segments(const Document& document, const Alphabet& alphabet, std::string& memory);

/// Its characters, each run of two or more white spaces made one space.
void fold_characters(const Document& document, const Alphabet& alphabet, std::vector<char32_t>& out);

}  // namespace tenor
