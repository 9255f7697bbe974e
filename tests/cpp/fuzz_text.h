#pragma once

#include <string_view>

namespace tenor {

/// Calls every public function of the text room on any bytes and throws std::logic_error where a promise of
/// its headers is broken. Sanitizers see the rest.
void check_text(std::string_view bytes);

}  // namespace tenor
