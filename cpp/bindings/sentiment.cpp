#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arrays.h"
#include "bindings.h"
#include "tenor/pipeline/parallel.h"
#include "tenor/sentiment/lexicon.h"
#include "tenor/sentiment/news.h"
#include "tenor/sentiment/scorer.h"
#include "tenor/sentiment/vader.h"
#include "texts.h"

namespace tenor::bindings {
namespace {

// Enough sentences for one turn of a thread, few enough to share a small batch.
constexpr std::size_t chunk = 512;
constexpr std::size_t ahead = 8;

// Calls use(i, sentence) for each text, in turns of a thread each; without the GIL.
void for_each(const HeldTexts& texts, unsigned threads, auto&& use) {
  parallel_for((texts.size() + chunk - 1) / chunk, threads, [&](std::size_t c) {
    std::string room;
    for (std::size_t i = c * chunk; i < std::min(texts.size(), (c + 1) * chunk); ++i) {
      texts.prefetch(std::min(i + ahead, texts.size() - 1));
      use(i, texts.utf8(i, room));
    }
  });
}

py::tuple score_all(const Scorer& self, const Texts& texts, unsigned threads) {
  const HeldTexts held(texts);
  py::array_t<double> values(static_cast<py::ssize_t>(held.size()));
  py::array_t<std::int32_t> hits(static_cast<py::ssize_t>(held.size()));
  double* value = values.mutable_data();
  std::int32_t* hit = hits.mutable_data();
  {
    py::gil_scoped_release nogil;
    for_each(held, threads, [&](std::size_t i, std::string_view sentence) {
      const Score score = self.score(sentence);
      value[i] = score.value;
      hit[i] = score.hits;
    });
  }
  return py::make_tuple(values, hits);
}

py::array_t<std::int32_t> count_all(const Scorer& self, const Texts& texts, unsigned threads) {
  const HeldTexts held(texts);
  py::array_t<std::int32_t> out({static_cast<py::ssize_t>(held.size()), py::ssize_t{3}});
  std::int32_t* at = out.mutable_data();
  {
    py::gil_scoped_release nogil;
    for_each(held, threads, [&](std::size_t i, std::string_view sentence) {
      const Counts counts = self.counts(sentence);
      at[3 * i] = counts.positive;
      at[3 * i + 1] = counts.negative;
      at[3 * i + 2] = counts.words;
    });
  }
  return out;
}

// The shares of all sentences one after another: number of the sentence, span in its code points, value.
py::tuple shares_of_all(const Scorer& self, const Texts& texts, unsigned threads) {
  struct Shares {
    std::vector<std::int64_t> row, start, end;
    std::vector<double> value;
  };
  const HeldTexts held(texts);
  std::vector<Shares> parts((held.size() + chunk - 1) / chunk);
  Shares all;
  {
    py::gil_scoped_release nogil;
    for_each(held, threads, [&](std::size_t i, std::string_view sentence) {
      const Explained found = self.explain(sentence);
      const CodePoints points(sentence);
      Shares& part = parts[i / chunk];
      for (const Share& share : found.shares) {
        part.row.push_back(static_cast<std::int64_t>(i));
        part.start.push_back(static_cast<std::int64_t>(points(share.span.begin)));
        part.end.push_back(static_cast<std::int64_t>(points(share.span.end)));
        part.value.push_back(share.value);
      }
    });
    for (const Shares& part : parts) {
      all.row.insert(all.row.end(), part.row.begin(), part.row.end());
      all.start.insert(all.start.end(), part.start.begin(), part.start.end());
      all.end.insert(all.end.end(), part.end.begin(), part.end.end());
      all.value.insert(all.value.end(), part.value.begin(), part.value.end());
    }
  }
  return py::make_tuple(to_numpy(std::move(all.row)), to_numpy(std::move(all.start)),
                        to_numpy(std::move(all.end)), to_numpy(std::move(all.value)));
}

}  // namespace

void bind_sentiment(py::module_& m) {
  py::class_<Scorer, py::smart_holder>(m, "Scorer")
      .def("score", &score_all, py::arg("texts"), py::arg("threads"))
      .def("counts", &count_all, py::arg("texts"), py::arg("threads"))
      .def("shares", &shares_of_all, py::arg("texts"), py::arg("threads"))
      .def(
          "polarity",
          [](const Scorer& self, std::string_view sentence) {
            Polarity p;
            {
              py::gil_scoped_release nogil;
              p = self.polarity(sentence);
            }
            return py::make_tuple(p.neg, p.neu, p.pos, p.compound);
          },
          py::arg("sentence"))
      .def(
          "explain",
          [](const Scorer& self, std::string_view sentence) {
            std::vector<Share> shares;
            {
              py::gil_scoped_release nogil;
              shares = self.explain(sentence).shares;
            }
            const CodePoints points(sentence);
            py::list out;
            for (const Share& s : shares)
              out.append(py::make_tuple(points(s.span.begin), points(s.span.end), s.value, s.rule));
            return out;
          },
          py::arg("sentence"));
  py::class_<VaderScorer, Scorer, py::smart_holder>(m, "VaderScorer")
      .def(py::init<const Lexicon::Entries&, const EmojiTable::Entries&, unsigned>(), py::arg("lexicon"),
           py::arg("emoji"), py::arg("fixes"));
  py::class_<NewsScorer, Scorer, py::smart_holder>(m, "NewsScorer")
      .def(py::init<const Lexicon::Entries&, const EmojiTable::Entries&, double>(), py::arg("lexicon"),
           py::arg("emoji"), py::arg("negator"));
}

}  // namespace tenor::bindings
