#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/terms/document.h"
#include "tenor/terms/grams.h"
#include "tenor/terms/tokens.h"
#include "tenor/terms/words.h"

namespace tenor {

/// What a term is made of: runs of word characters; characters; characters of one word, which a space pads on
/// both sides; the segmenter's words, of any script.
enum class Unit : std::uint8_t { word, character, padded_word, segment };

/// Whether a unit is a word of its own, so that the words of a sequence are put together with spaces.
constexpr bool is_word(Unit unit) {
  return unit == Unit::word || unit == Unit::segment;
}

struct ReaderOptions {
  std::shared_ptr<const Alphabet> alphabet;
  Unit unit = Unit::word;
  std::size_t min_length = 2;  // of a word, in characters
  std::size_t min_n = 1, max_n = 1;
};

/// The document's tokens, lower-cased as the alphabet has it, apart by zeros; as fold_words and
/// fold_segments.
inline std::string_view fold_tokens(const Document& document, const ReaderOptions& options,
                                    std::string& memory) {
  return options.unit == Unit::segment ? fold_segments(document, *options.alphabet, memory)
                                       : fold_words(document, *options.alphabet, memory);
}

/// Turns documents into terms. A `Sink` numbers words and sequences, and takes the terms:
///   words(tokens, numbers): each a number, none or `skipped`;  prefetch_seen(number);
///   prefetch(pair), prefetch_near(pair), gram(pair) -> term or none;  emit(terms).
template <class Sink>
class Reader {
 public:
  static constexpr std::uint32_t none = WordIndex::none, skipped = none - 1;

  explicit Reader(ReaderOptions options) : options_(std::move(options)) {}

  void read(const Document& document, Sink& sink) {
    if (is_word(options_.unit)) {
      read_words(document, sink);
    } else {
      read_characters(document, sink);
    }
  }

 private:
  void read_words(const Document& document, Sink& sink) {
    find_tokens(fold_tokens(document, options_, folded_), options_.min_length, tokens_);
    ids_.clear();
    const std::span<const std::string_view> tokens(tokens_.data(), tokens_.size());
    for (std::size_t first = 0; first < tokens.size(); first += batch)
      look_up(tokens.subspan(first, std::min(batch, tokens.size() - first)), sink);
    if (options_.max_n > 1) walk(sink, false);
  }

  // Some words at a time, so that what is known of each is fetched together.
  void look_up(std::span<const std::string_view> tokens, Sink& sink) {
    // Between the words of a sequence an unknown one has its place; a word by itself has not.
    const bool keep_unknown = options_.max_n > 1;
    std::array<std::uint32_t, batch> ids;
    sink.words(tokens, ids.data());
    std::size_t count = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::uint32_t id = ids[i];
      ids[count] = id;
      sink.prefetch_seen(id);
      count += id < skipped || (id == none && keep_unknown) ? 1 : 0;
    }
    if (options_.max_n > 1) {
      ids_.insert(ids_.end(), ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(count));
      return;
    }
    sink.emit(std::span(ids).first(count));
  }

  void read_characters(const Document& document, Sink& sink) {
    fold_characters(document, *options_.alphabet, characters_);
    ids_.clear();
    if (options_.unit == Unit::character) {
      for (const char32_t c : characters_) ids_.push_back(number(c, sink));
      return walk(sink, false);
    }
    const auto is_space = [&](char32_t c) { return ((*options_.alphabet)(c)&Alphabet::space) != 0; };
    for (auto at = characters_.begin(); at != characters_.end();) {
      at = std::find_if_not(at, characters_.end(), is_space);
      if (at == characters_.end()) break;
      ids_.assign(1, number(U' ', sink));
      for (; at != characters_.end() && !is_space(*at); ++at) ids_.push_back(number(*at, sink));
      ids_.push_back(number(U' ', sink));
      walk(sink, true);
    }
  }

  // Emits the sequences of min_n to max_n of ids_; `whole`: also all of it where it is shorter than min_n.
  void walk(Sink& sink, bool whole) {
    const std::size_t size = ids_.size(), top = std::min(options_.max_n, size);
    heads_.assign(ids_.begin(), ids_.end());
    for (std::size_t n = 1; n <= top; ++n) {
      const std::size_t count = size - n + 1;
      const bool emits = n >= options_.min_n || (whole && n == size);
      // Some at a time, so that what is known of each is still in the cache when it is counted.
      for (std::size_t first = 0; first < count; first += batch) {
        const std::size_t last = std::min(count, first + batch);
        if (n > 1) extend(n, first, last, count, sink);
        if (!emits) continue;
        std::array<std::uint32_t, batch> terms;
        std::size_t known = 0;
        for (std::size_t i = first; i < last; ++i) {
          terms[known] = heads_[i];
          known += heads_[i] != none ? 1 : 0;
        }
        sink.emit(std::span(terms).first(known));
      }
    }
  }

  // From the sequences of n - 1 at the places from first to last to those of n. Slots and pairs are fetched
  // ahead of their use, since nearly every one is in no cache.
  void extend(std::size_t n, std::size_t first, std::size_t last, std::size_t count, Sink& sink) {
    constexpr std::size_t far = 16, near = 8;
    const auto pair = [&](std::size_t i) { return GramIndex::pair(heads_[i], ids_[i + n - 1]); };
    for (std::size_t i = first; i < last; ++i) {
      if (i + far < count) sink.prefetch(pair(i + far));
      if (i + near < count) sink.prefetch_near(pair(i + near));
      const bool broken = heads_[i] == none || ids_[i + n - 1] == none;
      heads_[i] = broken ? none : sink.gram(pair(i));
    }
  }

  // A character is a word of one letter; those below 0x3000 are remembered here.
  std::uint32_t number(char32_t c, Sink& sink) {
    if (c < known_.size() && known_[c] != none) return known_[c];
    char bytes[12] = {};
    const std::string_view word(bytes, encode(c, bytes));
    std::uint32_t id = none;
    sink.words({&word, 1}, &id);
    if (c < known_.size()) known_[c] = id;
    return id;
  }

  static constexpr std::size_t batch = 64;

  ReaderOptions options_;
  std::string folded_;
  Buffer<std::string_view> tokens_;
  std::vector<char32_t> characters_;
  std::vector<std::uint32_t> ids_, heads_;
  std::vector<std::uint32_t> known_ = std::vector<std::uint32_t>(0x3000, none);
};

}  // namespace tenor
