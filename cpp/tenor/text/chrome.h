#pragma once

#include <string_view>

#include "tenor/text/lines.h"

namespace tenor {

/// Why a line is not the article's own by its words alone ("subscription", "share", "copyright", ...), or
/// empty. Only what news sites say everywhere is listed: no site, place or person.
std::string_view chrome_reason(std::string_view text, const Line& line);

/// Whether a line describes or credits a picture.
bool is_caption(std::string_view text, const Line& line);

/// Whether a line names the authors: "By Jane Doe", "By JANE DOE and John Roe, Associated Press".
bool is_byline(std::string_view text, const Line& line);

/// Whether a line reads as the name of a paper, an agency or a station.
bool is_outlet_name(std::string_view text, const Line& line);

}  // namespace tenor
