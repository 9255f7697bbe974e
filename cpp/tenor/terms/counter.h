#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tenor/terms/reader.h"
#include "tenor/terms/rows.h"
#include "tenor/terms/vocabulary.h"

namespace tenor {

/// Counts the terms of documents, which come in one or more parts. Either it learns the vocabulary as it
/// goes, or it is given one and counts nothing else. Results do not depend on the number of threads.
class Counter {
 public:
  /// Without `keep_rows` it learns a vocabulary and its document frequencies only, and needs no room for
  /// counts.
  Counter(ReaderOptions options, std::span<const std::string> stop_words, unsigned threads,
          bool keep_rows = true);
  Counter(ReaderOptions options, std::shared_ptr<const Vocabulary> vocabulary, unsigned threads);
  ~Counter();
  Counter(Counter&&) noexcept;
  Counter& operator=(Counter&&) noexcept;

  /// For a counter that learns its vocabulary: reads documents that will all be added later, in any number of
  /// calls, so that sequences which are too rare need never be held. `characters`: how many there will be in
  /// all.
  void survey(std::span<const Document> documents, std::size_t characters);
  /// Ends the survey: `add` will leave out sequences that stand fewer than `least` times; most of them,
  /// though not all.
  void end_survey(std::uint32_t least);
  [[nodiscard]] std::size_t surveyed() const;  // documents
  [[nodiscard]] std::uint64_t met() const;     // occurrences of terms in these
  /// How many occurrences of sequences a survey has made it leave out.
  [[nodiscard]] std::uint64_t refused() const;

  void add(std::span<const Document> documents);
  [[nodiscard]] std::size_t documents() const;

  /// Ends the counting: after this there is a vocabulary, in the order of code points.
  void finish();
  [[nodiscard]] std::size_t terms() const;
  /// In how many documents each column's term stands, and how often in all.
  [[nodiscard]] std::vector<std::int64_t> document_frequencies() const;
  [[nodiscard]] std::vector<std::int64_t> term_frequencies() const;
  /// The counts, and the vocabulary that goes with them. `keep`: ascending columns that stay. The counter's
  /// memory becomes the matrix's; what is left holds nothing.
  template <class T>
  [[nodiscard]] Csr<T> take_matrix(std::optional<std::span<const std::uint32_t>> keep = {});
  [[nodiscard]] Vocabulary take_vocabulary(std::optional<std::span<const std::uint32_t>> keep = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tenor
