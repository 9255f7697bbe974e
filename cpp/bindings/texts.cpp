#include "texts.h"

#include <optional>

#include "tenor/error.h"
#include "tenor/text/arrow_strings.h"
#include "tenor/text/transcode.h"

namespace tenor::bindings {

HeldTexts::HeldTexts(const Texts& texts) {
  std::visit([&](const auto& some) { hold(some); }, texts);
}

void HeldTexts::hold(const py::list& texts) {
  owners_.reserve(texts.size());
  for (const py::handle text : texts) {
    if (!PyUnicode_Check(text.ptr())) {
      throw py::type_error("text " + std::to_string(owners_.size()) + " is a " +
                           Py_TYPE(text.ptr())->tp_name + ", not a str");
    }
    owners_.push_back(py::reinterpret_borrow<py::object>(text));
  }
}

void HeldTexts::hold(const std::pair<py::capsule, py::capsule>& array) {
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

std::string_view HeldTexts::utf8(std::size_t i, std::string& room) const {
  if (owners_.empty()) return views_[i];
  PyObject* text = owners_[i].ptr();
  const auto size = static_cast<std::size_t>(PyUnicode_GET_LENGTH(text));
  const void* data = PyUnicode_DATA(text);
  if (PyUnicode_IS_ASCII(text)) return {static_cast<const char*>(data), size};
  // Not Python's own UTF-8: it would stay with the string for as long as that lives.
  std::optional<std::string_view> out;
  switch (PyUnicode_KIND(text)) {
    case PyUnicode_1BYTE_KIND:
      out = to_utf8(static_cast<const std::uint8_t*>(data), size, room);
      break;
    case PyUnicode_2BYTE_KIND:
      out = to_utf8(static_cast<const char16_t*>(data), size, room);
      break;
    default:
      out = to_utf8(static_cast<const char32_t*>(data), size, room);
  }
  if (!out) throw Error("text " + std::to_string(i) + " holds a lone surrogate, which no encoding can store");
  return *out;
}

}  // namespace tenor::bindings
