#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "tenor/terms/reader.h"
#include "tenor/terms/rows.h"

namespace tenor {

/// Counts terms without a vocabulary: a term's column is its hash's magnitude modulo the number of columns
/// and, where `signs`, what it adds has the hash's sign, so that terms that share a column cancel out rather
/// than add up (Weinberger et al. 2009, Feature hashing for large scale multitask learning). The hash is
/// MurmurHash3 of the term's UTF-8, as scikit-learn's. Immutable: one may serve any number of threads.
class Hasher {
 public:
  Hasher(ReaderOptions options, std::span<const std::string> stop_words, std::uint32_t columns, bool signs);

  /// A row a document; a column whose terms cancel out stays, as a zero. Throws Error where a term holds a
  /// lone surrogate, which has no UTF-8; `first` is the first document's number, for its message.
  template <class T>
  [[nodiscard]] Csr<T> count(std::span<const Document> documents, std::size_t first, unsigned threads) const;

 private:
  struct Scratch;
  void read(const Document& document, Scratch& scratch) const;
  void read_words(const Document& document, Scratch& scratch) const;
  void read_characters(const Document& document, Scratch& scratch) const;
  void emit(Scratch& scratch, bool whole) const;

  ReaderOptions options_;
  WordIndex stop_words_;
  std::uint32_t columns_;
  bool signs_;
};

}  // namespace tenor
