#include "tenor/sentiment/emoji.h"

#include <algorithm>
#include <bit>

#include "tenor/text/byte_lanes.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

bool is_ascii(char c) {
  return static_cast<signed char>(c) >= 0;
}
// The lower twelve bits of the code point whose first byte stands at `at`, if it is well-formed; else any.
std::size_t low_bits(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::size_t {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
  };
  const std::size_t lead = byte(at);
  if (lead < 0xE0) return (lead & 31) << 6 | (byte(at + 1) & 63);
  const std::size_t last = at + (lead < 0xF0 ? 2 : 3);
  return (byte(last - 1) & 63) << 6 | (byte(last) & 63);
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
  for (std::size_t block = at; block < text.size(); block += 64) {
    std::uint64_t leads = lanes::bits<lanes::Widest>(text, block, lanes::is_wide);
    if (leads != 0) leads &= ~lanes::bits<lanes::Widest>(text, block, lanes::is_continuing);
    for (; leads != 0; leads &= leads - 1) {
      const std::size_t i = block + static_cast<std::size_t>(std::countr_zero(leads));
      if (sequences && i > at && is_ascii(text[i - 1]) && match(text, i - 1, true).size != 0) return i - 1;
      if (firsts_[low_bits(text, i)] && match(text, i, sequences).size != 0) return i;
    }
  }
  return text.size();
}

}  // namespace tenor
