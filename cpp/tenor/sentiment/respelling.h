#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/sentiment/emoji.h"
#include "tenor/text/span.h"

namespace tenor {

/// A text with its emoji replaced by their names, and typographic marks by ASCII ones if asked for. Knows
/// where each stretch of it comes from. Kept between texts to keep its memory.
class Respelling {
 public:
  /// `typography`: curly quotes and apostrophes become straight ones, dashes and ellipses spaces.
  /// `sequences`: emoji of several code points count, with spaces on both sides of each emoji. Returns the
  /// text itself where nothing is replaced, else what lives until the next call.
  std::string_view read(std::string_view text, const EmojiTable& emoji, bool typography, bool sequences);

  /// A text that is as it should be, like one of ASCII.
  void keep() { pieces_.clear(); }

  /// A stretch of what `read` returned, as a span of the text that was read: an emoji's name is the emoji.
  [[nodiscard]] Span source(Span span) const;

 private:
  struct Piece {
    Span here, source;
  };
  void rewrite(std::string_view text, const EmojiTable& emoji, bool typography, bool sequences);

  std::string text_;
  std::vector<Piece> pieces_;  // what was replaced
};

}  // namespace tenor
