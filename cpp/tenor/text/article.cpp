#include "tenor/text/article.h"

namespace tenor {

Article clean(std::string_view text) {
  Article article;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    if (end > at) article.body.push_back({at, end});
    at = end + 1;
  }
  return article;
}

}  // namespace tenor
