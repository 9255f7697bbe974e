#include "texts.h"

#include <algorithm>
#include <string>

#include "tenor/error.h"
#include "tenor/text/arrow_strings.h"

namespace tenor::bindings {

Utf8Texts::Utf8Texts(const Texts& texts) {
  std::visit([&](const auto& some) { add(some); }, texts);
}

void Utf8Texts::add(const py::list& texts) {
  // Strings lie all over memory. Taking hold of some before they are read lets the processor fetch them
  // together.
  constexpr std::size_t some = 32;
  auto next = texts.begin();
  owners_.reserve(texts.size());
  views_.reserve(texts.size());
  while (owners_.size() < texts.size()) {
    const std::size_t end = std::min(owners_.size() + some, texts.size());
    while (owners_.size() < end) owners_.push_back(py::reinterpret_borrow<py::object>(*next++));
    while (views_.size() < end) {
      PyObject* text = owners_[views_.size()].ptr();
      if (!PyUnicode_Check(text)) {
        throw py::type_error("text " + std::to_string(views_.size()) + " is a " + Py_TYPE(text)->tp_name +
                             ", not a str");
      }
      Py_ssize_t size = 0;
      const char* utf8 = PyUnicode_AsUTF8AndSize(text, &size);
      if (utf8 == nullptr) throw py::error_already_set();
      views_.emplace_back(utf8, static_cast<std::size_t>(size));
    }
  }
}

void Utf8Texts::add(const std::pair<py::capsule, py::capsule>& array) {
  const auto& [schema, data] = array;
  for (const auto& text :
       arrow_strings(*schema.get_pointer<ArrowSchema>(), *data.get_pointer<ArrowArray>())) {
    if (!text) {
      throw Error("text " + std::to_string(views_.size()) +
                  " is null; drop it, or put an empty text in its place");
    }
    views_.push_back(*text);
  }
}

}  // namespace tenor::bindings
