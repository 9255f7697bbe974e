#include <pybind11/stl.h>

#include "bindings.h"
#include "tenor/syntax/tagger.h"
#include "tenor/voice/attribution.h"

namespace tenor::bindings {
namespace {

py::list attributions_of(const Segmenter& segmenter, const Tagger& tagger, const Parser* parser,
                         std::string_view text) {
  std::vector<Attribution> found;
  {
    py::gil_scoped_release nogil;
    const Reading reading = read(text, segmenter);
    const std::vector<Quotation> quoted = quotations(reading);
    found = attributions(reading, lay_out(reading, tagger.tag(reading), quoted, parser), quoted);
  }
  const CodePoints points(text);
  py::list out;
  for (const Attribution& a : found)
    out.append(py::make_tuple(point_spans(points, a.source), point_spans(points, a.cue),
                              point_spans(points, a.content), a.holder, name(a.kind), a.depth, a.rule));
  return out;
}

}  // namespace

void bind_voice(py::module_& m) {
  py::class_<Tagger, py::smart_holder>(m, "Tagger").def(py::init<std::string_view>(), py::arg("model"));
  m.def("attributions", &attributions_of, py::arg("segmenter"), py::arg("tagger"),
        py::arg("parser").none(true), py::arg("text"));
}

}  // namespace tenor::bindings
