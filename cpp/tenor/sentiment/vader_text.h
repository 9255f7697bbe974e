#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tenor/text/word_table.h"
#include "tenor/text/span.h"

namespace tenor {

/// VADER's emoji table: an emoji and the words that it is read as.
class EmojiTable {
 public:
  using Entries = std::vector<std::pair<std::string, std::string>>;
  explicit EmojiTable(const Entries& entries);

  /// Whether `text` has an emoji of the table. `sequences`: emoji of several code points count as well.
  [[nodiscard]] bool any_in(std::string_view text, bool sequences) const;

 private:
  friend class VaderText;
  // The emoji that begins at byte `at`, as its number and its size in bytes; 0 where there is none.
  [[nodiscard]] std::pair<std::uint32_t, std::size_t> find(std::string_view text, std::size_t at,
                                                           bool sequences) const;

  WordTable emoji_;
  WordTable firsts_;                  // the first code points of emoji
  std::vector<std::string> names_;    // by number - 1
  std::vector<std::size_t> lengths_;  // in bytes, of emoji of several code points, longest first
};

/// A text as VADER sees it: emoji replaced by their names, cut at white space (Python's str.split), marks
/// stripped from both ends of what has more than two letters. Kept between texts to keep its memory.
class VaderText {
 public:
  struct Token {
    std::size_t begin, end;     // in text()
    std::size_t low, low_size;  // its lower-cased form
    bool upper;                 // str.isupper
    bool apostrophe;            // the lower-cased form holds one
  };

  struct Options {
    bool typography =
        false;               // read curly quotes and apostrophes as straight ones; cut at dashes and ellipses
    bool sequences = false;  // read emoji of several code points, with spaces on both sides of each emoji
    bool hyphens = false;    // cut at hyphens and slashes
    bool short_words = false;  // strip the marks of a sentence from one or two letters as well
  };
  void read(std::string_view text, const EmojiTable& emoji, Options options);

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  [[nodiscard]] std::string_view lower(const Token& t) const {
    return std::string_view(lower_).substr(t.low, t.low_size);
  }
  /// Whether a clause ends right after a token: a comma, semicolon, colon or bracket follows it.
  [[nodiscard]] bool ends_clause(const Token& token) const;
  /// Exclamation and question marks, and the stretch from the first to the last of them.
  std::size_t exclamations = 0, questions = 0;
  [[nodiscard]] Span marks() const;
  /// A stretch of text(), as a span of the text that was read: an emoji's name is the emoji.
  [[nodiscard]] Span source(Span span) const;

 private:
  struct Piece {
    Span here, source;
  };
  void expand(std::string_view text, const EmojiTable& emoji, bool sequences);
  void split_ascii(const Options& options);
  void split_unicode(const Options& options);

  std::string_view text_;  // what was split: the text itself, or expanded_
  std::string expanded_;
  std::vector<Piece> pieces_;  // the emoji of expanded_
  std::string lower_;
  std::vector<Token> tokens_;
};

}  // namespace tenor
