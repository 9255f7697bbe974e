#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tenor {

/// Appends the words of a text by which two passages can be about the same thing: its longer words, cut to
/// a stem of at most eight bytes, without those that every sentence is built with. Where words are not set
/// apart (Han, Kana, Hangul) each pair of signs is one.
void add_stems(std::string_view text, std::vector<std::uint64_t>& out);

}  // namespace tenor
