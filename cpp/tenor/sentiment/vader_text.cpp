#include "tenor/sentiment/vader_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "tenor/sentiment/vader_characters.h"
#include "tenor/text/byte_lanes.h"
#include "tenor/text/unicode.h"
#include "tenor/text/word_key.h"

namespace tenor {

using namespace vader;

namespace {

constexpr std::size_t block = 64;

}  // namespace

// A bit for each of up to 64 characters: whether it is part of a word (no white space), beyond ASCII, a mark.
struct VaderText::Block {
  std::uint64_t words = 0, wide = 0, marks = 0;
};

void VaderText::read(std::string_view text, const EmojiTable& emoji, const Options& options) {
  respelling_.keep();
  begin(text);
  bool asked = false;
  for (std::size_t at = 0; at < text_.size();) {
    at = options.short_words ? split<true>(at, options) : split<false>(at, options);
    if (wide_ == 0 || asked) continue;
    asked = true;
    const std::string_view respelt = respelling_.read(text, emoji, options.typography, options.sequences);
    if (respelt.data() == text.data()) continue;
    begin(respelt);
    at = 0;
  }
}

void VaderText::begin(std::string_view text) {
  text_ = text;
  count_ = 0;
  wide_ = stress_ = 0;
  low_end_ = text_.size() + block;  // behind what blocks are written to
  if (const std::size_t room = low_end_ + WordKey::padding; lower_.size() < room) lower_.resize(2 * room);
}

inline void VaderText::make_room() {
  if (tokens_.size() < count_ + block) tokens_.resize(2 * (count_ + block));
}

// The block at `at`, which is lower-cased on the way. The last one is read from where it still has 64
// characters.
inline VaderText::Block VaderText::look(std::size_t at, const Options& options) {
  const std::size_t left = text_.size() - at;
  std::array<char, block> padded;
  const char* from = text_.data() + at;
  char* to = lower_.data() + at;
  std::size_t shift = 0;
  if (left < block && text_.size() >= block) {
    shift = block - left;
    from -= shift, to -= shift;
  } else if (left < block) {
    padded.fill(' ');
    from = static_cast<const char*>(std::memcpy(padded.data(), from, left));
  }
  Block out;
  std::uint64_t white = 0, hyphens = 0, stress = 0;
  for (std::size_t i = 0; i < block; i += lanes::Widest::width) {
    const auto bytes = lanes::Widest::load(from + i);
    bytes.lowered().store(to + i);
    white |= spaces(bytes).bits() << i;
    out.wide |= bytes.wide().bits() << i;
    out.marks |= marks_of(bytes).bits() << i;
    stress |= (bytes.equal('!') | bytes.equal('?')).bits();
    if (options.hyphens) hyphens |= (bytes.equal('-') | bytes.equal('/')).bits() << i;
  }
  wide_ |= out.wide;
  stress_ |= stress;
  out.words = ~white >> shift, out.wide >>= shift, out.marks >>= shift;
  if (!options.hyphens) return out;
  // Cut at hyphens and slashes before a letter: an emoticon stays whole.
  const std::uint64_t next = at + block < text_.size() && is(plain, text_[at + block]) ? 1 : 0;
  out.words &= ~(hyphens >> shift & ((out.words & ~out.marks) >> 1 | next << 63));
  return out;
}

// The words that end in the block at `at`, which is no place inside a word; returns where the next block
// begins.
template <bool short_words>
std::size_t VaderText::split(std::size_t at, const Options& options) {
  const Block here = look(at, options);
  make_room();
  const auto cut = static_cast<std::size_t>(std::countl_one(here.words));  // of a word that goes on
  if (cut == block) return add_long(at, here.wide, options);
  Token* out = tokens_.data() + count_;
  const std::uint64_t letters = here.words & ~here.marks;
  std::uint64_t after = 0;
  for (std::uint64_t words = here.words & ~std::uint64_t{0} >> cut; words != 0; words &= after) {
    after = words + (words & -words);  // carries over the lowest word, to the bit behind it
    const std::uint64_t whole = words & ~after, inner = whole & letters, first = inner & -inner;
    std::uint64_t beyond_two = inner & ~(first | first << 1);
    if ((whole & here.wide) != 0) {
      const auto continuing = steady_bytes(lower_.data() + at, whole & here.wide);
      if (!continuing) {
        count_ = static_cast<std::size_t>(out - tokens_.data());
        add_wide(at + lowest(whole), at + highest(whole) + 1, options);
        out = tokens_.data() + count_;
        continue;
      }
      beyond_two = highest(inner) - lowest(inner) < 2 + *continuing ? 0 : 1;
    }
    // Without a branch, since whether a word has marks or is short cannot be foreseen.
    const std::uint64_t word = inner | (whole & -std::uint64_t{beyond_two == 0});
    Span kept{at + lowest(word), at + highest(word) + 1};
    if (short_words && beyond_two == 0 && whole != inner) kept = strip_short(kept);
    *out++ = {kept.begin, kept.end, kept.begin, kept.size()};
  }
  count_ = static_cast<std::size_t>(out - tokens_.data());
  return at + block - cut;
}

// A word of more than a block. `wide`: its first block's bits.
std::size_t VaderText::add_long(std::size_t begin, std::uint64_t wide, const Options& options) {
  std::size_t end = begin + block;
  for (bool goes_on = true; goes_on && end < text_.size();) {
    const Block next = look(end, options);
    const int run = std::countr_one(next.words);
    goes_on = run == block;
    wide |= goes_on ? next.wide : next.wide & ((std::uint64_t{1} << run) - 1);
    end += static_cast<std::size_t>(run);
  }
  end = std::min(end, text_.size());
  if (wide != 0) {
    add_wide(begin, end, options);
  } else {
    add(strip({begin, end}, options));
  }
  return end;
}

Span VaderText::strip(Span whole, const Options& options) const {
  Span word = whole;
  while (word.begin < word.end && is(mark, text_[word.begin])) ++word.begin;
  while (word.begin < word.end && is(mark, text_[word.end - 1])) --word.end;
  if (word.end - word.begin > 2) return word;
  return options.short_words ? strip_short(whole) : whole;
}

// "no," to "no"; what has no letters, like a number or an emoticon, stays as it is.
Span VaderText::strip_short(Span whole) const {
  Span word = whole;
  while (word.begin < word.end && is(plain_mark, text_[word.begin])) ++word.begin;
  while (word.begin < word.end && is(plain_mark, text_[word.end - 1])) --word.end;
  const auto is_letter = [](char c) { return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80) != 0; };
  return std::any_of(text_.data() + word.begin, text_.data() + word.end, is_letter) ? word : whole;
}

