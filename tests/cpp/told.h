#pragma once

#include <string>
#include <vector>

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

/// A part of each of the first sentence's attributions: &Finding::cue, &Finding::content.
inline std::vector<std::string> parts(std::string_view text, Range Finding::* part) {
  const LaidOut laid(text);
  std::vector<std::string> out;
  for (const Finding& f : find_attributions(laid.layouts[0])) out.emplace_back(laid.layouts[0].text(f.*part));
  return out;
}

}  // namespace tenor
