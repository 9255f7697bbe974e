#include "tenor/text/arrow_strings.h"

#include <cstddef>
#include <cstring>
#include <functional>
#include <string>
#include <utility>

#include "tenor/error.h"

namespace tenor {
namespace {

// What comes first in each array of Arrow: a bit for each value, 0 for a null; no bits where there is none.
bool is_null(const ArrowArray& array, std::int64_t at) {
  const auto* bits = array.n_buffers > 0 ? static_cast<const std::uint8_t*>(array.buffers[0]) : nullptr;
  return bits != nullptr && ((bits[at / 8] >> (at % 8)) & 1) == 0;
}

// The values of buffer `i`; they may lie at any address.
template <class T>
T value(const ArrowArray& array, std::int64_t i, std::int64_t at) {
  T out;
  std::memcpy(&out, static_cast<const char*>(array.buffers[i]) + static_cast<std::size_t>(at) * sizeof(T),
              sizeof(T));
  return out;
}

template <class Offset>
std::string_view between_offsets(const ArrowArray& array, std::int64_t at) {
  const auto begin = value<Offset>(array, 1, at), end = value<Offset>(array, 1, at + 1);
  return begin == end ? std::string_view{}
                      : std::string_view(static_cast<const char*>(array.buffers[2]) + begin,
                                         static_cast<std::size_t>(end - begin));
}

// A view is 16 bytes: the length; then the string itself if it fits, else four bytes of it, the number of its
// buffer and its place there.
std::string_view viewed(const ArrowArray& array, std::int64_t at) {
  constexpr std::int32_t fits = 12;
  const char* view = static_cast<const char*>(array.buffers[1]) + at * 16;
  const auto length = value<std::int32_t>(array, 1, at * 4);
  const auto size = static_cast<std::size_t>(length);
  if (length <= fits) return {view + 4, size};
  const auto buffer = value<std::int32_t>(array, 1, at * 4 + 2);
  const auto begin = value<std::int32_t>(array, 1, at * 4 + 3);
  return {static_cast<const char*>(array.buffers[2 + buffer]) + begin, size};
}

using Reader = std::function<std::optional<std::string_view>(std::int64_t)>;

// What reads value number i of an array that begins at its offset.
template <class Read>
Reader unless_null(const ArrowArray& array, Read read) {
  return [&array, read](std::int64_t i) {
    const std::int64_t at = array.offset + i;
    return is_null(array, at) ? std::nullopt : std::optional<std::string_view>(read(at));
  };
}

template <class Index>
Reader looked_up(const ArrowArray& array, Reader entry) {
  return [&array, entry = std::move(entry)](std::int64_t i) {
    const std::int64_t at = array.offset + i;
    return is_null(array, at) ? std::nullopt : entry(static_cast<std::int64_t>(value<Index>(array, 1, at)));
  };
}

Reader reader(const ArrowSchema& schema, const ArrowArray& array) {
  const std::string_view format = schema.format;
  if (schema.dictionary != nullptr) {
    Reader entry = reader(*schema.dictionary, *array.dictionary);
    switch (format.front()) {
      case 'c':
        return looked_up<std::int8_t>(array, std::move(entry));
      case 'C':
        return looked_up<std::uint8_t>(array, std::move(entry));
      case 's':
        return looked_up<std::int16_t>(array, std::move(entry));
      case 'S':
        return looked_up<std::uint16_t>(array, std::move(entry));
      case 'i':
        return looked_up<std::int32_t>(array, std::move(entry));
      case 'I':
        return looked_up<std::uint32_t>(array, std::move(entry));
      case 'l':
        return looked_up<std::int64_t>(array, std::move(entry));
      default:
        return looked_up<std::uint64_t>(array, std::move(entry));
    }
  }
  if (format == "u")
    return unless_null(array, [&](std::int64_t at) { return between_offsets<std::int32_t>(array, at); });
  if (format == "U")
    return unless_null(array, [&](std::int64_t at) { return between_offsets<std::int64_t>(array, at); });
  if (format == "vu") return unless_null(array, [&](std::int64_t at) { return viewed(array, at); });
  if (format == "n") return [](std::int64_t) { return std::nullopt; };
  throw Error("an Arrow array of format '" + std::string(format) +
              "' holds no text; cast it to string, as in array.cast(pyarrow.string())");
}

}  // namespace

std::vector<std::optional<std::string_view>> arrow_strings(const ArrowSchema& schema,
                                                           const ArrowArray& array) {
  const Reader read = reader(schema, array);
  std::vector<std::optional<std::string_view>> out(static_cast<std::size_t>(array.length));
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = read(static_cast<std::int64_t>(i));
  return out;
}

}  // namespace tenor
