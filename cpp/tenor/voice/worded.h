#pragma once

#include <string_view>

namespace tenor {

/// Is the noun one for what holds somebody's words: "letter", "lawsuit", "findings"?
bool holds_words(std::string_view noun);

}  // namespace tenor
