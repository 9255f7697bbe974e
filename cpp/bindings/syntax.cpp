#include <pybind11/stl.h>

#include "bindings.h"
#include "tenor/syntax/parser.h"

namespace tenor::bindings {
namespace {

using Rows =
    std::vector<std::tuple<std::size_t, std::size_t, std::string_view, std::uint32_t, std::string_view>>;

// One list for each sentence: (start, end, part of speech, head counted from 1, relation) of its words.
std::vector<Rows> parse(const Parser& parser, const Segmenter& segmenter, std::string_view text) {
  const Parse found = parser.parse(read(text, segmenter));
  const CodePoints points(text);
  std::vector<Rows> out(found.sentences());
  for (std::size_t s = 0; s < out.size(); ++s)
    for (std::size_t i = found.starts[s]; i < found.starts[s + 1]; ++i) {
      const Dependent& word = found.words[i];
      out[s].emplace_back(points(word.span.begin), points(word.span.end), name(word.upos), word.head + 1,
                          name(word.relation));
    }
  return out;
}

std::vector<std::tuple<std::string_view, std::uint32_t, std::string_view>> parse_words(
    const Parser& parser, const std::vector<std::string_view>& words) {
  const SentenceTree tree = parser.parse_sentence(words);
  std::vector<std::tuple<std::string_view, std::uint32_t, std::string_view>> out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out.emplace_back(name(tree.upos[i]), tree.heads[i], name(tree.relations[i]));
  return out;
}

}  // namespace

void bind_syntax(py::module_& m) {
  py::class_<Parser, py::smart_holder>(m, "Parser")
      .def(py::init<std::string_view>(), py::arg("model"))
      .def("parse", &parse, py::arg("segmenter"), py::arg("text"), py::call_guard<py::gil_scoped_release>())
      .def("parse_words", &parse_words, py::arg("words"), py::call_guard<py::gil_scoped_release>());
}

}  // namespace tenor::bindings
