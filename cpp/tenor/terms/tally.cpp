#include "tenor/terms/tally.h"

#include "tenor/terms/vocabulary.h"

namespace tenor {

Tally::Tally(std::span<const std::string> stops) {
  for (const std::string& word : stops) words.insert(word);
  stop_words = words.size();
  seen_words.resize(stop_words);
}

Columns Tally::absorb(Tally& other) {
  Columns map;
  map.words.reserve(other.words.size());
  for (std::uint32_t w = 0; w < other.words.size(); ++w) {
    const std::uint32_t id = words.insert(other.words[w]);
    if (id >= seen_words.size()) seen_words.emplace_back();
    seen_words[id].documents += other.seen_words[w].documents;
    map.words.push_back(id);
  }
  const auto count = static_cast<std::uint32_t>(other.grams.size());
  map.grams.reserve(count);
  // A head's number is below its children's, so it is mapped before they are; when pairs are only fetched
  // ahead of their use it may not be yet.
  const auto pair = [&](std::uint32_t g) {
    const std::uint32_t head = other.grams.head(g), last = map.words[other.grams.last(g)];
    if ((head & gram_bit) == 0) return GramIndex::pair(map.words[head], last);
    const std::uint32_t number = head & ~gram_bit;
    return GramIndex::pair(number < map.grams.size() ? map.grams[number] : 0, last);
  };
  for (std::uint32_t g = 0; g < count; ++g) {
    if (g + 16 < count) grams.prefetch(pair(g + 16));
    if (g + 8 < count) prefetch_gram(pair(g + 8));
    const std::uint32_t term = gram(pair(g));
    seen(term).documents += other.seen_grams[g].documents;
    map.grams.push_back(term);
  }
  other = Tally();
  return map;
}

std::vector<std::uint32_t> Tally::sorted() const {
  return sorted_terms(words, grams, seen_words, {seen_grams.data(), seen_grams.size()});
}

}  // namespace tenor
