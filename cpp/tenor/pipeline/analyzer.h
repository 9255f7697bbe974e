#pragma once

#include <cstdint>
#include <memory>
#include <optional>
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
  /// `parser` gives voice and stance the grammar of each sentence; null leaves them the tags alone.
  /// `scorer` scores sentences; null leaves the scores at 0. `finder` finds stances; null finds none.
  Analyzer(Segmenter segmenter, std::shared_ptr<const Tagger> tagger, std::shared_ptr<const Parser> parser,
           std::shared_ptr<const Scorer> scorer, std::shared_ptr<const StanceFinder> finder);

  /// Analyses each text on up to `threads` threads (0: all cores), with the same result for any number. A
  /// text that is missing or cannot be read has its row in `unreadable`. `first`: the number of the first
  /// text in the tables. `clean_up`: set site chrome aside first; otherwise the whole text is read as body.
  [[nodiscard]] Tables analyze(const std::vector<std::optional<std::string_view>>& texts, std::int64_t first,
                               unsigned threads, bool clean_up) const;

 private:
  [[nodiscard]] Tables analyze_one(std::string_view text, std::int64_t row, bool clean_up) const;

  Segmenter segmenter_;
  std::shared_ptr<const Tagger> tagger_;
  std::shared_ptr<const Parser> parser_;
  std::shared_ptr<const Scorer> scorer_;
  std::shared_ptr<const StanceFinder> finder_;
};

}  // namespace tenor
