#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "tenor/sentiment/vader_text.h"
#include "tenor/sentiment/vader_words.h"

namespace tenor {

/// A sentence as VADER's rules see it: its words, and what was found to count. Words are looked up when a
/// rule asks for them, since most are near none that acts. Kept between sentences to keep its memory.
class VaderSentence {
 public:
  /// A word or phrase with a valence.
  struct Hit {
    std::size_t token;
    std::size_t last;  // the last token it covers
    double valence;
    unsigned rules;
  };

  void read(std::string_view sentence, const VaderWords& words, const EmojiTable& emoji,
            const VaderText::Options& options);

  [[nodiscard]] const VaderText& text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return text_.tokens().size(); }
  /// The tokens that rules begin at, in order.
  [[nodiscard]] std::span<const std::uint32_t> acting() const { return {acting_.data(), count_}; }

  [[nodiscard]] std::uint32_t number(std::size_t token) {
    if (numbers_[token] == unread) numbers_[token] = words_->find(lower(token));
    return numbers_[token];
  }
  [[nodiscard]] const VaderWords::Word& word(std::size_t token) { return (*words_)[number(token)]; }
  /// VaderWords::other for an unknown word, and for what is no token.
  [[nodiscard]] unsigned name(std::size_t token) {
    return token < size() ? word(token).name : VaderWords::other;
  }
  /// False where none of the three words before a token changes it.
  [[nodiscard]] bool may_be_changed(std::size_t token) const {
    bool out = false;
    for (std::size_t back = 1; back <= std::min<std::size_t>(token, 3); ++back)
      out |= words_->may_change(WordKey::padded(lower(token - back)));
    return out;
  }
  [[nodiscard]] std::string_view lower(std::size_t token) const { return text_.lower(text_.tokens()[token]); }
  /// The longest phrase that begins at a token.
  [[nodiscard]] std::optional<VaderWords::Phrase> phrase(std::size_t token) {
    const VaderWords::Word& first = word(token);
    if (first.phrases == 0) return std::nullopt;
    return words_->phrase(first, [&](std::size_t k) { return token + k < size() ? number(token + k) : 0; });
  }
  /// Whether a word is in capitals while others are not.
  [[nodiscard]] bool emphasised(std::size_t token) {
    return text_.is_upper(text_.tokens()[token]) && capitals_differ();
  }

  std::vector<Hit> hits;  // valences other than 0

 private:
  bool capitals_differ();

  static constexpr std::uint32_t unread = ~std::uint32_t{0};

  VaderText text_;
  const VaderWords* words_ = nullptr;
  std::vector<std::uint32_t> numbers_;   // of the tokens; room that only grows
  std::vector<std::uint32_t> acting_;    // as long
  std::size_t count_ = 0;                // of acting_
  std::optional<bool> capitals_differ_;  // once asked for
};

}  // namespace tenor
