#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tenor/stance/gated.h"

namespace tenor {

/// A sentence for itself as a reading: one sentence, whatever marks it holds.
Reading read_sentence(std::string_view sentence, const Segmenter& segmenter);

/// One target in each sentence, from code point `starts[i]` to `ends[i]`. Throws `Error`, naming the row,
/// where the lengths differ or a target is not in its sentence.
std::vector<Probabilities> target_polarities(const TargetModel& model,
                                             const std::vector<std::string_view>& sentences,
                                             const std::vector<std::ptrdiff_t>& starts,
                                             const std::vector<std::ptrdiff_t>& ends);

TargetReasons explain_target(const TargetModel& model, std::string_view sentence, std::ptrdiff_t start,
                             std::ptrdiff_t end);

}  // namespace tenor
