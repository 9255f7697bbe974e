#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tenor/terms/buffer.h"

namespace tenor {

/// What a row builder knows of a term: where it last put it, and in how many rows it stood.
struct Seen {
  std::uint32_t place = 0;  // modulo 2^32; checked against the row before it is believed
  std::uint32_t documents = 0;
};

/// A matrix of counts while it grows. An entry is (term << 32 | count): the eight bytes that its value will
/// take, so that the finished matrix needs no room beside them but for its columns.
class Rows {
 public:
  static std::uint32_t term(std::uint64_t entry) { return static_cast<std::uint32_t>(entry >> 32); }
  static std::uint32_t count(std::uint64_t entry) { return static_cast<std::uint32_t>(entry); }

  /// Counts one occurrence of the term in the current row, in constant time. A row has fewer than 2^32.
  void add(std::uint32_t term, Seen& seen) {
    const std::size_t offset = seen.place - static_cast<std::uint32_t>(begin_);
    if (offset < entries_.size() - begin_ && Rows::term(entries_[begin_ + offset]) == term) {
      ++entries_[begin_ + offset];
      return;
    }
    seen.place = static_cast<std::uint32_t>(entries_.size());
    ++seen.documents;
    entries_.push_back(static_cast<std::uint64_t>(term) << 32 | 1);
  }
  void end_row() {
    begin_ = entries_.size();
    ends_.push_back(begin_);
  }
  /// Other rows behind these, and then no longer there.
  void append(Rows& other);
  [[nodiscard]] std::size_t rows() const { return ends_.size(); }
  [[nodiscard]] std::size_t row_begin(std::size_t row) const { return row == 0 ? 0 : ends_[row - 1]; }
  [[nodiscard]] std::size_t row_end(std::size_t row) const { return ends_[row]; }
  Buffer<std::uint64_t>& entries() { return entries_; }
  [[nodiscard]] const Buffer<std::uint64_t>& entries() const { return entries_; }

 private:
  Buffer<std::uint64_t> entries_;
  std::vector<std::size_t> ends_;
  std::size_t begin_ = 0;
};

/// A sparse matrix by rows, columns ascending within a row: entries of row i are [row_starts[i],
/// row_starts[i + 1]).
template <class T>
struct Csr {
  std::vector<std::int64_t> row_starts;  // rows + 1
  Buffer<std::uint32_t> columns;
  Buffer<T> values;
};

/// Sorts (column << 32 | count) entries by column, in linear time. `scratch` is as long as `entries`.
void sort_row(std::span<std::uint64_t> entries, std::span<std::uint64_t> scratch, std::uint32_t columns);

}  // namespace tenor
