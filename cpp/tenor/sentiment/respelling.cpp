#include "tenor/sentiment/respelling.h"

#include <algorithm>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// The ASCII character that a typographic one is read as, or 0.
char straighten(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BC) return '\'';
  if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB) return '"';
  if (c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2026) return ' ';
  return 0;
}

bool is_wide(char c) {
  return static_cast<signed char>(c) < 0;
}

}  // namespace

std::string_view Respelling::read(std::string_view text, const EmojiTable& emoji, bool typography,
                                  bool sequences) {
  pieces_.clear();
  if (!typography && emoji.find(text, 0, sequences) == text.size()) return text;
  rewrite(text, emoji, typography, sequences);
  return text_;
}

// One pass for all that is beyond ASCII, so that most words are ASCII afterwards and go the quick way.
void Respelling::rewrite(std::string_view text, const EmojiTable& emoji, bool typography, bool sequences) {
  text_.clear();
  bool after_emoji = false;
  const auto replace = [&](std::size_t at, std::size_t size, std::string_view with) {
    const std::size_t begin = text_.size();
    text_.append(with);
    pieces_.push_back({{begin, text_.size()}, {at, at + size}});
  };
  const auto keep = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (sequences && after_emoji && text[begin] != ' ') text_.push_back(' '), ++pieces_.back().here.end;
    after_emoji = false;
    text_.append(text.substr(begin, end - begin));
  };
  std::size_t kept = 0, next_emoji = emoji.find(text, 0, sequences);
  for (std::size_t at = 0; at < text.size();) {
    if (at == next_emoji) {
      keep(kept, at);
      if (!text_.empty() && (after_emoji || text_.back() != ' ')) text_.push_back(' ');
      const EmojiTable::Match match = emoji.match(text, at, sequences);
      replace(at, match.size, match.name);
      after_emoji = true;
      kept = at += match.size;
      next_emoji = emoji.find(text, at, sequences);
      continue;
    }
    if (!is_wide(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = decode(text, at);
    const char plain = typography ? straighten(c) : '\0';
    if (plain == 0) continue;
    keep(kept, begin);
    if (sequences && after_emoji) text_.push_back(' '), ++pieces_.back().here.end;
    after_emoji = false;
    replace(begin, at - begin, {&plain, 1});
    kept = at;
  }
  keep(kept, text.size());
}
Span Respelling::source(Span span) const {
  // An offset inside an emoji's name is its beginning (or end); elsewhere it is shifted by what came before.
  const auto map = [&](std::size_t offset, bool end) {
    const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), end ? offset - 1 : offset,
                                        [](std::size_t o, const Piece& p) { return o < p.here.begin; });
    if (after == pieces_.begin()) return offset;
    const Piece& piece = *(after - 1);
    if (offset < piece.here.end || (end && offset == piece.here.end))
      return end ? piece.source.end : piece.source.begin;
    return piece.source.end + (offset - piece.here.end);
  };
  return pieces_.empty() ? span : Span{map(span.begin, false), map(span.end, true)};
}

}  // namespace tenor
