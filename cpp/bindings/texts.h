#pragma once

#include <pybind11/stl.h>

#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bindings.h"

namespace tenor::bindings {

/// What one call brings: a list of str, or an array of Arrow (its schema and its data).
using Texts = std::variant<py::list, std::pair<py::capsule, py::capsule>>;

/// Texts as UTF-8, where Python or Arrow stores them, kept alive while they are read.
class Utf8Texts {
 public:
  /// Raises TypeError or UnicodeEncodeError where a text is no str or holds a lone surrogate, Error where it
  /// is null.
  explicit Utf8Texts(const Texts& texts);
  [[nodiscard]] const std::vector<std::string_view>& views() const { return views_; }

 private:
  void add(const py::list& texts);
  void add(const std::pair<py::capsule, py::capsule>& array);

  std::vector<py::object> owners_;
  std::vector<std::string_view> views_;
};

}  // namespace tenor::bindings
