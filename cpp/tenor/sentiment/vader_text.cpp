#include "tenor/sentiment/vader_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

constexpr std::size_t block = 64;

// Kinds of characters, as bits: a mark; a mark of a sentence that is no part of an emoticon with a letter
// (":D",
// "=p"); a letter, a digit or what is beyond ASCII.
enum Kind : std::uint8_t { mark = 1, plain_mark = 2, plain = 4 };
constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> out{};
  for (const unsigned char c : std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")) out[c] = mark;
  for (const unsigned char c : std::string_view("\"'(),.!?[]")) out[c] |= plain_mark;
  for (unsigned c = 0; c < 256; ++c)
    if (c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')) out[c] = plain;
  return out;
}();
constexpr bool is(Kind kind, char c) {
  return (kinds[static_cast<unsigned char>(c)] & kind) != 0;
}

// Python's str.isspace beyond ASCII.
bool wide_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Title-case letters (Lt): neither upper nor lower, and str.isupper is false for a word that has one.
bool title_case(char32_t c) {
  return c == 0x1C5 || c == 0x1C8 || c == 0x1CB || c == 0x1F2 || (c >= 0x1F88 && c <= 0x1F8F) ||
         (c >= 0x1F98 && c <= 0x1F9F) || (c >= 0x1FA8 && c <= 0x1FAF) || c == 0x1FBC || c == 0x1FCC ||
         c == 0x1FFC;
}

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
bool any_wide(std::string_view text) {
  unsigned char seen = 0;
  for (const char c : text) seen = static_cast<unsigned char>(seen | static_cast<unsigned char>(c));
  return seen >= 0x80;
}

std::uint8_t within(std::uint8_t c, std::uint8_t first, std::uint8_t count) {
  return static_cast<std::uint8_t>(static_cast<std::uint8_t>(c - first) < count ? 1 : 0);
}

// Bit i of the result is bytes[i], which is 0 or 1; eight at a time, by a product that gathers them.
std::uint64_t gather(const std::array<std::uint8_t, block>& bytes) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < block; i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + i, sizeof eight);
    out |= (eight * 0x0102040810204080U >> 56) << i;
  }
  return out;
}

// A bit for each of the 64 characters of a block. No branch, so that compilers make it a few vector
// instructions.
std::uint64_t bits_of(const char* text, auto&& is_one) {
  std::array<std::uint8_t, block> bytes;
  for (std::size_t i = 0; i < block; ++i) bytes[i] = is_one(static_cast<std::uint8_t>(text[i]));
  return gather(bytes);
}

std::uint64_t word_bits(const char* text) {
  return bits_of(text, [](std::uint8_t c) {
    return static_cast<std::uint8_t>(1 ^ (within(c, 9, 5) | within(c, 28, 5)));  // Python's white space
  });
}
// Hyphens and slashes.
std::uint64_t hyphen_bits(const char* text) {
  return bits_of(
      text, [](std::uint8_t c) { return static_cast<std::uint8_t>(within(c, '-', 1) | within(c, '/', 1)); });
}
std::uint64_t plain_bits(const char* text) {
  return bits_of(text, [](std::uint8_t c) {
    const auto letter = within(static_cast<std::uint8_t>(c | 32), 'a', 26);
    return static_cast<std::uint8_t>(letter | within(c, '0', 10) | within(c, 128, 128));
  });
}
std::uint64_t wide_bits(const char* text) {
  return bits_of(text, [](std::uint8_t c) { return within(c, 128, 128); });
}
std::size_t lowest(std::uint64_t bits) {
  return static_cast<std::size_t>(std::countr_zero(bits));
}
void lower_block(char* text) {
  for (std::size_t i = 0; i < block; ++i) {
    const auto c = static_cast<std::uint8_t>(text[i]);
    text[i] = static_cast<char>(c | within(c, 'A', 26) << 5);
  }
}

