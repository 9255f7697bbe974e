#pragma once

#include <string_view>

namespace tenor {

/// What can change the valence of a word, as bits.
enum Rule : unsigned {
  negation = 1,       // "not good"
  intensifier = 2,    // "very good"
  diminisher = 4,     // "slightly good"
  contrast = 8,       // "good but costly"
  capitals = 16,      // "GOOD"
  idiom = 32,         // "the bomb"
  emphasis = 64,      // "good!!"
  conditional = 128,  // "if it were good"
  hedge = 256,        // "may be good"
  reversal = 512,     // "ended the war"
  rules_end = 1024,
};

/// "negation+contrast" for negation | contrast; lives as long as the program.
std::string_view rule_names(unsigned rules);

}  // namespace tenor
