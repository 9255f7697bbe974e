#include "tenor/text/article.h"

#include "bindings.h"

namespace tenor::bindings {

void bind_article(py::module_& m) {
  m.def(
      "clean",
      [](std::string_view text) {
        Article article;
        {
          py::gil_scoped_release nogil;
          article = clean(text);
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
        out["removed"] = removed;
        return out;
      },
      py::arg("text"));
}

}  // namespace tenor::bindings
