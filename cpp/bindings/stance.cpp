#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "bindings.h"
#include "tenor/stance/batch.h"
#include "tenor/stance/linear.h"

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
  for (const FeatureShare& s : reasons.shares)
    shares.append(py::make_tuple(points(s.word.begin), points(s.word.end), s.feature, triple(s.shares)));
  return py::make_tuple(triple(reasons.probabilities), triple(reasons.bias), shares);
}

template <class T>
py::array_t<T> array(const std::vector<T>& v) {
  return py::array_t<T>(static_cast<py::ssize_t>(v.size()), v.data());
}

/// What the training script learns from: one row of features for each target, as a sparse matrix.
py::tuple features(const std::string& classes, const std::string& valences,
                   const std::vector<std::string_view>& sentences, const std::vector<std::ptrdiff_t>& starts,
                   const std::vector<std::ptrdiff_t>& ends) {
  const FeatureRows rows = target_features(WordClasses(classes, valences), sentences, starts, ends);
  return py::make_tuple(array(rows.row_begins), array(rows.ids), array(rows.values), array(rows.families),
                        FeatureExtractor::families());
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
  m.def("target_features", &features, py::arg("classes"), py::arg("valences"), py::arg("sentences"),
        py::arg("starts"), py::arg("ends"));
}

}  // namespace tenor::bindings
