#pragma once

#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// Adds the attributions whose cue is no verb: nouns ("his claim that ...", "criticism of the plan by ..."),
/// adjectives ("is confident that ..."), adverbs ("reportedly") and phrases ("in her view"). `found` holds
/// the sentence's verbs and "according to"; what they already take is not taken twice.
void add_nominals(const Layout& layout, std::vector<Finding>& found);

}  // namespace tenor
