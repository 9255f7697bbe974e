#pragma once

#include <array>
#include <string>
#include <vector>

#include "tenor/text/reading.h"
#include "tenor/voice/attribution.h"

namespace tenor {

/// Whether a holder is favourable, unfavourable or neutral to a target, as one sentence conveys it.
struct Stance {
  std::size_t sentence = 0;             // index into Reading::sentences
  std::string holder;                   // "outlet" for the article's own voice
  std::string target;                   // the name the user gave the target, or the words of the text
  Span mention;                         // the target's words in the text
  int label = 0;                        // -1, 0, 1
  std::array<double, 3> probability{};  // unfavourable, neutral, favourable
  int depth = 0;                        // of the claim that conveys it; 0 in the article's own voice
};

/// A target the user lists: a name and the words that mention it.
struct TargetList {
  std::string name;
  std::vector<std::string> aliases;
};

}  // namespace tenor
