#include "tenor/syntax/parser.h"

#include <algorithm>
#include <limits>

#include "tenor/syntax/units.h"

namespace tenor {
namespace {

// Steps from each word to the root of a tree whose heads are counted from 1.
std::vector<std::uint32_t> depths(const std::vector<std::uint32_t>& heads) {
  std::vector<std::uint32_t> out(heads.size(), 0), way;
  for (std::size_t start = 0; start < heads.size(); ++start) {
    auto at = static_cast<std::uint32_t>(start);
    for (way.clear(); out[at] == 0; at = heads[at] - 1) {
      way.push_back(at);
      if (heads[at] == 0) break;
    }
    std::uint32_t depth = out[at];
    for (; !way.empty(); way.pop_back()) out[way.back()] = ++depth;
  }
  return out;
}

}  // namespace

SentenceTree Parser::parse_stretches(const std::vector<std::string_view>& words,
                                     Network::Workspace& work) const {
  if (words.size() <= longest) return network_.parse(words, work);
  SentenceTree out;
  std::uint32_t root = 0;
  for (std::size_t first = 0; first < words.size();) {
    // A stretch ends after a mark between clauses where its second half has one.
    std::size_t end = std::min(words.size(), first + longest);
    if (end < words.size()) {
      for (std::size_t at = end; at > first + longest / 2; --at) {
        if (words[at - 1] == ";" || words[at - 1] == "," || words[at - 1] == ":" || words[at - 1] == ".") {
          end = at;
          break;
        }
      }
    }
    const SentenceTree part = network_.parse({words.begin() + static_cast<std::ptrdiff_t>(first),
                                              words.begin() + static_cast<std::ptrdiff_t>(end)},
                                             work);
    for (std::size_t i = 0; i < part.heads.size(); ++i) {
      const bool is_root = part.heads[i] == 0;
      out.upos.push_back(part.upos[i]);
      out.heads.push_back(is_root ? root : part.heads[i] + static_cast<std::uint32_t>(first));
      out.relations.push_back(is_root && first > 0 ? Relation::parataxis : part.relations[i]);
      if (is_root && first == 0) root = static_cast<std::uint32_t>(i + 1);
    }
    first = end;
  }
  return out;
}

SentenceTree Parser::parse_sentence(const std::vector<std::string_view>& words) const {
  Network::Workspace work;
  return parse_stretches(words, work);
}

Parse Parser::parse(const Reading& reading) const {
  Parse out;
  Network::Workspace work;
  std::vector<Span> spans;
  std::vector<std::string_view> words;
  for (const Sentence& sentence : reading.sentences) {
    spans.clear();
    words.clear();
    for (std::size_t i = sentence.first_word; i < sentence.end_word; ++i)
      append_units(reading.text, reading.words[i], spans);
    for (const Span& span : spans) words.push_back(reading.of(span));
    const SentenceTree tree = parse_stretches(words, work);
    for (std::size_t i = 0; i < spans.size(); ++i)
      out.words.push_back({spans[i], tree.upos[i], tree.relations[i],
                           tree.heads[i] == 0 ? Dependent::none : tree.heads[i] - 1});
    out.starts.push_back(out.words.size());
  }
  return out;
}

std::vector<Dependent> Parser::parse_words(const Reading& reading) const {
  const Parse parse = this->parse(reading);
  std::vector<Dependent> out(reading.words.size());
  std::vector<std::uint32_t> heads, owner;
  for (std::size_t s = 0; s < reading.sentences.size(); ++s) {
    const Sentence& sentence = reading.sentences[s];
    const Dependent* parts = parse.words.data() + parse.starts[s];
    const std::size_t count = parse.starts[s + 1] - parse.starts[s];
    heads.clear();
    owner.clear();
    // A word that another's part took in ("!!" is one part of two words) hangs on that word as a mark.
    for (std::size_t w = sentence.first_word; w < sentence.end_word; ++w)
      out[w] = {reading.words[w], Upos::PUNCT, Relation::punct,
                static_cast<std::uint32_t>(w - sentence.first_word) - 1};
    std::size_t word = sentence.first_word;
    for (std::size_t i = 0; i < count; ++i) {
      while (parts[i].span.begin >= reading.words[word].end) ++word;
      owner.push_back(static_cast<std::uint32_t>(word - sentence.first_word));
      heads.push_back(parts[i].is_root() ? 0 : parts[i].head + 1);
    }
    // The part nearest the root stands for its word: then heads of words lead to the root too.
    const std::vector<std::uint32_t> depth = depths(heads);
    for (std::size_t i = 0; i < count;) {
      std::size_t top = i, next = i + 1;
      for (; next < count && owner[next] == owner[i]; ++next)
        if (depth[next] < depth[top]) top = next;
      Dependent& made = out[sentence.first_word + owner[i]];
      made = parts[top];
      made.span = reading.words[sentence.first_word + owner[i]];
      if (!made.is_root()) made.head = owner[made.head];
      i = next;
    }
  }
  return out;
}

}  // namespace tenor
