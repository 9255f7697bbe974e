#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tenor/text/span.h"

namespace tenor {

/// The dateline a news agency puts before a first sentence: "MOSCOW, Dec 3 (Reuters) - ", "Washington (CNN)
/// --".
struct WireDateline {
  Span span;  // up to the dash or the closing slash, which are left out
  std::optional<Span> place, agency;
  std::string iso;
  std::size_t text_begin = 0;  // where the first sentence begins
};
std::optional<WireDateline> find_wire_dateline(std::string_view paragraph);

}  // namespace tenor
