#include "tenor/sentiment/vader_text.h"

#include <algorithm>
#include <array>

#include "tenor/text/unicode.h"

namespace tenor {
namespace {

// Kinds of ASCII characters, as bits.
constexpr std::uint8_t space = 1, mark = 2, upper = 4, lower_case = 8, apostrophe = 16, plain_mark = 32;

constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> out{};
  for (const unsigned char c : std::string_view("\t\n\v\f\r\x1c\x1d\x1e\x1f ")) out[c] = space;
  for (const unsigned char c : std::string_view("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")) out[c] = mark;
  for (unsigned c = 'A'; c <= 'Z'; ++c) out[c] = upper, out[c + 32] = lower_case;
  out['\''] |= apostrophe;
  // Marks of a sentence that are no part of an emoticon with a letter (":D", "=p").
  for (const unsigned char c : std::string_view("\"'(),.!?[]")) out[c] |= plain_mark;
  return out;
}();

constexpr auto hyphen_kinds = [] {
  auto out = kinds;
  out['-'] = out['/'] = space;
  return out;
}();

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

char32_t straighten(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BC) return U'\'';
  if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB) return U'"';
  if (c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2026) return U' ';
  return c;
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
    decode(emoji, at);
    firsts_.insert(std::string_view(emoji).substr(0, at));
    if (at < emoji.size()) lengths_.push_back(emoji.size());
  }
  std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
  lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
}

std::pair<std::uint32_t, std::size_t> EmojiTable::find(std::string_view text, std::size_t at,
                                                       bool sequences) const {
  std::size_t end = at;
  decode(text, end);
  // Keycaps begin with an ASCII character and go on beyond ASCII.
  if (end == at + 1 && (!sequences || end == text.size() || static_cast<signed char>(text[end]) >= 0))
    return {0, 0};
  if (firsts_.find(text.substr(at, end - at)) == 0) return {0, 0};
  if (sequences)
    for (const std::size_t size : lengths_)
      if (size <= text.size() - at)
        if (const std::uint32_t number = emoji_.find(text.substr(at, size))) return {number, size};
  const std::uint32_t number = emoji_.find(text.substr(at, end - at));
  return {number, number == 0 ? 0 : end - at};
}

bool EmojiTable::any_in(std::string_view text, bool sequences) const {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (!continues(text[at]) && find(text, at, sequences).first != 0) return true;
  return false;
}

void VaderText::expand(std::string_view text, const EmojiTable& emoji, bool sequences) {
  expanded_.clear();
  bool after_space = true, after_emoji = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [number, size] = emoji.find(text, at, sequences);
    if (number == 0) {
      const std::size_t begin = at;
      decode(text, at);
      after_space = text[begin] == ' ';
      if (sequences && after_emoji && !after_space) expanded_.push_back(' '), ++pieces_.back().here.end;
      expanded_.append(text.substr(begin, at - begin));
    } else {
      if (!after_space) expanded_.push_back(' ');
      const std::size_t begin = expanded_.size();
      expanded_.append(emoji.names_[number - 1]);
      pieces_.push_back({{begin, expanded_.size()}, {at, at + size}});
      after_space = false;
      at += size;
    }
    after_emoji = number != 0;
  }
  text_ = expanded_;
}

void VaderText::read(std::string_view text, const EmojiTable& emoji, Options options) {
  tokens_.clear();
  pieces_.clear();
  text_ = text;
  bool wide = false;
  for (const char c : text) wide |= static_cast<signed char>(c) < 0;
  if (wide && emoji.any_in(text, options.sequences)) expand(text, emoji, options.sequences);
  exclamations = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '!'));
  questions = static_cast<std::size_t>(std::count(text_.begin(), text_.end(), '?'));
  if (wide) {
    split_unicode(options);
  } else {
    split_ascii(options);
  }
}

void VaderText::split_ascii(const Options& options) {
  const bool short_words = options.short_words;
  const auto& table = options.hyphens ? hyphen_kinds : kinds;
  const auto kind = [&](char c) { return table[static_cast<unsigned char>(c)]; };
  const std::size_t n = text_.size();
  lower_.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const char c = text_[i];
    lower_[i] = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 32 : c);
  }
  const char* text = text_.data();
  for (std::size_t i = 0; i < n;) {
    if (kind(text[i]) & space) {
      ++i;
      continue;
    }
    const std::size_t start = i;
    std::uint8_t seen = 0;
    for (; i < n && !(kind(text[i]) & space); ++i) seen |= kind(text[i]);
    std::size_t begin = start, end = i;
    if (seen & mark) {
      while (begin < end && kind(text[begin]) & mark) ++begin;
      while (begin < end && kind(text[end - 1]) & mark) --end;
      if (end - begin <= 2) {
        begin = start, end = i;
        while (short_words && begin < end && kind(text[begin]) & plain_mark) ++begin;
        while (short_words && begin < end && kind(text[end - 1]) & plain_mark) --end;
        if (begin == end || !(seen & (upper | lower_case))) begin = start, end = i;
      }
    }
    tokens_.push_back(
        {begin, end, begin, end - begin, (seen & (upper | lower_case)) == upper, (seen & apostrophe) != 0});
  }
}

void VaderText::split_unicode(const Options& options) {
  const bool short_words = options.short_words;
  const auto& table = options.hyphens ? hyphen_kinds : kinds;
  lower_.clear();
  const std::size_t n = text_.size();
  // For each code point of the word at hand: where it begins in text_ and in lower_, and its kind.
  struct Letter {
    std::size_t begin, low;
    std::uint8_t kind;
  };
  std::vector<Letter> word;
  for (std::size_t at = 0; at <= n;) {
    const std::size_t begin = at;
    char32_t c = at < n ? decode(text_, at) : U' ';
    if (begin == n) ++at;
    if (options.typography) c = straighten(c);
    const std::uint8_t k = c < 0x80        ? table[c]
                           : wide_space(c) ? space
                           : title_case(c) ? lower_case
                           : is_upper(c)   ? upper
                           : is_lower(c)   ? lower_case
                                           : std::uint8_t{0};
    if (!(k & space)) {
      word.push_back({begin, lower_.size(), k});
      append_utf8(lower_, to_lower(c));
      if (c == 0x130) append_utf8(lower_, 0x307);  // Python lower-cases U+0130 to two code points
      continue;
    }
    if (word.empty()) continue;
    std::size_t first = 0, last = word.size();
    while (first < last && word[first].kind & mark) ++first;
    while (first < last && word[last - 1].kind & mark) --last;
    std::uint8_t seen = 0;
    for (const Letter& letter : word) seen |= letter.kind;
    if (last - first <= 2) {
      first = 0, last = word.size();
      while (short_words && first < last && word[first].kind & plain_mark) ++first;
      while (short_words && first < last && word[last - 1].kind & plain_mark) --last;
      if (first == last || !(seen & (upper | lower_case))) first = 0, last = word.size();
    }
    const std::size_t end = last < word.size() ? word[last].begin : begin;
    const std::size_t low_end = last < word.size() ? word[last].low : lower_.size();
    tokens_.push_back({word[first].begin, end, word[first].low, low_end - word[first].low,
                       (seen & (upper | lower_case)) == upper, (seen & apostrophe) != 0});
    word.clear();
  }
}

bool VaderText::ends_clause(const Token& token) const {
  for (std::size_t at = token.end; at < text_.size() && kinds[static_cast<unsigned char>(text_[at])] & mark;
       ++at)
    if (std::string_view(",;:()").find(text_[at]) != std::string_view::npos) return true;
  return false;
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
