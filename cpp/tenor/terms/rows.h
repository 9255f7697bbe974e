#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "tenor/terms/buffer.h"

namespace tenor {

/// What a row builder knows of a term: where it last put it, and in how many rows it stood.
struct Seen {
  std::uint32_t place = 0;  // modulo 2^32; checked against the row before it is believed
  std::uint32_t documents = 0;
};

/// A matrix of counts while it grows: five bytes an entry. Counts above 254 keep their remainder aside.
class Rows {
 public:
  /// Counts one occurrence of the term in the current row, in constant time.
  void add(std::uint32_t term, Seen& seen) {
    const std::size_t offset = seen.place - static_cast<std::uint32_t>(begin_);
    if (offset < terms_.size() - begin_ && terms_[begin_ + offset] == term) return raise(begin_ + offset);
    seen.place = static_cast<std::uint32_t>(terms_.size());
    ++seen.documents;
    terms_.push_back(term);
    counts_.push_back(1);
  }
  void end_row() {
    begin_ = terms_.size();
    ends_.push_back(begin_);
  }
  [[nodiscard]] std::size_t rows() const { return ends_.size(); }
  [[nodiscard]] std::size_t entries() const { return terms_.size(); }
  [[nodiscard]] std::size_t row_begin(std::size_t row) const { return row == 0 ? 0 : ends_[row - 1]; }
  [[nodiscard]] std::size_t row_end(std::size_t row) const { return ends_[row]; }
  [[nodiscard]] std::uint32_t term(std::size_t entry) const { return terms_[entry]; }
  [[nodiscard]] std::uint64_t count(std::size_t entry) const {
    const std::uint8_t low = counts_[entry];
    if (low < full) return low;
    const auto more = more_.find(entry);
    return full + (more == more_.end() ? 0 : more->second);
  }
  /// Its terms' own memory, for a matrix that is finished in place.
  Buffer<std::uint32_t>& terms() { return terms_; }

 private:
  static constexpr std::uint8_t full = 255;
  void raise(std::size_t entry) {
    if (counts_[entry] < full) {
      ++counts_[entry];
    } else {
      ++more_[entry];
    }
  }

  Buffer<std::uint32_t> terms_;
  Buffer<std::uint8_t> counts_;
  std::unordered_map<std::size_t, std::uint64_t> more_;
  std::vector<std::size_t> ends_;
  std::size_t begin_ = 0;
};

/// A sparse matrix by rows, columns ascending within a row: entries of row i are [row_ends[i],
/// row_ends[i+1]).
template <class T>
struct Csr {
  std::vector<std::int64_t> row_starts;  // rows + 1
  Buffer<std::uint32_t> columns;
  Buffer<T> values;
};

/// Sorts (column << 32 | count) entries by column, in linear time for long rows.
void sort_row(std::vector<std::uint64_t>& entries, std::vector<std::uint64_t>& scratch,
              std::uint32_t columns);

}  // namespace tenor
