#include "documents.h"

#include <string>
#include <utility>
#include <variant>

#include "bindings.h"
#include "tenor/error.h"
#include "tenor/text/arrow_strings.h"

namespace tenor::bindings {
namespace {

Document view(PyObject* text) {
  constexpr Storage storages[] = {Storage::latin1, Storage::latin1, Storage::ucs2, Storage::ucs2,
                                  Storage::ucs4};
  return {PyUnicode_DATA(text), static_cast<std::size_t>(PyUnicode_GET_LENGTH(text)),
          storages[PyUnicode_KIND(text)]};
}

// str.lower, from a thread that does not hold Python's lock.
std::u32string lower(const Document& document) {
  const py::gil_scoped_acquire gil;
  const auto length = static_cast<py::ssize_t>(document.length);
  PyObject* text = nullptr;
  if (document.storage == Storage::utf8) {
    text = PyUnicode_DecodeUTF8(static_cast<const char*>(document.data), length, "surrogatepass");
  } else {
    constexpr int kinds[] = {PyUnicode_1BYTE_KIND, PyUnicode_2BYTE_KIND, PyUnicode_4BYTE_KIND};
    text = PyUnicode_FromKindAndData(kinds[static_cast<int>(document.storage)], document.data, length);
  }
  if (text == nullptr) throw py::error_already_set();
  const py::object lowered = py::reinterpret_steal<py::object>(text).attr("lower")();
  std::u32string out(static_cast<std::size_t>(PyUnicode_GET_LENGTH(lowered.ptr())), U'\0');
  static_assert(sizeof(Py_UCS4) == sizeof(char32_t));
  auto* const characters = reinterpret_cast<Py_UCS4*>(out.data());
  if (PyUnicode_AsUCS4(lowered.ptr(), characters, static_cast<py::ssize_t>(out.size()), 0) == nullptr)
    throw py::error_already_set();
  return out;
}

std::shared_ptr<const Alphabet> make_alphabet(bool lowercase) {
  Alphabet::Definition definition{
      [](char32_t c) { return c == U'_' || Py_UNICODE_ISALNUM(static_cast<Py_UCS4>(c)) != 0; },
      [](char32_t c) { return Py_UNICODE_ISSPACE(static_cast<Py_UCS4>(c)) != 0; },
      {}};
  if (lowercase) {
    definition.lower = [](char32_t c) { return Py_UNICODE_TOLOWER(static_cast<Py_UCS4>(c)); };
    definition.lower_text = lower;
  }
  return std::make_shared<Alphabet>(definition);
}

std::vector<Document> read(const py::list& texts, std::size_t first) {
  std::vector<Document> documents;
  documents.reserve(texts.size());
  for (const py::handle text : texts) {
    if (!PyUnicode_Check(text.ptr())) {
      throw py::type_error("document " + std::to_string(first + documents.size()) + " is a " +
                           Py_TYPE(text.ptr())->tp_name + ", not a str");
    }
    documents.push_back(view(text.ptr()));
  }
  return documents;
}

std::vector<Document> read(const std::pair<py::capsule, py::capsule>& array, std::size_t first) {
  const auto& [schema, data] = array;
  std::vector<Document> documents;
  for (const auto& text :
       arrow_strings(*schema.get_pointer<ArrowSchema>(), *data.get_pointer<ArrowArray>())) {
    if (!text) {
      throw Error("document " + std::to_string(first + documents.size()) +
                  " is null; drop it, or put an empty text in its place");
    }
    documents.emplace_back(*text);
  }
  return documents;
}

}  // namespace

const std::shared_ptr<const Alphabet>& python_alphabet(bool lowercase) {
  static const std::shared_ptr<const Alphabet> kept = make_alphabet(false), lowered = make_alphabet(true);
  return lowercase ? lowered : kept;
}

std::vector<Document> documents_of(const Texts& texts, std::size_t first) {
  return std::visit([&](const auto& some) { return read(some, first); }, texts);
}

}  // namespace tenor::bindings
