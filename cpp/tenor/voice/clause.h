#pragma once

#include <array>
#include <string_view>

#include "tenor/text/listed.h"
#include "tenor/voice/layout.h"

namespace tenor {

/// "whether", "if", or a word in wh- that may open an indirect question.
bool is_question_word(const Layout& layout, std::size_t word);
/// The first word of a quotation: its opening mark.
bool starts_quotation(const Layout& layout, std::size_t word);
/// "he", "she", "they", "we", "I", "it": a subject, whatever stands before it.
bool is_nominative(std::string_view word);  // "he'll" too
/// A word that counts or points and stands for a noun: "many believe", "both think".
bool stands_for_noun(const Layout& layout, std::size_t word);
/// A verb written together with the word before it: "he'll", "they're", "Smith's" for "Smith is".
bool has_clitic_verb(const Layout& layout, std::size_t word);
/// A relative pronoun: "who", "which".
inline bool is_relative(Tag tag) {
  return tag == Tag::WP || tag == Tag::WDT;
}
/// A preposition that hangs a phrase on the noun before it: "of", "from".
bool hangs_on_noun(const Layout& layout, std::size_t word);
/// A conjunction that opens a subordinate clause: "because", "while", "that".
bool is_subordinator(const Layout& layout, std::size_t word);
bool has_finite(const Layout& layout, Range range);
/// The end of a sentence without its full stop.
std::size_t sentence_end(const Layout& layout);
/// Does a noun phrase with a verb of its own, or "there", begin here: a clause without "that"?
bool begins_clause(const Layout& layout, std::size_t at, std::size_t end);
/// Past adjuncts that stand between a verb of saying and its content: "on Wednesday", "in an interview with
/// the BBC".
std::size_t skip_adjuncts(const Layout& layout, std::size_t at, std::size_t end);
/// Where a phrase's content ends: where another clause begins: ", saying ...", ", but ...".
std::size_t clause_end(const Layout& layout, std::size_t from, std::size_t end);

}  // namespace tenor
