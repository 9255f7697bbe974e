#pragma once

#include <cstdint>
#include <string_view>

#include "tenor/text/lines.h"

namespace tenor {

/// What the words of one line say about it.
struct Signs {
  std::string_view
      reason;            // why it is not the article's own: "subscription", "share", ...; empty where unknown
  bool date = false;     // nothing but a date and its labels
  bool byline = false;   // "By Jane Doe"
  bool caption = false;  // describes or credits a picture
  bool address = false;  // holds a web or mail address, or a handle
  bool stroke = false;   // holds the strokes, points and arrows between links
  unsigned function_words = 0, verbs = 0, you = 0, we = 0, web = 0, author = 0;
  std::uint32_t opening = 0;  // its first word, hashed: items of a list often share it
};

/// Reads a line once. Only what news sites say everywhere is known here: no site, place or person.
Signs read_signs(std::string_view text, const Line& line);

/// Whether a line reads as the name of a paper, an agency or a station.
bool is_outlet_name(std::string_view text, const Line& line);

}  // namespace tenor
