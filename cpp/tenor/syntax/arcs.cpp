#include "tenor/syntax/arcs.h"

#include <algorithm>

namespace tenor {

Arcs::Arcs(std::span<const Dependent> words) {
  nodes_.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i)
    nodes_.push_back(
        {words[i].is_root() ? none : words[i].head, {i, i + 1}, words[i].upos, words[i].relation});
  // Whatever covers a word is covered by all above it, so a climb may stop at the first that does.
  for (std::size_t i = 0; i < size(); ++i)
    for (std::size_t at = head(i); at != none && !nodes_[at].subtree.contains(i); at = head(at)) {
      Range& above = nodes_[at].subtree;
      above = {std::min(above.first, i), std::max(above.end, i + 1)};
    }
}

std::optional<std::size_t> Arcs::child(std::size_t head, Relation relation, std::size_t from) const {
  const Range within = subtree(head);
  for (std::size_t i = std::max(from, within.first); i < within.end && i < size(); ++i)
    if (nodes_[i].head == head &&
        (nodes_[i].relation == relation || universal(nodes_[i].relation) == relation))
      return i;
  return std::nullopt;
}

bool Arcs::is_under(std::size_t word, std::size_t above) const {
  for (std::size_t at = head(word); at != none; at = head(at))
    if (at == above) return true;
  return false;
}

std::vector<Arcs> parse_sentences(const Parser& parser, const Reading& reading,
                                  const std::vector<std::size_t>& sentences) {
  std::vector<Arcs> out;
  out.reserve(sentences.size());
  // Some at a time, so that the memory of a long text's trees is only that of its arcs.
  for (std::size_t next = 0; next < sentences.size();) {
    Reading part{reading.text, {}, {}};
    for (; next < sentences.size() && part.sentences.size() < 64; ++next) {
      Sentence s = reading.sentences[sentences[next]];
      const auto words = std::span(reading.words).subspan(s.first_word, s.end_word - s.first_word);
      s.first_word = part.words.size();
      part.words.insert(part.words.end(), words.begin(), words.end());
      s.end_word = part.words.size();
      part.sentences.push_back(s);
    }
    const std::vector<Dependent> words = parser.parse_words(part);
    for (const Sentence& s : part.sentences)
      out.emplace_back(std::span(words).subspan(s.first_word, s.end_word - s.first_word));
  }
  return out;
}

}  // namespace tenor
