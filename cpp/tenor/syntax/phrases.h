#pragma once

#include <span>
#include <vector>

#include "tenor/syntax/tagger.h"
#include "tenor/text/reading.h"

namespace tenor {

/// A base noun phrase: words [first, end) of a sentence, without what follows its head ("of ...", "who ...").
struct Phrase {
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t head = 0;  // its last noun, or the pronoun
};

bool is_noun(Tag tag);
bool is_name(Tag tag);
bool is_verb(Tag tag);
bool is_adverb(Tag tag);

/// The base noun phrases of a sentence, in order, of its words and their tags (the chunks of Abney 1991, by
/// tags alone).
std::vector<Phrase> noun_phrases(std::span<const Span> words, std::span<const Tagged> tags);

}  // namespace tenor
