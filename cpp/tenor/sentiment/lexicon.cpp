#include "tenor/sentiment/lexicon.h"

#include <algorithm>
#include <cmath>

#include "tenor/error.h"
#include "tenor/text/unicode.h"

namespace tenor {

Lexicon::Lexicon(const Entries& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    std::string term = fold(entries[i].first);
    const double valence = entries[i].second;
    const auto refuse = [&](const std::string& why) {
      throw Error("lexicon entry " + std::to_string(i) + " ('" + entries[i].first + "'): " + why);
    };
    if (!std::isfinite(valence)) refuse("the valence must be a finite number");
    const bool begins = term.size() > 1 && term.back() == '*';
    if (begins) term.pop_back();
    if (term.empty()) refuse("the term is empty; remove the entry");
    const std::uint32_t number = terms_.insert(begins ? term + '*' : term);
    if (number > valences_.size()) valences_.resize(number);
    valences_[number - 1] = valence;
    if (begins) lengths_.push_back(term.size());
    if (const std::size_t space = term.find(' '); space != std::string::npos) {
      const std::uint32_t head = heads_.insert(std::string_view(term).substr(0, space));
      if (head > most_.size()) most_.resize(head);
      const auto words = static_cast<std::size_t>(std::count(term.begin(), term.end(), ' ')) + 1;
      most_[head - 1] = std::max(most_[head - 1], words);
    }
  }
  std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
  lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
}

const double* Lexicon::find(std::string_view folded) const {
  if (const std::uint32_t number = terms_.find(folded)) return &valences_[number - 1];
  std::string beginning;
  for (const std::size_t length : lengths_) {
    if (length > folded.size()) continue;
    beginning.assign(folded.substr(0, length)).push_back('*');
    if (const std::uint32_t number = terms_.find(beginning)) return &valences_[number - 1];
  }
  return nullptr;
}

std::optional<double> Lexicon::valence(std::string_view folded) const {
  if (const double* known = find(folded)) return *known;
  if (folded.size() > 2 && folded.ends_with("'s"))
    if (const double* known = find(folded.substr(0, folded.size() - 2))) return *known;
  return std::nullopt;
}

std::optional<Lexicon::Match> Lexicon::match(const std::vector<std::string_view>& folded,
                                             std::size_t at) const {
  if (const std::uint32_t head = heads_.find(folded[at])) {
    std::size_t words = std::min(most_[head - 1], folded.size() - at);
    std::string phrase(folded[at]);
    std::vector<std::size_t> ends(1, phrase.size());
    for (std::size_t i = 1; i < words; ++i)
      ends.push_back(phrase.append(1, ' ').append(folded[at + i]).size());
    for (; words > 1; --words)
      if (const double* known = find(std::string_view(phrase).substr(0, ends[words - 1])))
        return Match{*known, words};
  }
  if (const auto known = valence(folded[at])) return Match{*known, 1};
  return std::nullopt;
}

}  // namespace tenor
