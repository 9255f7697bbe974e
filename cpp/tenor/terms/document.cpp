#include "tenor/terms/document.h"

#include <algorithm>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// Calls `use(code point)` for each character, whatever the storage.
template <class Use>
void for_each_character(const Document& document, Use&& use) {
  const auto units = [&](const auto* unit) {
    for (const auto* end = unit + document.length; unit != end; ++unit) use(static_cast<char32_t>(*unit));
  };
  switch (document.storage) {
    case Storage::latin1:
      return units(static_cast<const std::uint8_t*>(document.data));
    case Storage::ucs2:
      return units(static_cast<const std::uint16_t*>(document.data));
    case Storage::ucs4:
      return units(static_cast<const std::uint32_t*>(document.data));
    case Storage::utf8: {
      const std::string_view text(static_cast<const char*>(document.data), document.length);
      for (std::size_t at = 0; at < text.size();) use(decode(text, at));
    }
  }
}

}  // namespace

std::size_t encode(char32_t c, char* out) {
  if (c < 0x80) {
    out[0] = static_cast<char>(c);
    return 1;
  }
  if (c < 0x800) {
    out[0] = static_cast<char>(0xC0 | (c >> 6)), out[1] = static_cast<char>(0x80 | (c & 63));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = static_cast<char>(0xE0 | (c >> 12)), out[1] = static_cast<char>(0x80 | ((c >> 6) & 63));
    out[2] = static_cast<char>(0x80 | (c & 63));
    return 3;
  }
  out[0] = static_cast<char>(0xF0 | (c >> 18)), out[1] = static_cast<char>(0x80 | ((c >> 12) & 63));
  out[2] = static_cast<char>(0x80 | ((c >> 6) & 63)), out[3] = static_cast<char>(0x80 | (c & 63));
  return 4;
}

bool needs_context_to_lower(const Document& document) {
  if (document.storage == Storage::latin1) return false;
  if (document.storage == Storage::ucs2) {  // the usual case, in a loop that compilers vectorise
    const auto* unit = static_cast<const std::uint16_t*>(document.data);
    bool found = false;
    for (std::size_t i = 0; i < document.length; ++i) found |= unit[i] == 0x130 || unit[i] == 0x3A3;
    return found;
  }
  bool found = false;
  for_each_character(document, [&](char32_t c) { found |= c == 0x130 || c == 0x3A3; });
  return found;
}

std::string_view fold_words(const Document& document, const Alphabet& alphabet, std::string& memory) {
  // The most bytes that a unit can become; room for all makes the loop free of checks.
  constexpr std::size_t most[] = {2, 3, 4, 4};
  const std::size_t needed = document.length * most[static_cast<std::size_t>(document.storage)] + 8;
  if (memory.size() < needed) memory.resize(needed + needed / 2);
  char* to = memory.data();
  const auto& ascii = alphabet.ascii_words();
  for_each_character(document, [&](char32_t c) {
    if (c < 128) {
      *to++ = ascii[c];
      return;
    }
    const std::uint32_t value = alphabet(c);
    if ((value & Alphabet::word) != 0) {
      to += encode(value & Alphabet::character, to);
    } else {
      *to++ = '\0';
    }
  });
  std::fill_n(to, 8, '\0');
  return {memory.data(), to + 8};
}

void fold_characters(const Document& document, const Alphabet& alphabet, std::vector<char32_t>& out) {
  out.clear();
  bool after_space = false;
  for_each_character(document, [&](char32_t c) {
    const std::uint32_t value = alphabet(c);
    const bool space = (value & Alphabet::space) != 0;
    if (space && after_space) {
      out.back() = U' ';
    } else {
      out.push_back(value & Alphabet::character);
    }
    after_space = space;
  });
}

}  // namespace tenor
