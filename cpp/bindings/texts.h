#pragma once

#include <pybind11/stl.h>

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bindings.h"

namespace tenor::bindings {

/// What one call brings: a list of str, or an array of Arrow (its schema and its data).
using Texts = std::variant<py::list, std::pair<py::capsule, py::capsule>>;

/// Texts where Python or Arrow stores them, kept alive while they are read, which needs no GIL.
class HeldTexts {
 public:
  /// Raises TypeError where a text is no str, Error where it is null.
  explicit HeldTexts(const Texts& texts);
  [[nodiscard]] std::size_t size() const { return owners_.size() + views_.size(); }
  /// A text as UTF-8: where it lies if that is how it is stored, else in `room`. Throws Error if it holds a
  /// lone surrogate.
  [[nodiscard]] std::string_view utf8(std::size_t i, std::string& room) const;
  /// Asks for the memory of a text that will be read soon: texts lie all over it.
  void prefetch(std::size_t i) const {
    const char* from = owners_.empty() ? views_[i].data() : reinterpret_cast<const char*>(owners_[i].ptr());
    for (std::size_t line = 0; line < 4; ++line) __builtin_prefetch(from + 64 * line);
  }

 private:
  void hold(const py::list& texts);
  void hold(const std::pair<py::capsule, py::capsule>& array);

  std::vector<py::object> owners_;       // of a list
  std::vector<std::string_view> views_;  // of an array
};

}  // namespace tenor::bindings
