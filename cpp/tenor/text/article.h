#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/span.h"

namespace tenor {

struct Removed {
  Span span;
  std::string_view reason;
};

/// The parts of a scraped article. Every part is a span of the text as it was given; nothing is altered.
struct Article {
  std::optional<Span> title, outlet, byline, dateline;
  std::string date;        // ISO 8601 where the dateline can be read as one ("2025-12-03T08:24"), else empty
  std::vector<Span> body;  // paragraphs in order
  std::vector<Span> captions;    // captions and pull quotes
  std::vector<Removed> removed;  // site chrome, with the reason
};

/// Tells an article from the chrome around it, in plain text that somebody scraped.
Article clean(std::string_view text);

}  // namespace tenor
