#pragma once

#include <vector>

#include "tenor/stance/judgement.h"

namespace tenor {

/// Judgements by verbs and acts with their subjects and objects: "rejected the plan", "voted against it",
/// "called it a mistake", "urged him to resign".
std::vector<Judgement> find_judging_verbs(const Layout& layout, const Scorer* scorer);

}  // namespace tenor
