#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tenor/text/span.h"

namespace tenor {

/// A date written in English or in figures, with the time and the zone beside it.
struct DateMention {
  Span span;        // from the first to the last token of the date, its time and its zone
  std::string iso;  // "2025-12-03", "2025-12-03T08:24", "2025-12-03T08:24+00:00"; empty where no single
                    // reading exists ("03/04/2019", "Dec 3", "6 years ago")
};

/// The first date in a line of at most a few hundred bytes.
std::optional<DateMention> find_date(std::string_view line);

/// Whether nothing but a date, its labels ("Published", "Updated:") and its punctuation is in the line.
bool is_date_line(std::string_view line);

}  // namespace tenor
