#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/sentiment/emoji.h"
#include "tenor/sentiment/respelling.h"
#include "tenor/text/span.h"

namespace tenor {

/// A text as VADER sees it: emoji replaced by their names, cut at white space (Python's str.split), marks
/// stripped from both ends of what has more than two letters. Kept between texts to keep its memory.
class VaderText {
 public:
  struct Token {
    std::size_t begin, end;     // in what was split
    std::size_t low, low_size;  // its lower-cased form
  };

  struct Options {
    bool typography =
        false;               // read curly quotes and apostrophes as straight ones; cut at dashes and ellipses
    bool sequences = false;  // read emoji of several code points, with spaces on both sides of each emoji
    bool hyphens = false;    // cut at hyphens and slashes before a letter
    bool short_words = false;  // strip the marks of a sentence from one or two letters as well
  };
  /// The text and the emoji must live as long as what is asked about it.
  void read(std::string_view text, const EmojiTable& emoji, const Options& options);

  [[nodiscard]] std::span<const Token> tokens() const { return {tokens_.data(), count_}; }
  /// Lower-cased; WordKey::padding bytes may be read from its first one on.
  [[nodiscard]] std::string_view lower(const Token& t) const { return {lower_.data() + t.low, t.low_size}; }
  /// Python's str.isupper.
  [[nodiscard]] bool is_upper(const Token& token) const {
    const char first = text_[token.begin];
    return (first < 'a' || first > 'z') && all_upper(token);
  }
  /// Whether a clause ends right after a token: a comma, semicolon, colon or bracket follows it.
  [[nodiscard]] bool ends_clause(const Token& token) const;
  /// Whether this character stands right behind a token.
  [[nodiscard]] bool followed_by(const Token& token, char c) const {
    return token.end < text_.size() && text_[token.end] == c;
  }
  /// How often '!' or '?' occurs.
  [[nodiscard]] std::size_t stress(char mark) const;
  /// The stretch from the first to the last exclamation or question mark, of the text that was read.
  [[nodiscard]] Span marks() const;
  /// A stretch of what was split, as a span of the text that was read.
  [[nodiscard]] Span source(Span span) const { return respelling_.source(span); }

 private:
  struct Block;
  Block look(std::size_t at, const Options& options);
  [[nodiscard]] bool all_upper(const Token& token) const;
  void begin(std::string_view text);
  template <bool short_words>
  std::size_t split(std::size_t at, const Options& options);
  std::size_t add_long(std::size_t begin, std::uint64_t wide, const Options& options);
  void add(Span word) { tokens_[count_++] = {word.begin, word.end, word.begin, word.size()}; }
  void make_room();
  // The word in a stretch of ASCII without white space.
  [[nodiscard]] Span strip(Span whole, const Options& options) const;
  [[nodiscard]] Span strip_short(Span whole) const;
  void add_wide(std::size_t begin, std::size_t end, const Options& options);

  std::string_view text_;  // what is split: the text itself, or as it is respelt
  Respelling respelling_;
  std::string lower_;    // text_, ASCII lower-cased; then the words that are not ASCII; room that only grows
  std::size_t low_end_;  // of what is in it
  std::vector<Token> tokens_;  // room that only grows
  std::size_t count_;
  std::string wide_word_;
  std::uint64_t wide_, stress_;  // 0 if nothing is beyond ASCII; if there is no '!' and no '?'
};

}  // namespace tenor
