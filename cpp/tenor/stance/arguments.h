#pragma once

#include <vector>

#include "tenor/stance/view_holder.h"
#include "tenor/voice/layout.h"

namespace tenor {

/// What a relative pronoun stands for where no tree says it: the phrase before it; nothing for a word that
/// asks.
Range antecedent(const Layout& layout, std::size_t pronoun);

/// Who does what the verb says: its subject, the subject of the verb above it ("refused to sign"), or the one
/// accused of it; else that of the nearest earlier verb. Empty where nobody is named.
Range agent_of(const Layout& layout, std::size_t verb);

/// The noun phrase that begins at a word, or after an opening quotation mark or adverbs; a clause ("meeting
/// him", "what they did") will do too. Never past `end`; empty where there is none.
Range object_at(const Layout& layout, std::size_t at, std::size_t end);

/// The noun phrases that "and", "or" or commas join, each of them whole: "the ban and the fines".
std::vector<Range> conjuncts(const Layout& layout, Range phrase);

/// Where the clause that runs at a word ends: at a comma, colon or quotation mark, "but" or "because".
std::size_t stretch_end(const Layout& layout, std::size_t at, std::size_t end);

/// "not", "never", "don't" between two words.
bool has_negation(const Layout& layout, Range range);

/// Is what the verb says denied: "did not sign", "refused to sign", "no member signed"?
bool is_denied(const Layout& layout, std::size_t verb);

/// Is the verb passive: a participle with a form of "be", or alone and without an object?
bool is_passive_verb(const Layout& layout, std::size_t verb);

}  // namespace tenor
