#include "tenor/text/article.h"

#include <pybind11/native_enum.h>
#include <pybind11/stl.h>

#include "bindings.h"
#include "tenor/text/chrome_features.h"
#include "tenor/text/lines.h"

namespace tenor::bindings {

void bind_article(py::module_& m) {
  py::native_enum<Origin>(m, "Origin", "enum.IntEnum")
      .value("page", Origin::page)
      .value("extract", Origin::extract)
      .finalize();
  m.def(
      "clean",
      [](std::string_view text, Origin origin) {
        Article article;
        {
          py::gil_scoped_release nogil;
          article = clean(text, origin);
        }
        const CodePoints points(text);
        auto span = [&](const std::optional<Span>& s) {
          return s ? py::object(point_span(points, *s)) : py::none();
        };
        py::list removed;
        for (const Removed& r : article.removed)
          removed.append(py::make_tuple(point_span(points, r.span), r.reason));
        py::dict out;
        out["title"] = span(article.title);
        out["outlet"] = span(article.outlet);
        out["byline"] = span(article.byline);
        out["dateline"] = span(article.dateline);
        out["date"] = article.date;
        out["body"] = point_spans(points, article.body);
        out["captions"] = point_spans(points, article.captions);
        out["pull_quotes"] = point_spans(points, article.pull_quotes);
        out["removed"] = removed;
        return out;
      },
      py::arg("text"), py::arg("origin"));
  // For tools/train_chrome.py, so that training and use read the same figures.
  m.def(
      "chrome_features",
      [](std::string_view text) {
        const std::vector<Line> found = lines(text);
        std::vector<Signs> signs;
        std::vector<Span> spans;
        for (const Line& line : found) signs.push_back(read_signs(text, line)), spans.push_back(line.span);
        const Page page(text, found, signs);
        const auto& names = line_feature_names();
        std::vector<float> values(found.size() * names.size());
        for (std::size_t i = 0; i < found.size(); ++i) describe_line(page, i, &values[i * names.size()]);
        return py::make_tuple(point_spans(CodePoints(text), spans), names, values);
      },
      py::arg("text"));
}

}  // namespace tenor::bindings