// Whether one of the bits in [begin, end) is set.
bool any(const std::vector<std::uint64_t>& bits, std::size_t begin, std::size_t end) {
  const auto up_to = [](std::size_t bit) { return (std::uint64_t{1} << bit % 64) - 1; };
  if (begin / 64 == end / 64) return (bits[begin / 64] & up_to(end) & ~up_to(begin)) != 0;
  if ((bits[begin / 64] & ~up_to(begin)) != 0 || (bits[end / 64] & up_to(end)) != 0) return true;
  return std::any_of(bits.begin() + static_cast<std::ptrdiff_t>(begin / 64 + 1),
                     bits.begin() + static_cast<std::ptrdiff_t>(end / 64), [](auto b) { return b != 0; });
}

}  // namespace

// One pass for all that is beyond ASCII, so that most words are ASCII afterwards and go the quick way.
void VaderText::rewrite(std::string_view text, const EmojiTable& emoji, const Options& options) {
  rewritten_.clear();
  bool after_emoji = false;
  const auto replace = [&](std::size_t at, std::size_t size, std::string_view with) {
    const std::size_t begin = rewritten_.size();
    rewritten_.append(with);
    pieces_.push_back({{begin, rewritten_.size()}, {at, at + size}});
  };
  const auto keep = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (options.sequences && after_emoji && text[begin] != ' ')
      rewritten_.push_back(' '), ++pieces_.back().here.end;
    after_emoji = false;
    rewritten_.append(text.substr(begin, end - begin));
  };
  std::size_t kept = 0, next_emoji = emoji.find(text, 0, options.sequences);
  for (std::size_t at = 0; at < text.size();) {
    if (at == next_emoji) {
      keep(kept, at);
      if (!rewritten_.empty() && (after_emoji || rewritten_.back() != ' ')) rewritten_.push_back(' ');
      const EmojiTable::Match match = emoji.match(text, at, options.sequences);
      replace(at, match.size, match.name);
      after_emoji = true;
      kept = at += match.size;
      next_emoji = emoji.find(text, at, options.sequences);
      continue;
    }
    if (!is_wide(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = decode(text, at);
    const char plain = options.typography ? straighten(c) : '\0';
    if (plain == 0) continue;
    keep(kept, begin);
    if (options.sequences && after_emoji) rewritten_.push_back(' '), ++pieces_.back().here.end;
    after_emoji = false;
    replace(begin, at - begin, {&plain, 1});
    kept = at;
  }
  keep(kept, text.size());
  text_ = rewritten_;
}

void VaderText::read(std::string_view text, const EmojiTable& emoji, const Options& options) {
  tokens_.clear();
  pieces_.clear();
  text_ = text;
  const bool wide = any_wide(text);
  if (wide && (options.typography || emoji.find(text, 0, options.sequences) < text.size()))
    rewrite(text, emoji, options);
  const std::size_t blocks = text_.size() / block + 1;  // there is a space behind the last word
  lower_.assign(text_);
  lower_.resize(blocks * block, ' ');
  wide_.resize(wide ? blocks : 0);
  std::size_t begin = 0;
  std::uint64_t inside =
      0;  // 1 where the character before the block is part of a word, which began at `begin`
  for (std::size_t at = 0; at < blocks * block; at += block) {
    if (wide) wide_[at / block] = wide_bits(lower_.data() + at);
    const std::uint64_t words = options.hyphens ? hyphened_bits(at) : word_bits(lower_.data() + at);
    lower_block(lower_.data() + at);
    const std::uint64_t shifted = words << 1 | inside;
    std::uint64_t begins = words & ~shifted;
    for (std::uint64_t ends = shifted & ~words; ends != 0; ends &= ends - 1) {
      if (inside == 0) begin = at + lowest(begins), begins &= begins - 1;
      inside = 0;
      add(begin, at + lowest(ends), options);
    }
    if (begins != 0) begin = at + lowest(begins);
    inside = words >> 63;
  }
  lower_.append(WordTable::padding, '\0');
}

// Cut at hyphens and slashes before a letter: an emoticon stays whole.
std::uint64_t VaderText::hyphened_bits(std::size_t at) const {
  const char* text = lower_.data() + at;
  const bool next = at + block < text_.size() && is(plain, text[block]);
  return word_bits(text) & ~(hyphen_bits(text) & (plain_bits(text) >> 1 | std::uint64_t{next} << 63));
}

inline void VaderText::add(std::size_t begin, std::size_t end, const Options& options) {
  if (!wide_.empty() && any(wide_, begin, end)) {
    add_wide(begin, end, options);
  } else if (is(mark, text_[begin]) || is(mark, text_[end - 1])) {
    const Span word = strip(begin, end, options);
    tokens_.push_back({word.begin, word.end, word.begin, word.size()});
  } else {
    tokens_.push_back({begin, end, begin, end - begin});
  }
}

Span VaderText::strip(std::size_t begin, std::size_t end, const Options& options) const {
  Span word{begin, end};
  while (word.begin < word.end && is(mark, text_[word.begin])) ++word.begin;
  while (word.begin < word.end && is(mark, text_[word.end - 1])) --word.end;
  if (word.end - word.begin > 2) return word;
  word = {begin, end};
  if (!options.short_words) return word;
  // "no," to "no"; what has no letters, like a number or an emoticon, stays as it is.
  const auto is_letter = [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; };
  while (word.begin < word.end && is(plain_mark, text_[word.begin])) ++word.begin;
  while (word.begin < word.end && is(plain_mark, text_[word.end - 1])) --word.end;
  return std::any_of(text_.data() + word.begin, text_.data() + word.end, is_letter) ? word : Span{begin, end};
}

// A stretch with characters beyond ASCII: Unicode's white space cuts it, and its letters are counted.
void VaderText::add_wide(std::size_t begin, std::size_t end, const Options& options) {
  for (std::size_t at = begin; at < end;) {
    const std::size_t first = at, low = lower_.size();
    std::size_t after = at, letters = 0;
    for (; at < end; after = at, ++letters) {
      const char32_t c = decode(text_, at);
      if (c >= 0x80 && wide_space(c)) break;
      append_utf8(lower_, to_lower(c));
      if (c == 0x130) append_utf8(lower_, 0x307);  // Python lower-cases U+0130 to two code points
    }
    if (letters == 0) continue;
    // Marks are ASCII, one byte in either form.
    Span word{first, after};
    const auto strip_all = [&](Kind kind) {
      while (word.begin < word.end && is(kind, text_[word.begin])) ++word.begin, --letters;
      while (word.begin < word.end && is(kind, text_[word.end - 1])) --word.end, --letters;
    };
    const std::size_t all = letters;
    strip_all(mark);
    if (letters <= 2) {
      word = {first, after}, letters = all;
      if (options.short_words) strip_all(plain_mark);
      if (word.empty()) word = {first, after};
    }
    const std::size_t size = lower_.size() - (after - word.end) - (low + (word.begin - first));
    tokens_.push_back({word.begin, word.end, low + (word.begin - first), size});
  }
}

bool VaderText::is_upper(const Token& token) const {
  bool upper = false;
  for (std::size_t at = token.begin; at < token.end;) {
    const char32_t c = decode(text_, at);
    if (title_case(c) || (!tenor::is_upper(c) && is_lower(c))) return false;
    upper |= tenor::is_upper(c);
  }
  return upper;
}

bool VaderText::ends_clause(const Token& token) const {
  for (std::size_t at = token.end; at < text_.size() && is(mark, text_[at]); ++at) {
    const char c = text_[at];
    if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')') return true;
  }
  return false;
}

std::size_t VaderText::count(char c) const {
  std::size_t out = 0;  // mostly none: find is quicker than a count
  for (std::size_t at = text_.find(c); at != std::string_view::npos; at = text_.find(c, at + 1)) ++out;
  return out;
}

Span VaderText::marks() const {
  const std::size_t first = text_.find_first_of("!?");
  return first == std::string_view::npos ? Span{} : source({first, text_.find_last_of("!?") + 1});
}

Span VaderText::source(Span span) const {
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
