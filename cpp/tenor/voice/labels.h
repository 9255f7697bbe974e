#pragma once

#include <optional>
#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// Adds the attributions of a sentence that marks alone signal: "PENCE: Well, look", "Ana Lima: The bridge
/// must stay", "'Trump is right' - Ana Lima".
void add_labels(const Layout& layout, std::vector<Finding>& found);

/// The attribution whose cue is a preposition, or a noun after it, that begins at a word: "according to the
/// police", "in a new poll, ...", "in her words".
std::optional<Finding> source_phrase(const Layout& layout, std::size_t at);

}  // namespace tenor
