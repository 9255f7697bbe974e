#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tenor/terms/buffer.h"
#include "tenor/terms/tally.h"
#include "tenor/terms/words.h"

namespace tenor {

/// The terms of several tallies as those of one.
struct Merged {
  WordIndex words;
  std::size_t stop_words = 0;
  Buffer<Gram> grams;                    // by their length, then by their text
  std::vector<std::uint32_t> terms;      // those that stood in a document, in the order of their code points
  std::vector<std::uint32_t> documents;  // in how many each of these stood
  std::vector<Columns> columns;  // of each tally: the place among `terms` of its terms, or WordIndex::none
};

/// Merges tallies, on as many threads, and leaves them empty.
Merged merge(std::vector<Tally> tallies);

}  // namespace tenor
