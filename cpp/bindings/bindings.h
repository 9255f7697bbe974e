#pragma once

#include <pybind11/pybind11.h>

#include <vector>

#include "tenor/text/span.h"
#include "tenor/text/unicode.h"

namespace tenor::bindings {

namespace py = pybind11;

/// (start, end) in code points, as Python sees a span.
inline py::tuple point_span(const CodePoints& points, Span span) {
  return py::make_tuple(points(span.begin), points(span.end));
}
inline py::list point_spans(const CodePoints& points, const std::vector<Span>& spans) {
  py::list out(spans.size());
  for (std::size_t i = 0; i < spans.size(); ++i)
    PyList_SET_ITEM(out.ptr(), static_cast<py::ssize_t>(i), point_span(points, spans[i]).release().ptr());
  return out;
}

void bind_text(py::module_& m);
void bind_article(py::module_& m);
void bind_terms(py::module_& m);
void bind_sentiment(py::module_& m);
void bind_syntax(py::module_& m);
void bind_voice(py::module_& m);
void bind_stance(py::module_& m);
void bind_scaling(py::module_& m);
void bind_pipeline(py::module_& m);

}  // namespace tenor::bindings
