#include "tenor/terms/parts.h"

namespace tenor {

std::vector<std::size_t> split(std::span<const Document> documents, std::size_t parts) {
  constexpr std::size_t overhead = 64;  // what an empty document costs, in bytes
  std::size_t total = 0, sum = 0;
  for (const Document& document : documents) total += document.bytes() + overhead;
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    sum += documents[i].bytes() + overhead;
    while (ends.size() + 1 < parts && sum * parts >= total * (ends.size() + 1)) ends.push_back(i + 1);
  }
  ends.resize(parts, documents.size());
  return ends;
}

}  // namespace tenor
