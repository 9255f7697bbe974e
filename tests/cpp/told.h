#pragma once

#include <string>

#include "laid_out.h"
#include "tenor/voice/finding.h"

namespace tenor {

/// What one rule finds in a text: "source | cue | content" of its first attribution, empty where it finds
/// none.
inline std::string told(std::string_view text, std::string_view rule) {
  const LaidOut laid(text);
  for (const Layout& l : laid.layouts)
    for (const Finding& f : find_attributions(l))
      if (f.rule == rule)
        return (f.source.empty() ? "" : std::string(l.text(f.source))) + " | " + std::string(l.text(f.cue)) +
               " | " + std::string(l.text(f.content));
  return "";
}

}  // namespace tenor
