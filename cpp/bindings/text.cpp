#include <pybind11/native_enum.h>
#include <pybind11/stl.h>

#include "bindings.h"
#include "tenor/text/segmenter.h"

namespace tenor::bindings {

void bind_text(py::module_& m) {
  m.attr("icu_version") = icu_version();
  m.attr("unicode_version") = unicode_version();
  py::native_enum<Newline>(m, "Newline", "enum.IntEnum")
      .value("auto", Newline::automatic)
      .value("hard", Newline::hard)
      .value("soft", Newline::soft)
      .finalize();
  py::class_<Segmenter, py::smart_holder>(m, "Segmenter")
      .def(py::init([](Newline newline, std::vector<std::string> abbreviations,
                       std::vector<std::string> starters) {
             return Segmenter({newline, std::move(abbreviations), std::move(starters)});
           }),
           py::arg("newline"), py::arg("abbreviations"), py::arg("starters"))
      .def(
          "sentences",
          [](const Segmenter& self, std::string_view text) {
            std::vector<Span> spans;
            {
              py::gil_scoped_release nogil;
              spans = self.sentences(text);
            }
            return point_spans(CodePoints(text), spans);
          },
          py::arg("text"))
      .def(
          "words",
          [](const Segmenter& self, std::string_view text) {
            std::vector<Span> spans;
            {
              py::gil_scoped_release nogil;
              spans = self.words(text);
            }
            return point_spans(CodePoints(text), spans);
          },
          py::arg("text"))
      .def(
          "explain",
          [](const Segmenter& self, std::string_view text) {
            const CodePoints points(text);
            py::list out;
            for (const Boundary& b : self.explain(text))
              out.append(py::make_tuple(points(b.at), b.broken, b.rule));
            return out;
          },
          py::arg("text"));
}

}  // namespace tenor::bindings
