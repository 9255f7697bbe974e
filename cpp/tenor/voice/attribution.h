#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/reading.h"
#include "tenor/voice/layout.h"

namespace tenor {

/// What the attributed words are for their holder.
enum class Kind { statement, belief, demand, denial, accusation, judgement };

std::string_view name(Kind kind);

/// The rule of "seems to": an impression that nobody else is said to have, so it stays in the writer's voice.
inline constexpr std::string_view seeming = "seeming";

/// Who says (thinks, demands, denies...) what. Spans are of the whole text.
struct Attribution {
  std::size_t sentence = 0;  // index into Reading::sentences: where the cue stands
  std::vector<Span> source;  // the words that name the holder here; empty where nobody is named
  std::vector<Span> cue;     // the words that signal the attribution; empty for a quotation that stands alone
  std::vector<Span> content;  // the attributed words, over several sentences where a quotation runs on
  std::string
      holder;  // the fullest name the article gives, or the source's own words; several joined by "; "
  Kind kind = Kind::statement;
  std::string_view rule;  // the rule that found it, in words
  int depth = 1;          // 1 for the article's own report; 2 for a claim inside a claim
};

/// Finds the attributions of a text, in the order of their cues. No model but the tags: rules on cue verbs
/// and their frames, subjects and quotation marks. The terms are those of PARC (Pareti 2016) and PolNeAR
/// (Newell, Margolin and Ruths 2018).
std::vector<Attribution> attributions(const Reading& reading, const std::vector<Layout>& layouts,
                                      const std::vector<Quotation>& quotations);

}  // namespace tenor
