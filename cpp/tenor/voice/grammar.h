#pragma once

#include <optional>

#include "tenor/voice/layout.h"

namespace tenor {

/// A noun phrase by the tree: all that hangs on its head without a relative clause that only adds, and
/// without marks at its ends; `within` bounds it.
Range noun_phrase(const Layout& layout, std::size_t head, Range within);

/// The subject of a verb by the tree, before it; none where it has none there.
std::optional<Range> subject_by_arcs(const Layout& layout, std::size_t verb);

struct Shared {
  std::size_t verb = 0;  // the verb, or the noun, whose subject it is
  Range subject;
};
/// Whose words or acts are a verb's that has no subject of its own, by the tree: the subject of the verb it
/// is joined to, that it complements ("refused to say") or goes with ("left, saying ..."); the object where
/// that verb is said to somebody ("asked him to say"); the noun it modifies.
std::optional<Shared> shared_by_arcs(const Layout& layout, std::size_t verb);

/// Who says it: the verb's subject before it, after it where the verb stands first, or one that it shares.
Range speaker_by_arcs(const Layout& layout, std::size_t verb);

/// Where the words that a verb governs end, from a place after it on: before what is joined to it ("and
/// called"), what only says when or why ("after he had left"), and what is none of its own.
std::size_t governed_end(const Layout& layout, std::size_t verb, Range within);

/// The same for a verb's object, which has done with it where it is only said when or where, or more of it:
/// "endorsed Lima at a rally", "praised the plan, which ...".
std::size_t object_end(const Layout& layout, std::size_t verb, Range within);

/// A range without the marks at its ends; of quotation marks none is lost.
Range without_marks(const Layout& layout, Range range);

}  // namespace tenor
