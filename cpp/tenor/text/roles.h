#pragma once

#include <string_view>
#include <vector>

#include "tenor/text/lines.h"

namespace tenor {

enum class Role { open, body, title, outlet, byline, dateline, caption, pull_quote, chrome };

/// A line of a page and what it is to the article.
struct Part {
  Line line;
  Role role = Role::open;
  std::string_view reason;  // of chrome
};

/// Reads a page as somebody scraped it, menus and all. What stays open is none of the known parts.
std::vector<Part> label_page(std::string_view text);

/// Reads text that an extractor took out of a page's HTML: all is body but for what its own words give away.
std::vector<Part> label_extract(std::string_view text);

/// The first part of that role, or the number of parts where there is none.
std::size_t first_of(const std::vector<Part>& parts, Role role);

/// Whether a line reads as somebody's or something's name and nothing else.
bool is_short_name(const Line& line);

}  // namespace tenor
