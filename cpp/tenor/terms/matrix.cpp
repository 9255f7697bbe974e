#include "tenor/terms/matrix.h"

#include <algorithm>
#include <cstring>

#include "tenor/terms/parts.h"

namespace tenor {
namespace {

// A run of rows, and the entries it has left: they are written from where its first one was.
struct Part {
  std::size_t first_row, last_row, begin, kept = 0;
};

std::vector<Part> parts_of(const Rows& rows, std::size_t count) {
  std::vector<Part> parts;
  const std::size_t all = rows.entries().size();
  for (std::size_t i = 0, row = 0; i < count; ++i) {
    const std::size_t first = row;
    while (row < rows.rows() && (i + 1 == count || rows.row_end(row) * count <= all * (i + 1))) ++row;
    parts.push_back({first, row, first == rows.rows() ? all : rows.row_begin(first)});
  }
  return parts;
}

// An entry's eight bytes take its value: a row is read before any place of it is written, and values are no
// wider than entries. Memory from malloc takes the type of what is copied into it.
template <class T>
void finish(Part& part, const Rows& rows, char* memory, std::uint32_t* columns, std::int64_t* sizes,
            std::span<const Segment> segments, std::span<const ColumnMap> maps, std::uint32_t width) {
  static_assert(sizeof(T) <= sizeof(std::uint64_t));
  std::vector<std::uint64_t> entries, scratch;
  const Segment* segment = segments.data();
  char* const values = memory + part.begin * sizeof(std::uint64_t);
  for (std::size_t row = part.first_row; row < part.last_row; ++row) {
    while (segment->last <= row) ++segment;
    const ColumnMap map = maps[segment->shard];
    const std::size_t begin = rows.row_begin(row), size = rows.row_end(row) - begin;
    if (entries.size() < size) entries.resize(2 * size), scratch.resize(2 * size);
    std::size_t kept = 0;
    for (std::size_t e = begin; e < begin + size; ++e) {
      std::uint64_t entry = 0;
      std::memcpy(&entry, memory + e * sizeof entry, sizeof entry);
      const std::uint32_t column = map(Rows::term(entry));
      entries[kept] = static_cast<std::uint64_t>(column) << 32 | Rows::count(entry);
      kept += column != WordIndex::none ? 1 : 0;
    }
    std::uint32_t* const to = columns + part.begin + part.kept;
    char* const values_to = values + part.kept * sizeof(T);
    sort_row(std::span(entries).first(kept), scratch, width, [&](std::size_t place, std::uint64_t entry) {
      to[place] = Rows::term(entry);
      const T value = static_cast<T>(Rows::count(entry));
      std::memcpy(values_to + place * sizeof(T), &value, sizeof(T));
    });
    part.kept += kept;
    sizes[row] = static_cast<std::int64_t>(kept);
  }
}

}  // namespace

template <class T>
Csr<T> to_matrix(Rows rows, std::span<const Segment> segments, std::span<const ColumnMap> maps,
                 std::uint32_t columns, unsigned threads) {
  Csr<T> out;
  out.row_starts.resize(rows.rows() + 1);
  out.columns.resize(rows.entries().size());
  auto* const memory = reinterpret_cast<char*>(rows.entries().data());
  std::vector<Part> parts = parts_of(rows, std::max(1U, threads));
  each(parts.size(), [&](std::size_t i) {
    finish<T>(parts[i], rows, memory, out.columns.data(), out.row_starts.data() + 1, segments, maps, columns);
  });
  for (std::size_t row = 0; row < rows.rows(); ++row) out.row_starts[row + 1] += out.row_starts[row];
  std::size_t size = 0;
  for (const Part& part : parts) {
    // together, where terms were dropped or values are narrower than entries
    const char* const values = memory + part.begin * sizeof(std::uint64_t);
    if (part.kept != 0 && values != memory + size * sizeof(T)) {
      std::memmove(memory + size * sizeof(T), values, part.kept * sizeof(T));
    }
    if (part.kept != 0 && part.begin != size) {
      std::memmove(out.columns.data() + size, out.columns.data() + part.begin,
                   part.kept * sizeof(std::uint32_t));
    }
    size += part.kept;
  }
  out.columns.resize(size);
  out.columns.shrink();
  out.values = Buffer<T>(rows.entries().release(), size);
  out.values.shrink();
  return out;
}

#define TENOR_MATRIX(T)                                                                                \
  template Csr<T> to_matrix(Rows, std::span<const Segment>, std::span<const ColumnMap>, std::uint32_t, \
                            unsigned)
TENOR_MATRIX(std::int64_t);
TENOR_MATRIX(std::int32_t);
TENOR_MATRIX(double);
TENOR_MATRIX(float);

}  // namespace tenor
