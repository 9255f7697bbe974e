#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "tenor/terms/buffer.h"
#include "tenor/terms/grams.h"

namespace tenor {

/// Where each term stands among all those that stood in a document, in the order of their texts' code points;
/// or WordIndex::none.
struct TermPlaces {
  std::vector<std::uint32_t> words;  // by rank
  Buffer<std::uint32_t> grams;
  std::uint32_t count = 0;
};

/// `word_documents`: in how many documents each word stood, by rank; `ranks`: each word's; `documents`: the
/// same of `grams`, which are ordered by length and then by text.
TermPlaces place_terms(std::span<const std::uint32_t> word_documents, std::span<const std::uint32_t> ranks,
                       const Buffer<Gram>& grams, const Buffer<std::uint32_t>& documents);

}  // namespace tenor
