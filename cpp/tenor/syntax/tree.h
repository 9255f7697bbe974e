#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tenor {

/// Heads are counted from 1; 0 is the root. True where exactly one word hangs on the root and every word on
/// it in the end.
bool is_tree(const std::vector<std::uint32_t>& heads);

/// The best tree with one root for scores[i * (n + 1) + h], head h of word i (0-based): the maximum spanning
/// arborescence (Chu and Liu 1965, Edmonds 1967). Each word's best head where these make a tree.
/// Ties go to the smaller head. Time is at most cubic in n.
std::vector<std::uint32_t> best_tree(const std::vector<float>& scores, std::size_t n);

}  // namespace tenor
