#include "tenor/terms/term_places.h"

#include <algorithm>
#include <utility>

namespace tenor {

// A term comes before those it begins, and a space before every word character; so a term's place is behind
// that of its beginning, and between them its elder siblings, each with all those that they begin.
TermPlaces place_terms(std::span<const std::uint32_t> word_documents, std::span<const std::uint32_t> ranks,
                       const Buffer<Gram>& grams, const Buffer<std::uint32_t>& documents) {
  TermPlaces places{std::vector<std::uint32_t>(ranks.size()), Buffer<std::uint32_t>(grams.size())};
  auto& [words, sequences, next] = places;
  const auto seen = [](std::uint32_t d) { return d != 0 ? 1U : 0U; };
  // First how many terms begin with each, itself one of them where it was seen. Longer ones come later.
  std::fill_n(sequences.data(), sequences.size(), 0);
  for (std::size_t g = grams.size(); g-- > 0;) {
    const auto head = static_cast<std::uint32_t>(grams[g].pair >> 32);
    sequences[g] += seen(documents[g]);
    ((head & gram_bit) != 0 ? sequences[head & ~gram_bit] : words[ranks[head]]) += sequences[g];
  }
  for (std::size_t rank = 0; rank < words.size(); ++rank) {
    words[rank] += seen(word_documents[rank]);
    next += std::exchange(words[rank], next);
  }
  std::uint64_t last = ~std::uint64_t{0};
  for (std::uint32_t g = 0, place = 0; g < grams.size(); ++g) {
    const std::uint64_t head = grams[g].pair >> 32;
    if (head != last) {
      const std::uint32_t rank_or_gram = (head & gram_bit) != 0 ? head & ~gram_bit : ranks[head];
      place = (head & gram_bit) != 0 ? sequences[rank_or_gram] + seen(documents[rank_or_gram])
                                     : words[rank_or_gram] + seen(word_documents[rank_or_gram]);
      last = head;
    }
    place += std::exchange(sequences[g], place);
  }
  for (std::size_t g = 0; g < grams.size(); ++g)
    sequences[g] = documents[g] != 0 ? sequences[g] : WordIndex::none;
  for (std::size_t rank = 0; rank < words.size(); ++rank)
    words[rank] = word_documents[rank] != 0 ? words[rank] : WordIndex::none;
  return places;
}

}  // namespace tenor
