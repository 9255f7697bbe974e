#pragma once

#include <string_view>

#include "tenor/voice/layout.h"

namespace tenor {

/// "would support", "could say": what may be said has not been, but for "would like to".
bool is_hypothetical(const Layout& layout, std::size_t verb);
/// "has said", not "has been said".
bool is_perfect(const Layout& layout, std::size_t verb);
/// "went on to attack", "continued to defend": an infinitive of what was done, and not only wanted; by the
/// Does the word lead over to the verb that says what is done or tried: "went on to", "tried to"?
bool carries_on(std::string_view word);
/// tree.
bool is_carried_on(const Layout& layout, std::size_t verb);

}  // namespace tenor
