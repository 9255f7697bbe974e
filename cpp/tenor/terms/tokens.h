#pragma once

#include <cstddef>
#include <string_view>

#include "tenor/terms/buffer.h"

namespace tenor {

/// How many zero bytes stand behind a folded text, so that whole blocks can be read from anywhere in it.
inline constexpr std::size_t padding = 64;

/// The runs of bytes other than zero that have at least `min_length` characters, in a folded text without its
/// padding.
void find_tokens(std::string_view folded, std::size_t min_length, Buffer<std::string_view>& tokens);

}  // namespace tenor
