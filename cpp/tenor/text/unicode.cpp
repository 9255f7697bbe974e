#include "tenor/text/unicode.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <bit>
#include <cstdint>

#include "tenor/text/byte_lanes.h"

namespace tenor {
namespace {

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

UChar32 icu(char32_t c) {
  return static_cast<UChar32>(c);
}

// One well-formed sequence at `at` (Unicode, table 3-7), or length 0.
struct Sequence {
  char32_t value;
  std::size_t length;
};

Sequence sequence(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
  };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return {0, 0};
  char32_t value = length == 4 ? lead & 7U : length == 3 ? lead & 15U : lead & 31U;
  for (std::size_t i = 1; i < length; ++i) {
    const unsigned next = byte(at + i);
    if ((next & 0xC0U) != 0x80U) return {0, 0};
    value = (value << 6) | (next & 63U);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return {0, 0};
  return {value, length};
}

}  // namespace

char32_t decode_wide(std::string_view text, std::size_t& at) {
  const Sequence s = sequence(text, at);
  at += s.length == 0 ? 1 : s.length;
  return s.length == 0 ? U'\uFFFD' : s.value;
}

void append_utf8(std::string& out, char32_t c) {
  auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6)), put(0x80 | (c & 63));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 63)), put(0x80 | (c & 63));
  } else {
    put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 63)), put(0x80 | ((c >> 6) & 63)), put(0x80 | (c & 63));
  }
}

std::size_t find_malformed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const Sequence s = sequence(text, at);
    if (s.length == 0) return at;
    at += s.length;
  }
  return std::string_view::npos;
}

char32_t to_lower(char32_t c) {
  if (c < 0x80) return c - U'A' < 26 ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(icu(c)));
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  fold(text, out);
  return out;
}

void fold(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && static_cast<signed char>(text[at]) >= 0) ++at;
    if (at > begin) {
      const std::size_t size = out.size();
      out.append(text.substr(begin, at - begin));
      for (std::size_t i = size; i < out.size(); ++i) {
        const auto byte = static_cast<unsigned char>(out[i]);
        const bool capital = static_cast<unsigned char>(byte - 'A') < 26;
        out[i] = static_cast<char>(byte + (capital ? 'a' - 'A' : 0));
      }
      continue;
    }
    const char32_t c = decode(text, at);
    switch (c) {
      case U'\u2018':
      case U'\u2019':
      case U'\u201B':
      case U'\u02BC':
        out.push_back('\'');
        break;
      case U'\u201C':
      case U'\u201D':
      case U'\u201E':
      case U'\u201F':
        out.push_back('"');
        break;
      default:
        append_utf8(out, to_lower(c));
    }
  }
}

std::string icu_version() {
  return tables::icu_version;
}
std::string unicode_version() {
  return tables::unicode_version;
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  std::size_t at = 0;
  while (at < text.size() && lanes::bits<lanes::Widest>(text, at, lanes::is_wide) == 0) at += block;
  if (at >= text.size()) return;  // ASCII
  before_.reserve(text.size() / block + 1);
  std::size_t count = 0;
  for (at = 0; at < text.size(); at += block) {
    before_.push_back(count);
    count += begun(at, std::min(block, text.size() - at));
  }
  if (text.size() % block == 0) before_.push_back(count);
}

std::size_t CodePoints::begun(std::size_t at, std::size_t size) const {
  if (size == 0) return 0;
  const std::uint64_t continuing = lanes::bits<lanes::Widest>(text_, at, lanes::is_continuing);
  return size - static_cast<std::size_t>(std::popcount(continuing << (block - size)));
}

std::size_t CodePoints::operator()(std::size_t byte) const {
  byte = std::min(byte, text_.size());
  if (before_.empty()) return byte;
  return before_[byte / block] + begun(byte / block * block, byte % block);
}

std::size_t CodePoints::byte(std::size_t point) const {
  if (before_.empty()) return std::min(point, text_.size());
  const auto after = std::upper_bound(before_.begin(), before_.end(), point);
  const auto index = static_cast<std::size_t>(after - before_.begin()) - 1;
  std::size_t count = before_[index];
  for (std::size_t at = index * block; at < text_.size(); ++at) {
    if (continues(text_[at])) continue;
    if (count == point) return at;
    ++count;
  }
  return text_.size();
}

}  // namespace tenor
