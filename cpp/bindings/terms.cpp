#include <pybind11/native_enum.h>
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "bindings.h"
#include "documents.h"
#include "tenor/terms/counter.h"
#include "tenor/terms/hasher.h"
#include "tenor/terms/keyterms.h"
#include "tenor/terms/tfidf.h"

namespace tenor::bindings {
namespace {

// A core array as numpy's, without a copy.
template <class Out, class T>
py::array_t<Out> array(Buffer<T>&& buffer) {
  static_assert(sizeof(Out) == sizeof(T));
  auto kept = std::make_unique<Buffer<T>>(std::move(buffer));
  const auto size = static_cast<py::ssize_t>(kept->size());
  auto* data = reinterpret_cast<Out*>(kept->data());
  const py::capsule owner(kept.release(), [](void* p) { delete static_cast<Buffer<T>*>(p); });
  return py::array_t<Out>(size, data, owner);
}
template <class T>
py::array_t<T> array(const std::vector<T>& values) {
  return py::array_t<T>(static_cast<py::ssize_t>(values.size()), values.data());
}
template <class T>
std::span<T> span(py::array_t<T>& values) {
  return {values.mutable_data(), static_cast<std::size_t>(values.size())};
}
template <class T>
std::span<const T> view(const py::array_t<T>& values) {
  return {values.data(), static_cast<std::size_t>(values.size())};
}

using Columns = std::optional<py::array_t<std::uint32_t, py::array::c_style | py::array::forcecast>>;
std::optional<std::span<const std::uint32_t>> view(const Columns& columns) {
  if (!columns) return {};
  return std::span<const std::uint32_t>{columns->data(), static_cast<std::size_t>(columns->size())};
}

py::str text(const std::string& utf8) {
  return py::reinterpret_steal<py::str>(
      PyUnicode_DecodeUTF8(utf8.data(), static_cast<py::ssize_t>(utf8.size()), "surrogatepass"));
}
std::string utf8(const py::handle& text) {
  const auto bytes =
      py::reinterpret_steal<py::bytes>(PyUnicode_AsEncodedString(text.ptr(), "utf-8", "surrogatepass"));
  if (!bytes) throw py::error_already_set();
  return bytes;
}
std::vector<std::string> utf8s(const py::list& texts) {
  std::vector<std::string> out;
  for (const py::handle text : texts) out.push_back(utf8(text));
  return out;
}

py::list terms(const Vocabulary& vocabulary) {
  py::list out(vocabulary.size());
  for (std::size_t i = 0; i < vocabulary.size(); ++i) out[i] = text(vocabulary.term(i));
  return out;
}

template <class T>
py::tuple arrays(Csr<T>&& matrix) {
  return py::make_tuple(array<T>(std::move(matrix.values)), array<std::int32_t>(std::move(matrix.columns)),
                        array(matrix.row_starts));
}

template <class T>
void bind_matrix(py::class_<Counter>& counter, const char* name) {
  counter.def(
      name,
      [](Counter& self, const Columns& keep) {
        Csr<T> matrix;
        {
          const auto columns = view(keep);
          py::gil_scoped_release nogil;
          matrix = self.take_matrix<T>(columns);
        }
        return arrays(std::move(matrix));
      },
      py::arg("keep"));
}

template <class T>
void bind_hashed(py::class_<Hasher>& hasher, const char* name) {
  hasher.def(
      name,
      [](const Hasher& self, const Texts& texts, std::size_t first, unsigned threads) {
        const std::vector<Document> documents = documents_of(texts, first);
        Csr<T> matrix;
        {
          py::gil_scoped_release nogil;
          matrix = self.count<T>(documents, first, threads);
        }
        return arrays(std::move(matrix));
      },
      py::arg("texts"), py::arg("first"), py::arg("threads"));
}

template <class T, class Index>
void bind_weigh(py::module_& m) {
  m.def(
      "weigh",
      [](py::array_t<Index> row_starts, py::array_t<Index> columns, py::array_t<T> values, py::array_t<T> idf,
         bool sublinear, Norm norm, unsigned threads) {
        const auto starts = view(row_starts), cols = view(columns);
        const auto weights = view(idf);
        const auto data = span(values);
        py::gil_scoped_release nogil;
        weigh<T, Index>(starts, cols, data, weights, sublinear, norm, threads);
      },
      py::arg("row_starts").noconvert(), py::arg("columns").noconvert(), py::arg("values").noconvert(),
      py::arg("idf").noconvert(), py::arg("sublinear"), py::arg("norm"), py::arg("threads"));
}

}  // namespace

void bind_terms(py::module_& m) {
  py::native_enum<Unit>(m, "Unit", "enum.IntEnum")
      .value("word", Unit::word)
      .value("character", Unit::character)
      .value("padded_word", Unit::padded_word)
      .value("segment", Unit::segment)
      .finalize();
  py::native_enum<Norm>(m, "Norm", "enum.IntEnum")
      .value("none", Norm::none)
      .value("l1", Norm::l1)
      .value("l2", Norm::l2)
      .finalize();
  py::class_<Vocabulary, std::shared_ptr<Vocabulary>>(m, "Vocabulary")
      .def(py::init([](const py::list& terms, const py::list& stop_words, bool characters) {
             return Vocabulary(utf8s(terms), utf8s(stop_words), characters);
           }),
           py::arg("terms"), py::arg("stop_words"), py::arg("characters"))
      .def("__len__", &Vocabulary::size)
      .def_property_readonly("bytes", &Vocabulary::bytes)
      .def("terms", &terms)
      .def(py::pickle(
          [](const Vocabulary& self) {
            py::list stop_words;
            for (std::uint32_t word = 0; self.stopped(word); ++word)
              stop_words.append(text(std::string(self.words()[word])));
            return py::make_tuple(terms(self), stop_words, self.characters());
          },
          [](const py::tuple& state) {
            return Vocabulary(utf8s(state[0]), utf8s(state[1]), state[2].cast<bool>());
          }));
  py::class_<Counter> counter(m, "Counter");
  counter
      .def(py::init([](bool lowercase, Unit unit, std::size_t min_length, std::size_t min_n,
                       std::size_t max_n, const py::list& stop_words, unsigned threads, bool keep_rows) {
             return Counter({python_alphabet(lowercase), unit, min_length, min_n, max_n}, utf8s(stop_words),
                            threads, keep_rows);
           }),
           py::arg("lowercase"), py::arg("unit"), py::arg("min_length"), py::arg("min_n"), py::arg("max_n"),
           py::arg("stop_words"), py::arg("threads"), py::arg("keep_rows"))
      .def(py::init([](bool lowercase, Unit unit, std::size_t min_length, std::size_t min_n,
                       std::size_t max_n, std::shared_ptr<Vocabulary> vocabulary, unsigned threads) {
             return Counter({python_alphabet(lowercase), unit, min_length, min_n, max_n},
                            std::move(vocabulary), threads);
           }),
           py::arg("lowercase"), py::arg("unit"), py::arg("min_length"), py::arg("min_n"), py::arg("max_n"),
           py::arg("vocabulary"), py::arg("threads"))
      .def(
          "survey",
          [](Counter& self, const Texts& texts, std::size_t characters) {
            const std::vector<Document> documents = documents_of(texts, self.surveyed());
            py::gil_scoped_release nogil;
            self.survey(documents, characters);
          },
          py::arg("texts"), py::arg("characters"))
      .def("end_survey", &Counter::end_survey, py::arg("least"))
      .def_property_readonly("surveyed", &Counter::surveyed)
      .def_property_readonly("met", &Counter::met)
      .def_property_readonly("refused", &Counter::refused)
      .def(
          "add",
          [](Counter& self, const Texts& texts) {
            const std::vector<Document> documents = documents_of(texts, self.documents());
            py::gil_scoped_release nogil;
            self.add(documents);
          },
          py::arg("texts"))
      .def("finish", &Counter::finish, py::call_guard<py::gil_scoped_release>())
      .def_property_readonly("documents", &Counter::documents)
      .def_property_readonly("terms", &Counter::terms)
      .def("document_frequencies", [](const Counter& self) { return array(self.document_frequencies()); })
      .def("term_frequencies", [](const Counter& self) { return array(self.term_frequencies()); })
      .def(
          "vocabulary",
          [](Counter& self, const Columns& keep) {
            return std::make_shared<Vocabulary>(self.take_vocabulary(view(keep)));
          },
          py::arg("keep"));
  bind_matrix<std::int64_t>(counter, "matrix_int64");
  bind_matrix<std::int32_t>(counter, "matrix_int32");
  bind_matrix<double>(counter, "matrix_float64");
  bind_matrix<float>(counter, "matrix_float32");
  py::class_<Hasher> hasher(m, "Hasher");
  hasher.def(py::init([](bool lowercase, Unit unit, std::size_t min_length, std::size_t min_n,
                         std::size_t max_n, const py::list& stop_words, std::uint32_t columns, bool signs) {
               return Hasher({python_alphabet(lowercase), unit, min_length, min_n, max_n}, utf8s(stop_words),
                             columns, signs);
             }),
             py::arg("lowercase"), py::arg("unit"), py::arg("min_length"), py::arg("min_n"), py::arg("max_n"),
             py::arg("stop_words"), py::arg("columns"), py::arg("signs"));
  bind_hashed<std::int64_t>(hasher, "count_int64");
  bind_hashed<std::int32_t>(hasher, "count_int32");
  bind_hashed<double>(hasher, "count_float64");
  bind_hashed<float>(hasher, "count_float32");
  m.attr("english_stop_words") =
      std::vector<std::string>(english_stop_words().begin(), english_stop_words().end());
  m.def(
      "keyterms",
      [](const std::vector<std::string>& sentences, std::size_t n,
         const std::vector<std::string>& stop_words) {
        std::vector<KeyTerm> found;
        {
          py::gil_scoped_release nogil;
          found = keyterms(sentences, n, stop_words);
        }
        std::vector<std::pair<std::string, double>> out;
        for (KeyTerm& term : found) out.emplace_back(std::move(term.text), term.score);
        return out;
      },
      py::arg("sentences"), py::arg("n"), py::arg("stop_words"));
  bind_weigh<double, std::int32_t>(m);
  bind_weigh<double, std::int64_t>(m);
  bind_weigh<float, std::int32_t>(m);
  bind_weigh<float, std::int64_t>(m);
}

}  // namespace tenor::bindings
