#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// The Arrow C data interface, as https://arrow.apache.org/docs/format/CDataInterface.html defines it for
// copying.
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

#endif

namespace tenor {

/// The strings of an Arrow array where they lie, none for a null: utf8, large utf8, string views, and
/// dictionaries of these; slices too. Nothing is copied, so the array must outlive what is returned. Throws
/// Error if it holds anything else.
std::vector<std::optional<std::string_view>> arrow_strings(const ArrowSchema& schema,
                                                           const ArrowArray& array);

}  // namespace tenor
