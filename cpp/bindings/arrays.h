#pragma once

#include <pybind11/numpy.h>

#include <memory>
#include <utility>
#include <vector>

#include "bindings.h"

namespace tenor::bindings {

/// A vector handed to numpy without a copy: the capsule keeps it alive.
template <class T>
py::array_t<T> to_numpy(std::vector<T>&& values) {
  auto owner = std::make_unique<std::vector<T>>(std::move(values));
  auto* held = owner.get();
  py::capsule base(owner.release(), [](void* p) { delete static_cast<std::vector<T>*>(p); });
  return py::array_t<T>(static_cast<py::ssize_t>(held->size()), held->data(), base);
}

inline py::array_t<std::uint8_t> to_numpy(std::string&& bytes) {
  auto owner = std::make_unique<std::string>(std::move(bytes));
  auto* held = owner.get();
  py::capsule base(owner.release(), [](void* p) { delete static_cast<std::string*>(p); });
  return py::array_t<std::uint8_t>(static_cast<py::ssize_t>(held->size()),
                                   reinterpret_cast<const std::uint8_t*>(held->data()), base);
}

}  // namespace tenor::bindings
