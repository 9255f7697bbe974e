#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/sentiment/emoji.h"
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
  void read(std::string_view text, const EmojiTable& emoji, const Options& options);

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  /// Lower-cased; WordTable::padding bytes may be read from its first one on.
  [[nodiscard]] std::string_view lower(const Token& t) const { return {lower_.data() + t.low, t.low_size}; }
  /// Python's str.isupper.
  [[nodiscard]] bool is_upper(const Token& token) const;
  /// Whether a clause ends right after a token: a comma, semicolon, colon or bracket follows it.
  [[nodiscard]] bool ends_clause(const Token& token) const;
  /// Whether this character stands right behind a token.
  [[nodiscard]] bool followed_by(const Token& token, char c) const {
    return token.end < text_.size() && text_[token.end] == c;
  }
  /// How often an ASCII character occurs.
  [[nodiscard]] std::size_t count(char c) const;
  /// The stretch from the first to the last exclamation or question mark, of the text that was read.
  [[nodiscard]] Span marks() const;
  /// A stretch of what was split, as a span of the text that was read: an emoji's name is the emoji.
  [[nodiscard]] Span source(Span span) const;

 private:
  struct Piece {
    Span here, source;
  };
  void rewrite(std::string_view text, const EmojiTable& emoji, const Options& options);
  [[nodiscard]] std::uint64_t hyphened_bits(std::size_t at) const;
  void add(std::size_t begin, std::size_t end, const Options& options);
  // The word in a stretch of ASCII without white space.
  [[nodiscard]] Span strip(std::size_t begin, std::size_t end, const Options& options) const;
  void add_wide(std::size_t begin, std::size_t end, const Options& options);

  std::string_view text_;      // what was split: the text itself, or rewritten_
  std::string rewritten_;      // with emoji and typography replaced
  std::vector<Piece> pieces_;  // where
  std::string lower_;          // text_, ASCII lower-cased, padded; then the words that are not ASCII
  std::vector<std::uint64_t>
      wide_;  // a bit for each byte of text_: whether it is beyond ASCII; empty if none
  std::vector<Token> tokens_;
};

}  // namespace tenor
