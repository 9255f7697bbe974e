#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenor {

struct KeyTerm {
  std::string text;  // as the article writes it
  double score = 0;
};

/// English function words, and the words of reporting and of the calendar that mark no article.
std::span<const std::string_view> english_stop_words();

/// The terms that mark an article, best first: words and phrases by TF-IDF over its sentences,
///   score = count * (log((1 + sentences) / (1 + sentences with it)) + 1) * (1 + (words - 1) / 2),
/// idf being the mean of the words' own. A phrase holds no mark and neither begins nor ends with a stop word
/// or a number; it is a name (capitalised throughout) or stands there twice. A surname counts for the full
/// name where only one is given. A term most of whose words are in a better one is left out.
std::vector<KeyTerm> keyterms(std::span<const std::string> sentences, std::size_t n,
                              std::span<const std::string> stop_words);

}  // namespace tenor
