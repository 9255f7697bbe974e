#include "tenor/pipeline/readable.h"

#include <array>
#include <cstdio>

#include "tenor/text/unicode.h"

namespace tenor {

std::string unreadable(std::optional<std::string_view> text) {
  if (!text) return "missing: there is no text";
  if (text->empty()) return "empty";
  if (const std::size_t at = find_malformed(*text); at != std::string_view::npos) {
    std::array<char, 8> byte{};
    std::snprintf(byte.data(), byte.size(), "0x%02x",
                  static_cast<unsigned>(static_cast<unsigned char>((*text)[at])));
    return std::string("not UTF-8: byte ") + byte.data() + " at byte " + std::to_string(at) + " of the text";
  }
  std::size_t at = 0;
  while (at < text->size())
    if (!is_space(decode(*text, at))) return "";
  return "empty: white space only";
}

}  // namespace tenor
