#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tenor::news {

/// What a word does to the words after it, as bits.
enum Kind : std::uint16_t {
  negates = 1,     // not
  boosts = 2,      // very
  lessens = 4,     // slightly
  reverses = 8,    // end, prevent: what they act on turns round
  refuses = 16,    // reject, oppose: the good they act on is no good
  joins = 32,      // and, or: a rule reaches over them
  turns = 64,      // but
  supposes = 128,  // if
  hedges = 256,    // may
  helps = 512,     // was, has been: what it acts on stands before it
};

/// Words of one kind, with a space between two.
struct Class {
  std::uint16_t kind;
  std::string_view words;
};
std::span<const Class> classes();

}  // namespace tenor::news
