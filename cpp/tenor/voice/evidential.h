#pragma once

#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// Is the word a verb of impression: "seems", "appeared"?
bool is_impression(const Layout& layout, std::size_t word);

/// Adds what is hearsay or an impression, of nobody named: "reportedly", "seems to". The first `verbs`
/// findings are the sentence's verbs.
void add_evidentials(const Layout& layout, std::size_t verbs, std::vector<Finding>& found);

}  // namespace tenor
