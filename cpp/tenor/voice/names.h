#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tenor/voice/layout.h"

namespace tenor {

/// Without a possessive: "Ukraine's" -> "Ukraine".
std::string_view bare(std::string_view text);

/// The word folded and without its diacritics, as some outlets write it: "Erdo\u011fan" -> "erdogan".
std::string plain(std::string_view folded);
/// A noun that stands before a person's name: "minister".
bool is_title(std::string_view folded);
/// Two words or more, none of which makes it an organisation's or a place's name.
bool may_be_person(const Layout& layout, Range name);

/// The names within a range of words, in order, each with what its titles tell of it.
std::vector<FoundName> names_in(const Layout& layout, Range range);

}  // namespace tenor
