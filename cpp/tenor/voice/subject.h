#pragma once

#include <optional>

#include "tenor/voice/grammar.h"
#include "tenor/voice/layout.h"

namespace tenor {

/// The whole subject of a verb, with what hangs on it and what stands in apposition: "Scott Morris, a former
/// official who works in Ohio,". A relative pronoun is returned as it is. None where the verb has no subject
/// of its own.
std::optional<Range> subject_of(const Layout& layout, std::size_t verb);

/// The noun phrase that begins at a word and names who speaks, with what hangs on it, an age and what stands
/// in apposition: "Gloria Garcia, 34, a nurse from Brownsville, Texas".
std::optional<Range> speaker_from(const Layout& layout, std::size_t first);

/// Where the words up to the next comma or stop end, from one of them on.
std::size_t run_end(const Layout& layout, std::size_t word);

/// The subject of the clause that a participle or a conjoined verb belongs to: the nearest earlier finite
/// verb's, one of the same form first where `conjoined`.
std::optional<Shared> shared_subject(const Layout& layout, std::size_t verb, bool conjoined);
/// Do two verbs stand in the same tense, so that "and" may join them?
bool same_form(const Layout& layout, std::size_t a, std::size_t b);

}  // namespace tenor
