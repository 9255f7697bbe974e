#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/stance/word_classes.h"
#include "tenor/text/reading.h"

namespace tenor {

/// Closed classes of English words and marks; `open` is all the rest, which suffixes divide a little.
enum class ContextTag : std::uint8_t {
  open,
  name,
  number,
  adverb,
  past,
  gerund,
  determiner,
  preposition,
  be,
  have,
  auxiliary,
  negation,
  to,
  conjunction,
  subordinator,
  relative,
  pronoun,
  possessive,
  genitive,
  say,
  comma,
  stop,
  colon,
  quote,
  bracket,
  mark,
};
std::string_view context_tag_name(ContextTag tag);

/// FNV-1a with a final mix: the same on every machine.
std::uint64_t hash_bytes(std::string_view bytes);

struct Token {
  std::string folded;
  std::string_view stem;  // a prefix of `folded`
  std::uint64_t hash = 0, stem_hash = 0;
  std::uint32_t word = 0;  // its index in the reading's words
  ContextTag tag = ContextTag::open;
  bool capital = false, quoted = false, negated = false;
  int clause = 0;
  WordInfo info;
};

/// The words around a target: at most `reach` on each side. tokens[begin, end) are the target's own.
struct TargetContext {
  static constexpr std::size_t reach = 100;
  std::vector<Token> tokens;
  std::size_t begin = 0, end = 0;
  bool starts_sentence = false, ends_sentence = false;
  bool full_stop = false;
};

TargetContext target_context(const Reading& reading, std::size_t sentence, Span target,
                             const WordClasses& classes);

}  // namespace tenor
