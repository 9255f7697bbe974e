#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "tenor/pipeline/tables.h"
#include "tenor/sentiment/scorer.h"
#include "tenor/stance/stance.h"
#include "tenor/text/article.h"
#include "tenor/text/reading.h"
#include "tenor/voice/attribution.h"

namespace tenor {

/// The whole chain: articles in, tables out. Immutable: one may serve any number of threads.
class Analyzer {
 public:
  /// `discover`: also find targets that nobody listed.
  Analyzer(Segmenter segmenter, std::shared_ptr<const Scorer> scorer, std::vector<TargetList> targets,
           bool discover);

  /// Analyses each text (valid UTF-8) on up to `threads` threads (0: all cores), with the same result for any
  /// number. `clean_up`: set site chrome aside first; otherwise the whole text is read as body.
  [[nodiscard]] Tables analyze(const std::vector<std::string_view>& texts, unsigned threads,
                               bool clean_up) const;

 private:
  [[nodiscard]] Tables analyze_one(std::string_view text, std::size_t row, bool clean_up) const;

  Segmenter segmenter_;
  std::shared_ptr<const Scorer> scorer_;
  std::vector<TargetList> targets_;
  bool discover_;
};

}  // namespace tenor
