#pragma once

#include <vector>

#include "tenor/stance/judgement.h"

namespace tenor {

/// Judgements by nouns and adjectives with what their preposition or infinitive introduces: "support for the
/// plan", "critical of it", "unwilling to sign", "in favour of talks", "a supporter of democracy".
std::vector<Judgement> find_governed(const Layout& layout);

/// Does the phrase that begins here have a judging noun for its head, with what it judges?
bool is_governed_at(const Layout& layout, std::size_t word);

}  // namespace tenor
