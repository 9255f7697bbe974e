#include "tenor/terms/document.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "tenor/terms/tokens.h"
#include "tenor/text/unicode.h"
#include "tenor/text/words.h"

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

namespace {

// One character, by the alphabet; `values` gathers what it has of all that are not ASCII.
char* fold_character(char32_t c, const Alphabet& alphabet, char* to, std::uint32_t& values) {
  if (c < 128) {
    *to = alphabet.ascii_words()[c];
    return to + 1;
  }
  const std::uint32_t value = alphabet(c);
  values |= value;
  if ((value & Alphabet::word) != 0) return to + encode(value & Alphabet::character, to);
  *to = '\0';
  return to + 1;
}

// Vectors of the compiler's own, which every target has; each lane of a comparison is all ones or zero.
using Bytes [[gnu::vector_size(16)]] = std::uint8_t;
using SignedBytes [[gnu::vector_size(16)]] = std::int8_t;
using Units [[gnu::vector_size(16)]] = std::uint16_t;

template <class Vector>
bool any(const Vector& lanes) {
  std::array<std::uint64_t, 2> words;
  std::memcpy(words.data(), &lanes, sizeof words);
  return (words[0] | words[1]) != 0;
}

// Folds sixteen ASCII characters. `case_bits`: in each lane what makes a capital small, or 0. A range is one
// signed comparison where its first character is moved to the least number.
void fold_ascii(const Bytes& c, const Bytes& case_bits, char* to) {
  const auto among = [](const Bytes& bytes, std::uint8_t first, std::uint8_t count) {
    const auto moved = reinterpret_cast<SignedBytes>(bytes + static_cast<std::uint8_t>(0x80 - first));
    return reinterpret_cast<Bytes>(moved < static_cast<std::int8_t>(count - 0x80));
  };
  const Bytes letter = among(c | 0x20, 'a', 26),
              other = among(c, '0', 10) | reinterpret_cast<Bytes>(c == '_');
  const Bytes folded = (c & other) | ((c | case_bits) & letter);
  std::memcpy(to, &folded, sizeof folded);
}

// Sixteen units at once, where each is ASCII (or general punctuation, which is of no word).
bool fold_block(const std::uint8_t* from, const Bytes& case_bits, char* to) {
  Bytes bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  if (any(bytes & 0x80)) return false;
  fold_ascii(bytes, case_bits, to);
  return true;
}
bool fold_block(const std::uint16_t* from, const Bytes& case_bits, char* to) {
  Units low, high;
  std::memcpy(&low, from, sizeof low);
  std::memcpy(&high, from + 8, sizeof high);
  low &= reinterpret_cast<Units>(low - 0x2000 >= 0x70);
  high &= reinterpret_cast<Units>(high - 0x2000 >= 0x70);
  if (any((low | high) & 0xFF80)) return false;
  const Bytes bytes = __builtin_shufflevector(reinterpret_cast<Bytes>(low), reinterpret_cast<Bytes>(high), 0,
                                              2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
  fold_ascii(bytes, case_bits, to);
  return true;
}

template <class Unit>
char* fold_units(const Unit* unit, std::size_t length, const Alphabet& alphabet, char* to,
                 std::uint32_t& values) {
  const Unit* const end = unit + length;
  if (alphabet.usual()) {
    const Bytes case_bits = Bytes{} + alphabet.case_bit();
    for (; end - unit >= 16; unit += 16) {
      if (fold_block(unit, case_bits, to)) {
        to += 16;
      } else {
        for (int i = 0; i < 16; ++i) to = fold_character(unit[i], alphabet, to, values);
      }
    }
  }
  for (; unit != end; ++unit) to = fold_character(*unit, alphabet, to, values);
  return to;
}

// UTF-8: sixteen bytes at once where they are ASCII, else those before the first that is not, and that one.
char* fold_utf8(std::string_view text, const Alphabet& alphabet, char* to, std::uint32_t& values) {
  std::size_t at = 0;
  if (alphabet.usual()) {
    const Bytes case_bits = Bytes{} + alphabet.case_bit();
    while (text.size() - at >= 16) {
      const auto* from = reinterpret_cast<const std::uint8_t*>(text.data() + at);
      if (fold_block(from, case_bits, to)) {
        to += 16, at += 16;
        continue;
      }
      for (; static_cast<signed char>(text[at]) >= 0; ++at)
        *to++ = alphabet.ascii_words()[static_cast<unsigned char>(text[at])];
      to = fold_character(decode(text, at), alphabet, to, values);
    }
  }
  while (at < text.size()) to = fold_character(decode(text, at), alphabet, to, values);
  return to;
}

std::string_view fold(const Document& document, const Alphabet& alphabet, std::string& memory,
                      std::uint32_t& values) {
  // The most bytes that a unit can become; room for all makes the loop free of checks.
  constexpr std::size_t most[] = {2, 3, 4, 4};
  const std::size_t needed = document.length * most[static_cast<std::size_t>(document.storage)] + 2 * padding;
  if (memory.size() < needed) memory.resize(needed + needed / 2);
  char* to = memory.data();
  switch (document.storage) {
    case Storage::latin1:
      to = fold_units(static_cast<const std::uint8_t*>(document.data), document.length, alphabet, to, values);
      break;
    case Storage::ucs2:
      to =
          fold_units(static_cast<const std::uint16_t*>(document.data), document.length, alphabet, to, values);
      break;
    case Storage::utf8:
      to = fold_utf8({static_cast<const char*>(document.data), document.length}, alphabet, to, values);
      break;
    case Storage::ucs4:
      for_each_character(document, [&](char32_t c) { to = fold_character(c, alphabet, to, values); });
  }
  std::fill_n(to, padding, '\0');
  return {memory.data(), to};
}

}  // namespace

std::string_view fold_words(const Document& document, const Alphabet& alphabet, std::string& memory) {
  std::uint32_t values = 0;
  const std::string_view folded = fold(document, alphabet, memory, values);
  if ((values & Alphabet::by_neighbours) == 0) return folded;
  return fold(Document(alphabet.lower_text(document)), alphabet, memory, values);
}

std::string_view fold_segments(const Document& document, const Alphabet& alphabet, std::string& memory) {
  static const Abbreviations usual({}, {});
  std::string copy;
  std::string_view text(static_cast<const char*>(document.data), document.length);
  if (document.storage != Storage::utf8) {
    std::array<char, 4> bytes;
    for_each_character(document, [&](char32_t c) { copy.append(bytes.data(), encode(c, bytes.data())); });
    text = copy;
  }
  memory.clear();
  std::array<char, 4> bytes;
  for (const Span& span : find_words(text, usual)) {
    const std::string_view word = span.of(text);
    const std::size_t begin = memory.size();
    std::uint32_t values = 0;
    const auto append = [&](char32_t c) {
      const std::uint32_t value = alphabet(c);
      values |= value;
      memory.append(bytes.data(), encode(value & Alphabet::character, bytes.data()));
    };
    for (std::size_t at = 0; at < word.size();) append(decode(word, at));
    if ((values & Alphabet::by_neighbours) != 0) {
      memory.resize(begin);
      for (const char32_t c : alphabet.lower_text(Document(word))) append(c);
    }
    if ((values & Alphabet::word) != 0)
      memory.push_back('\0');
    else
      memory.resize(begin);
  }
  const std::size_t size = memory.size();
  memory.append(padding, '\0');
  return {memory.data(), size};
}

void fold_characters(const Document& document, const Alphabet& alphabet, std::vector<char32_t>& out) {
  out.clear();
  bool after_space = false;
  std::uint32_t values = 0;
  const auto append = [&](char32_t c) {
    const std::uint32_t value = alphabet(c);
    values |= value;
    const bool space = (value & Alphabet::space) != 0;
    if (space && after_space) {
      out.back() = U' ';
    } else {
      out.push_back(value & Alphabet::character);
    }
    after_space = space;
  };
  for_each_character(document, append);
  if ((values & Alphabet::by_neighbours) == 0) return;
  out.clear();
  after_space = false;
  for (const char32_t c : alphabet.lower_text(document)) append(c);
}

}  // namespace tenor