// A stretch with characters beyond ASCII: Unicode's white space cuts it, and its letters are counted.
void VaderText::add_wide(std::size_t begin, std::size_t end, const Options& options) {
  for (std::size_t at = begin; at < end;) {
    const std::size_t first = at;
    wide_word_.clear();
    std::size_t after = at, letters = 0;
    for (; at < end; after = at, ++letters) {
      const char32_t c = decode(text_, at);
      if (c < 0x80) {
        wide_word_.push_back(static_cast<char>(to_lower(c)));
        continue;
      }
      if (wide_space(c)) break;
      append_utf8(wide_word_, to_lower(c));
      if (c == 0x130) append_utf8(wide_word_, 0x307);  // Python lower-cases U+0130 to two code points
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
    const std::size_t size = wide_word_.size() - (word.begin - first) - (after - word.end);
    if (lower_.size() < low_end_ + size + WordKey::padding) lower_.resize(2 * (low_end_ + size));
    std::memcpy(lower_.data() + low_end_, wide_word_.data() + (word.begin - first), size);
    make_room();
    tokens_[count_++] = {word.begin, word.end, low_end_, size};
    low_end_ += size;
  }
}

bool VaderText::all_upper(const Token& token) const {
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

std::size_t VaderText::stress(char c) const {
  return stress_ == 0 ? 0 : static_cast<std::size_t>(std::count(text_.begin(), text_.end(), c));
}

Span VaderText::marks() const {
  const std::size_t first = text_.find_first_of("!?");
  return first == std::string_view::npos ? Span{} : source({first, text_.find_last_of("!?") + 1});
}

}  // namespace tenor
