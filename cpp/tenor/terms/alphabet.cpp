#include "tenor/terms/alphabet.h"

#include <algorithm>
#include <map>

#include "tenor/text/unicode.h"

namespace tenor {

Alphabet::Alphabet(const Definition& definition) : lower_text_(definition.lower_text) {
  std::map<std::vector<std::uint32_t>, std::uint32_t> seen;
  std::vector<std::uint32_t> page(256);
  for (char32_t first = 0; first < limit; first += 256) {
    for (char32_t i = 0; i < 256; ++i) {
      const char32_t c = definition.lower ? definition.lower(first + i) : first + i;
      page[i] = static_cast<std::uint32_t>(c) | (definition.is_word(c) ? word : 0) |
                (definition.is_space(c) ? space : 0) |
                (lower_text_ && (first + i == 0x130 || first + i == 0x3A3) ? by_neighbours : 0);
    }
    const auto [at, is_new] = seen.try_emplace(page, static_cast<std::uint32_t>(values_.size()));
    if (is_new) values_.insert(values_.end(), page.begin(), page.end());
    pages_.push_back(at->second);
  }
  for (char32_t c = 0; c < 128; ++c) {
    const std::uint32_t value = (*this)(c);
    ascii_[c] = (value & word) != 0 ? static_cast<char>(value & character) : '\0';
  }
  for (char32_t c = 0; c < 128; ++c) {
    const bool capital = c >= U'A' && c <= U'Z', small = c >= U'a' && c <= U'z',
               digit = c >= U'0' && c <= U'9';
    const char32_t expected = capital ? (c | case_bit()) : small || digit || c == U'_' ? c : 0;
    usual_ = usual_ && static_cast<char32_t>(ascii_[c]) == expected;
  }
  for (char32_t c = 0x2000; c < 0x2070; ++c) usual_ = usual_ && ((*this)(c)&word) == 0;
}

Alphabet Alphabet::icu(bool lowercase) {
  Definition definition{[](char32_t c) { return c == U'_' || is_letter(c) || is_digit(c); }, is_space, {}};
  if (lowercase) definition.lower = to_lower;
  return Alphabet(definition);
}

}  // namespace tenor
