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
  std::vector<Span> captions;     // and credits of pictures
  std::vector<Span> pull_quotes;  // words of the body that the page prints a second time as an eye-catcher
  std::vector<Removed> removed;   // site chrome, with the reason
};

/// Where a text comes from: a page as somebody scraped it, or what an extractor took out of a page's HTML.
enum class Origin { page, extract };

/// Tells an article from the chrome around it. An extract has no title or outlet of its own: the page's
/// metadata knows them better.
Article clean(std::string_view text, Origin origin = Origin::page);

}  // namespace tenor
