#include "tenor/terms/tally.h"

namespace tenor {

Tally::Tally(std::span<const std::string> stops) {
  for (const std::string& word : stops) words.insert(word);
  stop_words = words.size();
  seen_words.resize(stop_words);
}

}  // namespace tenor
