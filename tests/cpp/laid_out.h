#pragma once

#include "models.h"
#include "tenor/voice/layout.h"
#include "tenor/voice/quotation.h"

namespace tenor {

/// A text with everything that voice and stance read of it.
struct LaidOut {
  explicit LaidOut(std::string_view text)
      : reading(read(text, Segmenter())),
        quoted(quotations(reading)),
        layouts(lay_out(reading, shipped_tagger().tag(reading), quoted, &shipped_parser(), Parsed::all)) {}
  LaidOut(const LaidOut&) = delete;
  LaidOut& operator=(const LaidOut&) = delete;

  Reading reading;
  std::vector<Quotation> quoted;
  std::vector<Layout> layouts;
};

}  // namespace tenor
