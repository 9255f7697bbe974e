#pragma once

#include <string>
#include <vector>

#include "tenor/text/reading.h"

namespace tenor {

/// What the attributed words are for their holder.
enum class Kind { statement, belief, demand, denial, accusation, judgement, scare };

/// Who says (thinks, demands, denies...) what. Spans are of the whole text.
struct Attribution {
  std::size_t sentence = 0;   // index into Reading::sentences: where the cue stands
  std::vector<Span> source;   // the words that name the holder here; empty where nobody is named
  std::vector<Span> cue;      // the words that signal the attribution
  std::vector<Span> content;  // the attributed words
  std::string holder;         // the fullest name the article gives, or the source's own words
  Kind kind = Kind::statement;
  int depth = 1;  // 1 for the article's own report; 2 for a claim inside a claim
};

}  // namespace tenor
