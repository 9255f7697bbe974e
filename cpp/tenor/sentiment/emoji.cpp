#include "tenor/sentiment/emoji.h"

#include <algorithm>

#include "tenor/text/byte_lanes.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

bool is_ascii(char c) {
  return static_cast<signed char>(c) >= 0;
}
bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

EmojiTable::EmojiTable(const Entries& entries) {
  for (const auto& [emoji, name] : entries) {
    const std::uint32_t number = emoji_.insert(emoji);
    if (number > names_.size()) names_.resize(number);
    names_[number - 1] = name;
    std::size_t at = 0;
    firsts_.set(decode(emoji, at) % filter);
    if (at < emoji.size()) lengths_.push_back(emoji.size());
  }
  std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
  lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
}

EmojiTable::Match EmojiTable::match(std::string_view text, std::size_t at, bool sequences) const {
  std::size_t end = at;
  const char32_t c = decode(text, end);
  // Keycaps begin with an ASCII character and go on beyond ASCII.
  if (c < 0x80 && (!sequences || end == text.size() || is_ascii(text[end]))) return {{}, 0};
  if (!firsts_[c % filter]) return {{}, 0};
  if (sequences)
    for (const std::size_t size : lengths_)
      if (size <= text.size() - at)
        if (const std::uint32_t number = emoji_.find(text.substr(at, size)))
          return {names_[number - 1], size};
  if (const std::uint32_t number = emoji_.find(text.substr(at, end - at)))
    return {names_[number - 1], end - at};
  return {{}, 0};
}

std::size_t EmojiTable::find(std::string_view text, std::size_t at, bool sequences) const {
  for (std::size_t i = at; i < text.size(); ++i) {
    while (i + 8 <= text.size() && (lanes::load(text.data() + i, 8) & lanes::high) == 0) i += 8;
    if (i == text.size()) break;
    if (is_ascii(text[i])) continue;
    if (sequences && i > at && is_ascii(text[i - 1]) && match(text, i - 1, true).size != 0) return i - 1;
    if (!continues(text[i]) && match(text, i, sequences).size != 0) return i;
  }
  return text.size();
}

}  // namespace tenor
