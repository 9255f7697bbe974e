#include "tenor/syntax/word_features.h"

#include <algorithm>

#include "tenor/error.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

constexpr std::size_t shape_length = 6;

// FNV-1a, 64 bits folded to 32.
constexpr std::uint64_t hash_more(std::uint64_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}
constexpr std::uint64_t hash_of(std::string_view kind) {
  return hash_more(hash_more(0xCBF29CE484222325U, kind), "=");
}
constexpr std::uint32_t key(std::uint64_t kind, std::string_view value) {
  const std::uint64_t hash = hash_more(kind, value);
  return static_cast<std::uint32_t>((hash >> 32) ^ hash);
}

constexpr std::uint64_t word_kind = hash_of("w"), shape_kind = hash_of("shape");
struct Affix {
  std::uint64_t kind;
  std::size_t bytes;
  bool prefix;
};
constexpr std::array<Affix, affix_count - 1> affix_kinds{{{hash_of("p2"), 2, true},
                                                          {hash_of("p3"), 3, true},
                                                          {hash_of("s1"), 1, false},
                                                          {hash_of("s2"), 2, false},
                                                          {hash_of("s3"), 3, false},
                                                          {hash_of("s4"), 4, false}}};

char32_t straighten(char32_t c) {
  if (c < 0x2018 || c > 0x201F) return c;
  return c < 0x201C ? U'\'' : U'"';
}

// One character of a shape: X upper case, x another letter, 0 a digit, an ASCII mark itself, else *.
char shape_of(char32_t c) {
  if (is_upper(c)) return 'X';
  if (is_letter(c)) return 'x';
  if (is_digit(c)) return '0';
  return c < 128 ? static_cast<char>(c) : '*';
}

// A byte of ASCII, lower-cased and 0 for digits, and its kind in a shape.
struct Folded {
  char letter = 0, kind = 0;
};
constexpr auto folded_ascii = [] {
  std::array<Folded, 128> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const char c = static_cast<char>(i);
    const bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
    out[i].letter = upper ? static_cast<char>(c + 32) : digit ? '0' : c;
    out[i].kind = upper ? 'X' : lower ? 'x' : digit ? '0' : c;
  }
  return out;
}();

// Kinds of characters in a row, runs written once. Without branches, which no one could foretell.
class Shape {
 public:
  void add(char kind) {
    at_[size_] = kind;
    size_ += static_cast<std::size_t>(kind != last_) & static_cast<std::size_t>(size_ < shape_length);
    last_ = kind;
  }
  [[nodiscard]] std::string_view text() const { return {at_.data(), size_}; }

 private:
  std::array<char, shape_length + 1> at_{};
  std::size_t size_ = 0;
  int last_ = -1;
};

// Writes the word lower-cased, with straight quotes and 0 for digits, and finds its shape.
Shape fold_word(std::string_view word, std::string& out) {
  Shape shape;
  out.resize(word.size());
  std::size_t at = 0;
  for (; at < word.size() && static_cast<unsigned char>(word[at]) < 128; ++at) {
    const Folded& folded = folded_ascii[static_cast<unsigned char>(word[at])];
    out[at] = folded.letter;
    shape.add(folded.kind);
  }
  out.resize(at);
  while (at < word.size()) {
    const char32_t c = straighten(decode(word, at));
    shape.add(shape_of(c));
    if (c < 128)
      out.push_back(folded_ascii[c].letter);
    else
      append_utf8(out, to_lower(c));
  }
  return shape;
}

}  // namespace

KeyTable::KeyTable(const std::vector<std::uint32_t>& keys) {
  std::size_t size = 16;
  while (size < 2 * keys.size()) size *= 2;
  entries_.resize(size);
  for (std::size_t row = 0; row < keys.size(); ++row) {
    std::size_t at = keys[row] & (size - 1);
    for (; entries_[at].row != free; at = (at + 1) & (size - 1))
      if (entries_[at].key == keys[row]) throw Error("key " + std::to_string(keys[row]) + " comes twice");
    entries_[at] = {keys[row], static_cast<std::uint32_t>(row)};
  }
}

std::uint32_t KeyTable::find(std::uint32_t key, std::uint32_t otherwise) const {
  if (entries_.empty()) return otherwise;
  const std::size_t mask = entries_.size() - 1;
  for (std::size_t at = key & mask; entries_[at].row != free; at = (at + 1) & mask)
    if (entries_[at].key == key) return entries_[at].row;
  return otherwise;
}

WordFeatures::WordFeatures(const std::vector<std::uint32_t>& words, const std::vector<std::uint32_t>& affixes)
    : words_(words), affixes_(affixes) {
  for (std::size_t i = 0; i < affix_count; ++i) {
    const std::uint64_t kind = i < affix_kinds.size() ? affix_kinds[i].kind : shape_kind;
    unknown_[i] = affixes_.find(key(kind, ""), 0xFFFFFFFF);
    if (unknown_[i] == 0xFFFFFFFF)
      throw Error("feature " + std::to_string(i) + " has no row for unknown values");
  }
}

WordKeys WordFeatures::keys(std::string_view word, std::string& room) {
  const Shape shape = fold_word(word, room);
  const std::string_view folded = room;
  WordKeys out;
  out.word = key(word_kind, folded);
  for (std::size_t i = 0; i < affix_kinds.size(); ++i) {
    const Affix& affix = affix_kinds[i];
    const std::size_t length = std::min(affix.bytes, folded.size());
    out.affixes[i] = key(affix.kind, folded.substr(affix.prefix ? 0 : folded.size() - length, length));
  }
  out.affixes[affix_count - 1] = key(shape_kind, shape.text());
  return out;
}

void WordFeatures::prefetch(const WordKeys& keys) const {
  words_.prefetch(keys.word);
  for (const std::uint32_t affix : keys.affixes) affixes_.prefetch(affix);
}

WordRows WordFeatures::rows(const WordKeys& keys) const {
  WordRows out;
  out.word = words_.find(keys.word, 0);
  for (std::size_t i = 0; i < affix_count; ++i) out.affixes[i] = affixes_.find(keys.affixes[i], unknown_[i]);
  return out;
}

}  // namespace tenor
