#include "tenor/text/reading.h"

#include <algorithm>

namespace tenor {
namespace {

struct Part {
  Span span;
  Section section;
};

Reading read_parts(std::string_view text, std::vector<Part> parts, const Segmenter& segmenter) {
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.span < b.span; });
  Reading reading{text, {}, {}};
  for (std::size_t paragraph = 0; paragraph < parts.size(); ++paragraph) {
    const Span part = parts[paragraph].span;
    const std::string_view own = part.of(text);
    // Words are found a paragraph at a time, then dealt out: a sentence never ends inside a word.
    const std::vector<Span> words = segmenter.words(own);
    std::size_t next = 0;
    for (const Span& s : segmenter.sentences(own)) {
      Sentence sentence{{part.begin + s.begin, part.begin + s.end},
                        parts[paragraph].section,
                        paragraph,
                        reading.words.size(),
                        0};
      for (; next < words.size() && words[next].begin < s.end; ++next) {
        if (words[next].begin >= s.begin)
          reading.words.push_back({part.begin + words[next].begin, part.begin + words[next].end});
      }
      sentence.end_word = reading.words.size();
      reading.sentences.push_back(sentence);
    }
  }
  return reading;
}

}  // namespace

Reading read(std::string_view text, const Article& article, const Segmenter& segmenter) {
  std::vector<Part> parts;
  if (article.title) parts.push_back({*article.title, Section::title});
  for (const Span& span : article.body) parts.push_back({span, Section::body});
  for (const Span& span : article.captions) parts.push_back({span, Section::caption});
  return read_parts(text, std::move(parts), segmenter);
}

Reading read(std::string_view text, const Segmenter& segmenter) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find("\n\n", at);
    if (end == std::string_view::npos) end = text.size();
    if (end > at) parts.push_back({{at, end}, Section::body});
    at = end + 2;
  }
  return read_parts(text, std::move(parts), segmenter);
}

}  // namespace tenor
