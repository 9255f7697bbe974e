#pragma once

#include <vector>

#include "tenor/voice/finding.h"

namespace tenor {

/// Gives a finding, whose verb, cue and source are known, the content that stands before it. `after` is the
/// word after the cue (after the source where the verb stands first), `earlier` what was found before it.
class Preceding {
 public:
  Preceding(const Layout& layout, const std::vector<Finding>& earlier, Finding& finding);

  /// "..., Smith said": what ends at the word `from`.
  void take(std::size_t from, std::size_t after, bool inverted);
  /// "As Smith said, the plan failed"; "the plan failed, as Smith put it".
  bool take_as_clause(std::size_t as, std::size_t after);
  /// "the policies, which he said had failed": the relative word is part of the content.
  bool take_relative(std::size_t relative, std::size_t after);

 private:
  bool set(Range content, std::string_view rule);
  [[nodiscard]] bool is_told(Range content, std::size_t after) const;
  [[nodiscard]] bool is_said(const Finding& other) const;

  const Layout& l_;
  const std::vector<Finding>& earlier_;
  Finding& f_;
  const Cue& cue_;
  std::size_t end_;
};

}  // namespace tenor
