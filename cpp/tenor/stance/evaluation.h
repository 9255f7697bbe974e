#pragma once

#include <vector>

#include "tenor/sentiment/scorer.h"
#include "tenor/stance/judgement.h"

namespace tenor {

/// What a speaker's own words evaluate, with no judging verb: "the talks were useful", "we must act", "don't
/// sign it", "there is no excuse". `said` are the ranges of words attributed to somebody.
std::vector<Judgement> find_evaluations(const Layout& layout, const std::vector<Range>& said,
                                        const Scorer* scorer);

}  // namespace tenor
