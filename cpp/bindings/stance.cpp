#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "bindings.h"
#include "tenor/stance/batch.h"
#include "tenor/stance/gated.h"

namespace tenor::bindings {
namespace {

py::array_t<double> polarities(const TargetModel& self, const std::vector<std::string_view>& sentences,
                               const std::vector<std::ptrdiff_t>& starts,
                               const std::vector<std::ptrdiff_t>& ends) {
  std::vector<Probabilities> out;
  {
    py::gil_scoped_release nogil;
    out = target_polarities(self, sentences, starts, ends);
  }
  return py::array_t<double>({static_cast<py::ssize_t>(out.size()), py::ssize_t{3}},
                             out.empty() ? nullptr : out.data()->data());
}

py::tuple triple(const Probabilities& p) {
  return py::make_tuple(p[0], p[1], p[2]);
}

py::tuple explain(const TargetModel& self, std::string_view sentence, std::ptrdiff_t start,
                  std::ptrdiff_t end) {
  const TargetReasons reasons = explain_target(self, sentence, start, end);
  const CodePoints points(sentence);
  py::list shares;
  for (const WordShare& s : reasons.shares)
    shares.append(py::make_tuple(points(s.word.begin), points(s.word.end), s.gate, triple(s.shares)));
  return py::make_tuple(triple(reasons.probabilities), triple(reasons.bias), shares);
}

}  // namespace

void bind_stance(py::module_& m) {
  py::class_<TargetModel, py::smart_holder>(m, "TargetModel")
      .def(py::init([](const py::bytes& weights) {
             return std::make_unique<TargetModel>(std::string_view(weights));
           }),
           py::arg("weights"))
      .def("polarities", &polarities, py::arg("sentences"), py::arg("starts"), py::arg("ends"))
      .def("explain", &explain, py::arg("sentence"), py::arg("start"), py::arg("end"))
      .def_property_readonly("card", &TargetModel::card);
}

}  // namespace tenor::bindings
