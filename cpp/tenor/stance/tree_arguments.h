#pragma once

#include <vector>

#include "tenor/voice/layout.h"

namespace tenor {

/// A noun phrase by the tree: its head with what stands before it and the phrases that hang on it; no
/// relative clause, nothing in apposition, nothing joined to it.
Range phrase_of(const Layout& layout, std::size_t head);

/// The noun that a phrase is about and those joined to it: "the union" and "its leaders". Each a phrase_of;
/// the phrase itself where nothing is joined to it.
std::vector<Range> joined_phrases(const Layout& layout, Range phrase);

struct TreeAgent {
  std::size_t head = Arcs::none;  // of the phrase; none where nobody is found
  bool direct = false;            // the verb's own subject
};
/// Who does what a verb says, by the tree: its subject; what its relative pronoun stands for; the agent of a
/// passive; the subject of the verb it is joined to or goes with, or whoever that verb asks or accuses; the
/// noun that a participle describes.
TreeAgent agent_by_tree(const Layout& layout, std::size_t verb);

/// What a verb is done to, by the tree: its object, the subject of a passive, or what the relative pronoun
/// stands for that is one of these. The head of the phrase; Arcs::none where there is nothing.
std::size_t object_by_tree(const Layout& layout, std::size_t verb);

}  // namespace tenor
