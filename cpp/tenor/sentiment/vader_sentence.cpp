#include "tenor/sentiment/vader_sentence.h"

#include <algorithm>

namespace tenor {

void VaderSentence::read(std::string_view sentence, const VaderWords& words, const EmojiTable& emoji,
                         const VaderText::Options& options) {
  text_.read(sentence, emoji, options);
  words_ = &words;
  hits.clear();
  capitals_differ_.reset();
  const auto tokens = text_.tokens();
  if (numbers_.size() < tokens.size()) {
    numbers_.resize(2 * tokens.size());
    acting_.resize(2 * tokens.size());
  }
  std::size_t count = 0;
  std::uint32_t i = 0;
  for (const VaderText::Token& token : tokens) {
    numbers_[i] = unread;
    acting_[count] = i++;
    count += words.may_act(WordKey::padded(text_.lower(token))) ? 1 : 0;
  }
  count_ = 0;
  for (std::size_t k = 0; k < count; ++k) {
    const std::uint32_t at = acting_[k];
    numbers_[at] = words.find(lower(at));
    acting_[count_] = at;
    count_ += VaderWords::acts(words[numbers_[at]]) ? 1 : 0;
  }
}

bool VaderSentence::capitals_differ() {
  if (!capitals_differ_) {
    const auto is_upper = [&](const auto& token) { return text_.is_upper(token); };
    capitals_differ_ = !std::ranges::all_of(text_.tokens(), is_upper);
  }
  return *capitals_differ_;
}

}  // namespace tenor
