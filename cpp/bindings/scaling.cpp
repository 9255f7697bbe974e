#include <pybind11/native_enum.h>
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "arrays.h"
#include "bindings.h"
#include "tenor/scaling/positions.h"
#include "tenor/scaling/svd.h"
#include "tenor/scaling/wordfish.h"
#include "tenor/terms/collocations.h"

namespace tenor::bindings {
namespace {

template <class T>
using Array = py::array_t<T, py::array::c_style>;

template <class T>
std::span<const T> view(const Array<T>& values) {
  return {values.data(), static_cast<std::size_t>(values.size())};
}

// n x k, by rows
py::array_t<double> matrix(std::vector<double>&& values, std::size_t k) {
  const auto rows = static_cast<py::ssize_t>(values.size() / k);
  return to_numpy(std::move(values)).reshape({rows, static_cast<py::ssize_t>(k)});
}

py::dict fitted(WordfishFit&& fit) {
  py::dict out;
  out["alpha"] = to_numpy(std::move(fit.alpha));
  out["theta"] = to_numpy(std::move(fit.theta));
  out["se"] = to_numpy(std::move(fit.se));
  out["psi"] = to_numpy(std::move(fit.psi));
  out["beta"] = to_numpy(std::move(fit.beta));
  out["phi"] = to_numpy(std::move(fit.phi));
  out["path"] = to_numpy(std::move(fit.path));
  out["converged"] = fit.converged;
  out["theta_precision"] = fit.theta_precision;
  return out;
}

// Columns of a table: words (by rows of five, 0-padded) and the figures.
py::tuple columns(const std::vector<Collocation>& found) {
  std::vector<std::uint32_t> words;
  std::vector<std::int64_t> length, count, nested;
  std::vector<double> lambda, z;
  for (const Collocation& c : found) {
    words.insert(words.end(), c.words.begin(), c.words.end());
    words.resize(words.size() + 5 - c.words.size());
    length.push_back(static_cast<std::int64_t>(c.words.size()));
    count.push_back(static_cast<std::int64_t>(c.count));
    nested.push_back(static_cast<std::int64_t>(c.nested));
    lambda.push_back(c.lambda);
    z.push_back(c.z);
  }
  return py::make_tuple(to_numpy(std::move(words)), to_numpy(std::move(length)), to_numpy(std::move(count)),
                        to_numpy(std::move(nested)), to_numpy(std::move(lambda)), to_numpy(std::move(z)));
}

}  // namespace

void bind_scaling(py::module_& m) {
  py::native_enum<Dispersion>(m, "Dispersion", "enum.IntEnum")
      .value("poisson", Dispersion::poisson)
      .value("overall", Dispersion::overall)
      .value("feature", Dispersion::feature)
      .finalize();
  m.def(
      "leading_svd",
      [](const Array<std::int64_t>& starts, const Array<std::int32_t>& indices, const Array<double>& values,
         std::size_t features, std::size_t k, std::uint64_t seed, unsigned threads) {
        const SparseView x{features, view(starts), view(indices), view(values)};
        Svd svd;
        {
          py::gil_scoped_release nogil;
          svd = leading_svd(x, k, threads, seed);
        }
        return py::make_tuple(to_numpy(std::move(svd.singular_values)), matrix(std::move(svd.right), k),
                              svd.steps);
      },
      py::arg("starts").noconvert(), py::arg("indices").noconvert(), py::arg("values").noconvert(),
      py::arg("features"), py::arg("k"), py::arg("seed"), py::arg("threads"));
  m.def(
      "wordfish",
      [](const Array<std::int64_t>& starts, const Array<std::int32_t>& indices, const Array<double>& values,
         std::size_t features, const std::array<double, 4>& precision, Dispersion dispersion, double floor,
         double tolerance, double parameter_tolerance, bool absolute, std::size_t max_iterations,
         bool maximise, std::size_t low, std::size_t high, unsigned threads) {
        const SparseView y{features, view(starts), view(indices), view(values)};
        WordfishFit fit;
        {
          py::gil_scoped_release nogil;
          fit = wordfish(y, {precision, dispersion, floor, tolerance, parameter_tolerance, absolute,
                             max_iterations, maximise, low, high, threads});
        }
        return fitted(std::move(fit));
      },
      py::arg("starts").noconvert(), py::arg("indices").noconvert(), py::arg("values").noconvert(),
      py::arg("features"), py::arg("precision"), py::arg("dispersion"), py::arg("floor"),
      py::arg("tolerance"), py::arg("parameter_tolerance"), py::arg("absolute"), py::arg("max_iterations"),
      py::arg("maximise"), py::arg("low"), py::arg("high"), py::arg("threads"));
  m.def(
      "positions",
      [](const Array<std::int64_t>& starts, const Array<std::int32_t>& indices, const Array<double>& values,
         const Array<double>& psi, const Array<double>& beta, const Array<double>& phi,
         double alpha_precision, double theta_precision, unsigned threads) {
        const SparseView y{static_cast<std::size_t>(psi.size()), view(starts), view(indices), view(values)};
        Positions found;
        {
          py::gil_scoped_release nogil;
          found = positions(y, view(psi), view(beta), view(phi), alpha_precision, theta_precision, threads);
        }
        return py::make_tuple(to_numpy(std::move(found.alpha)), to_numpy(std::move(found.theta)),
                              to_numpy(std::move(found.se)));
      },
      py::arg("starts").noconvert(), py::arg("indices").noconvert(), py::arg("values").noconvert(),
      py::arg("psi").noconvert(), py::arg("beta").noconvert(), py::arg("phi").noconvert(),
      py::arg("alpha_precision"), py::arg("theta_precision"), py::arg("threads"));
  py::class_<CollocationCounter> counter(m, "CollocationCounter");
  counter.def(py::init<std::vector<std::size_t>>(), py::arg("sizes"))
      .def(
          "add",
          [](CollocationCounter& self, const Array<std::uint32_t>& words) {
            const auto all = view(words);
            py::gil_scoped_release nogil;
            self.add(all);
          },
          py::arg("words").noconvert())
      .def(
          "find",
          [](const CollocationCounter& self, std::uint64_t min_count, double smoothing) {
            std::vector<Collocation> found;
            {
              py::gil_scoped_release nogil;
              found = self.find(min_count, smoothing);
            }
            return columns(found);
          },
          py::arg("min_count"), py::arg("smoothing"));
  counter.attr("gap") = CollocationCounter::gap;
}

}  // namespace tenor::bindings
