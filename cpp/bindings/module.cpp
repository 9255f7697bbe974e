#include "bindings.h"
#include "tenor/error.h"

namespace py = pybind11;

PYBIND11_MODULE(_core, m, py::mod_gil_not_used()) {
  using namespace tenor::bindings;
  py::register_exception<tenor::Error>(m, "Error", PyExc_ValueError);
  m.attr("Error").attr("__module__") = "tenor";
  m.attr("version") = TENOR_VERSION;
  m.attr("compiler") = TENOR_COMPILER;
  bind_text(m);
  bind_article(m);
  bind_terms(m);
  bind_sentiment(m);
  bind_syntax(m);
  bind_voice(m);
  bind_stance(m);
  bind_scaling(m);
  bind_pipeline(m);
}
