#pragma once

#include <vector>

#include "tenor/scaling/sparse.h"

namespace tenor {

/// Documents' places on the first axis of correspondence analysis: the leading left singular vector of
///   S - a b',  S = D_r^-1/2 (Y / n) D_c^-1/2,  a = sqrt(r / n),  b = sqrt(c / n),
/// over a; r, c and n are the sums of rows, of columns and of all. Its sign is open.
///
/// `flipped` is the transpose of `y`; no row and no column may be empty. Throws Error where all documents
/// have the words in the same proportions.
std::vector<double> first_axis(const SparseView& y, const SparseView& flipped, Team& team);

}  // namespace tenor
