#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/syntax/arcs.h"
#include "tenor/syntax/phrases.h"
#include "tenor/voice/quotation.h"

namespace tenor {

struct Cue;

/// A name in a sentence, and what its titles and given name tell of it.
struct FoundName {
  static constexpr std::size_t no_role = static_cast<std::size_t>(-1);
  Range range;                 // the name alone, without titles
  std::size_t role = no_role;  // the word that says what the person is: "president", "aide"
  int gender = 0;              // -1 female, 1 male, 0 unknown
  bool person = false;
  bool place = false;
};

/// A longer sentence is no reporting, and its grammar is not read: so the time grows with the text and not
/// with its square.
constexpr std::size_t longest_read = 600;

/// One sentence laid out for the rules of voice and stance: words, tags, phrases, quotations, and who does
/// what. Words are counted from the sentence's first.
class Layout {
 public:
  Layout(const Reading& reading, const std::vector<Tagged>& tags, std::size_t sentence,
         const std::vector<Quotation>& quotations);

  [[nodiscard]] std::size_t size() const { return tags_.size(); }
  [[nodiscard]] std::size_t sentence() const { return sentence_; }
  /// The word folded for look-up; empty beyond the sentence.
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < size() ? std::string_view(folded_).substr(begins_[i], begins_[i + 1] - begins_[i])
                      : std::string_view();
  }
  /// The cues that the word can be, best first; null where it is none.
  [[nodiscard]] const std::vector<const Cue*>* cues(std::size_t i) const {
    return i < size() ? cues_[i] : nullptr;
  }
  [[nodiscard]] Tag tag(std::size_t i) const { return i < size() ? tags_[i].tag : Tag::edge; }
  [[nodiscard]] bool possessive(std::size_t i) const { return i < size() && tags_[i].possessive(); }
  /// The quotation the word lies in, as an index into the text's quotations, or -1.
  [[nodiscard]] int quotation(std::size_t i) const { return i < size() ? quotation_[i] : -1; }
  [[nodiscard]] Span span(Range range) const;
  [[nodiscard]] std::string_view text(Range range) const { return reading_->of(span(range)); }
  [[nodiscard]] const std::vector<Phrase>& phrases() const { return phrases_; }
  [[nodiscard]] const std::vector<FoundName>& names() const { return names_; }
  /// The sentence's tree; empty where it was not parsed.
  [[nodiscard]] const Arcs& arcs() const { return arcs_; }
  /// Takes the sentence's tree, and corrects the tags and phrases by it.
  void set_arcs(Arcs arcs);
  [[nodiscard]] const Phrase* phrase_at(std::size_t i) const;
  [[nodiscard]] const Phrase* phrase_ending(std::size_t end) const;

  [[nodiscard]] bool is_auxiliary(std::size_t i) const;
  [[nodiscard]] bool is_finite(std::size_t i) const;
  [[nodiscard]] bool is_passive(std::size_t verb) const;
  [[nodiscard]] bool is_negated(std::size_t verb) const;
  [[nodiscard]] bool is_boundary(std::size_t before) const;  // may a clause begin at this word?
  [[nodiscard]] bool is_time(Range range) const;             // "Wednesday", "last week"

  /// First word of the verb's group: "has also called" for "called".
  [[nodiscard]] std::size_t group_start(std::size_t verb) const;
  /// A noun phrase that begins at a word, with the phrases that hang on it ("of ...", a name in apposition).
  [[nodiscard]] std::optional<Range> phrase_from(std::size_t first, bool with_apposition) const;

 private:
  [[nodiscard]] bool is(std::size_t i, std::uint8_t kind) const { return i < size() && (kinds_[i] & kind); }

  void find_phrases();

  const Reading* reading_;
  std::size_t sentence_;
  std::size_t offset_;
  std::string folded_;
  std::vector<std::uint32_t> begins_;  // of each word in folded_, and its end
  std::vector<std::uint8_t> kinds_;    // what the word lists of layout.cpp say of each word
  std::vector<const std::vector<const Cue*>*> cues_;
  std::vector<Tagged> tags_;
  std::vector<int> quotation_;
  std::vector<Phrase> phrases_;
  std::vector<FoundName> names_;
  Arcs arcs_;
};

/// Which sentences are parsed: those in which the rules of voice can find something, or all.
enum class Parsed { reporting, all };

/// Every sentence of a text, laid out once for all the rules that read it; without a parser none has arcs.
std::vector<Layout> lay_out(const Reading& reading, const std::vector<Tagged>& tags,
                            const std::vector<Quotation>& quotations, const Parser* parser,
                            Parsed parsed = Parsed::reporting);

}  // namespace tenor
