#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tenor/terms/buffer.h"

namespace tenor {

/// What a row builder knows of a term: how often it stood in the row that is open, and in how many rows.
struct Seen {
  std::uint32_t count = 0;
  std::uint32_t documents = 0;
};

/// A matrix of counts while it grows. An entry is (term << 32 | count): the eight bytes that its value will
/// take, so that the finished matrix needs no room beside them but for its columns.
class Rows {
 public:
  static std::uint32_t term(std::uint64_t entry) { return static_cast<std::uint32_t>(entry >> 32); }
  static std::uint32_t count(std::uint64_t entry) { return static_cast<std::uint32_t>(entry); }

  /// Counts one occurrence of each term in the open row, in constant time; `seen(term)` is what is known of
  /// it. A row has fewer than 2^32. Whether a term is new to the row cannot be foreseen, so nothing branches
  /// on it, and no address waits for it but that of the next new term.
  template <class Known>
  void add(std::span<const std::uint32_t> terms, Known&& seen) {
    if (open_.size() < size_ + terms.size()) open_.resize(2 * (size_ + terms.size()));
    std::uint32_t* next = open_.data() + size_;
    for (const std::uint32_t term : terms) {
      Seen& known = seen(term);
      *next = term;
      next += known.count == 0 ? 1 : 0;
      ++known.count;
    }
    size_ = static_cast<std::size_t>(next - open_.data());
  }
  /// Without `keep` the row has no entries, though what is known of its terms stays.
  template <class Known>
  void end_row(bool keep, Known&& seen) {
    const std::size_t begin = entries_.size();
    if (keep) entries_.expect(size_), entries_.resize(begin + size_);
    std::uint64_t* const entries = entries_.data() + begin;
    for (std::size_t i = 0; i < size_; ++i) {
      Seen& known = seen(open_[i]);
      if (keep) entries[i] = static_cast<std::uint64_t>(open_[i]) << 32 | known.count;
      known = {0, known.documents + 1};
    }
    size_ = 0;
    ends_.push_back(entries_.size());
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
  std::vector<std::uint32_t> open_;  // the different terms of the open row, in the order they came
  std::size_t size_ = 0;             // how many these are
};

/// How a row's columns are cut into digits, least significant first, and where the next entry with each digit
/// goes: all that a radix sort needs to know, from one reading.
struct RowDigits {
  RowDigits(std::span<const std::uint64_t> entries, std::uint32_t columns);

  static constexpr int most_bits = 11;  // so that 32 bits take three passes at most
  int passes = 1, bits = 0;
  std::array<std::uint32_t, std::size_t{3} << most_bits> places;  // of a pass, from pass << bits on
};

/// A sparse matrix by rows, columns ascending within a row: entries of row i are [row_starts[i],
/// row_starts[i + 1]).
template <class T>
struct Csr {
  std::vector<std::int64_t> row_starts;  // rows + 1
  Buffer<std::uint32_t> columns;
  Buffer<T> values;
};

/// Calls `use(place, entry)` for each entry, (column << 32 | count), with the place that it has in the order
/// of columns; in linear time, and equal columns keep their order. The entries are lost; `scratch` is as
/// long.
template <class Use>
void sort_row(std::span<std::uint64_t> entries, std::span<std::uint64_t> scratch, std::uint32_t columns,
              Use&& use) {
  RowDigits digits(entries, columns);
  const int bits = digits.bits;
  const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
  std::uint64_t *from = entries.data(), *to = scratch.data();
  std::uint32_t* places = digits.places.data();
  int shift = 32;
  for (int pass = 1; pass < digits.passes; ++pass, shift += bits, places += mask + 1) {
    for (std::size_t i = 0; i < entries.size(); ++i) to[places[from[i] >> shift & mask]++] = from[i];
    std::swap(from, to);
  }
  for (std::size_t i = 0; i < entries.size(); ++i) use(places[from[i] >> shift & mask]++, from[i]);
}

}  // namespace tenor
