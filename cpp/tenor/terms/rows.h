#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
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

  /// Counts one occurrence of each term in the current row, in constant time; `seen(term)` is what is known
  /// of it. A row has fewer than 2^32. Whether a term is new to the row cannot be foreseen, so nothing
  /// branches on it.
  template <class Known>
  void add(std::span<const std::uint32_t> terms, Known&& seen) {
    entries_.expect(terms.size() + 1);
    std::uint64_t* const row = entries_.data() + begin_;
    std::size_t size = entries_.size() - begin_;
    const std::size_t room = entries_.room() - begin_;
    if (size == 0) row[0] = 0;  // it is read before it is written
    const auto begin = static_cast<std::uint32_t>(begin_);
    for (const std::uint32_t term : terms) {
      Seen& known = seen(term);
      const std::size_t offset = static_cast<std::uint32_t>(known.place - begin);
      const std::size_t inside = -static_cast<std::size_t>(offset < size);  // all ones, or zero
      // Where it is read does not wait for the size: an offset is in the row, or of an earlier row and so
      // great.
      const std::uint64_t there = row[offset & -static_cast<std::size_t>(offset < room)];
      const std::size_t again = inside & -static_cast<std::size_t>(Rows::term(there) == term);
      const std::size_t at = size + ((offset - size) & again);
      row[at] = (static_cast<std::uint64_t>(term) << 32 | (Rows::count(there) & again)) + 1;
      known = {begin + static_cast<std::uint32_t>(at),
               known.documents + static_cast<std::uint32_t>(again + 1)};
      size += again + 1;
    }
    entries_.resize(begin_ + size);
  }
  void end_row() {
    begin_ = entries_.size();
    ends_.push_back(begin_);
  }
  /// Forgets what the last row had, though not that it was; so do this for every row or for none.
  void forget_row() {
    entries_.clear();
    ends_.back() = begin_ = 0;
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
