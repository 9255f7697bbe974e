#include <pybind11/stl.h>

#include "arrays.h"
#include "tenor/pipeline/analyzer.h"
#include "tenor/text/arrow_strings.h"

namespace tenor::bindings {
namespace {

py::tuple column(StringColumn&& c) {
  return py::make_tuple(to_numpy(std::move(c.offsets)), to_numpy(std::move(c.bytes)));
}
py::tuple column(SpansColumn&& c) {
  return py::make_tuple(to_numpy(std::move(c.offsets)), to_numpy(std::move(c.start)),
                        to_numpy(std::move(c.end)));
}
template <class T>
py::array_t<T> column(std::vector<T>&& c) {
  return to_numpy(std::move(c));
}
void add_span(py::dict& table, const char* name, SpanColumn&& c) {
  table[py::str(std::string(name) + "_start")] = to_numpy(std::move(c.start));
  table[py::str(std::string(name) + "_end")] = to_numpy(std::move(c.end));
}

py::dict table(ArticleTable&& t) {
  py::dict out;
  out["article"] = column(std::move(t.article));
  add_span(out, "title", std::move(t.title));
  add_span(out, "outlet", std::move(t.outlet));
  add_span(out, "byline", std::move(t.byline));
  add_span(out, "dateline", std::move(t.dateline));
  out["title"] = column(std::move(t.title_text));
  out["outlet"] = column(std::move(t.outlet_text));
  out["byline"] = column(std::move(t.byline_text));
  out["dateline"] = column(std::move(t.dateline_text));
  out["date"] = column(std::move(t.date));
  out["body"] = column(std::move(t.body));
  out["captions"] = column(std::move(t.captions));
  out["removed"] = column(std::move(t.removed));
  out["reasons"] = column(std::move(t.reasons));
  return out;
}

py::dict table(SentenceTable&& t) {
  py::dict out;
  out["article"] = column(std::move(t.article));
  out["sentence"] = column(std::move(t.sentence));
  out["start"] = column(std::move(t.start));
  out["end"] = column(std::move(t.end));
  out["section"] = column(std::move(t.section));
  out["text"] = column(std::move(t.text));
  out["sentiment"] = column(std::move(t.sentiment));
  out["hits"] = column(std::move(t.hits));
  out["outlet_share"] = column(std::move(t.outlet_share));
  out["words"] = column(std::move(t.words));
  out["positive"] = column(std::move(t.positive));
  out["negative"] = column(std::move(t.negative));
  out["outlet_positive"] = column(std::move(t.outlet_positive));
  out["outlet_negative"] = column(std::move(t.outlet_negative));
  out["outlet_sentiment"] = column(std::move(t.outlet_sentiment));
  out["quoted"] = column(std::move(t.quoted));
  return out;
}

py::dict table(QuoteTable&& t) {
  py::dict out;
  out["article"] = column(std::move(t.article));
  out["sentence"] = column(std::move(t.sentence));
  out["quote"] = column(std::move(t.quote));
  out["holder"] = column(std::move(t.holder));
  out["source"] = column(std::move(t.source));
  out["cue"] = column(std::move(t.cue));
  out["content"] = column(std::move(t.content));
  out["kind"] = column(std::move(t.kind));
  out["depth"] = column(std::move(t.depth));
  return out;
}

py::dict table(StanceTable&& t) {
  py::dict out;
  out["article"] = column(std::move(t.article));
  out["sentence"] = column(std::move(t.sentence));
  out["holder"] = column(std::move(t.holder));
  out["target"] = column(std::move(t.target));
  out["target_start"] = column(std::move(t.target_start));
  out["target_end"] = column(std::move(t.target_end));
  out["stance"] = column(std::move(t.stance));
  out["unfavourable"] = column(std::move(t.unfavourable));
  out["neutral"] = column(std::move(t.neutral));
  out["favourable"] = column(std::move(t.favourable));
  out["depth"] = column(std::move(t.depth));
  return out;
}

py::dict table(UnreadableTable&& t) {
  py::dict out;
  out["article"] = column(std::move(t.article));
  out["status"] = column(std::move(t.status));
  return out;
}

py::dict analyze(const Analyzer& self, const py::capsule& schema, const py::capsule& array,
                 std::int64_t first, unsigned threads, bool clean) {
  const auto texts = arrow_strings(*schema.get_pointer<ArrowSchema>(), *array.get_pointer<ArrowArray>());
  Tables tables;
  {
    py::gil_scoped_release nogil;
    tables = self.analyze(texts, first, threads, clean);
  }
  py::dict out;
  out["articles"] = table(std::move(tables.articles));
  out["sentences"] = table(std::move(tables.sentences));
  out["quotes"] = table(std::move(tables.quotes));
  out["stances"] = table(std::move(tables.stances));
  out["unreadable"] = table(std::move(tables.unreadable));
  return out;
}

std::vector<TargetList> target_lists(
    const std::vector<std::pair<std::string, std::vector<std::string>>>& targets) {
  std::vector<TargetList> out;
  for (const auto& [name, aliases] : targets) out.push_back({name, aliases});
  return out;
}

}  // namespace

void bind_pipeline(py::module_& m) {
  py::class_<StanceFinder, py::smart_holder>(m, "StanceFinder")
      .def(py::init([](std::shared_ptr<const Scorer> scorer, std::shared_ptr<const TargetModel> model,
                       const std::vector<std::pair<std::string, std::vector<std::string>>>& targets,
                       bool discover, const Segmenter& segmenter) {
             return StanceFinder(std::move(scorer), std::move(model),
                                 TargetMatcher(target_lists(targets), segmenter), discover);
           }),
           py::arg("scorer"), py::arg("model"), py::arg("targets"), py::arg("discover"),
           py::arg("segmenter"));
  py::class_<Analyzer, py::smart_holder>(m, "Analyzer")
      .def(py::init([](const Segmenter& segmenter, std::shared_ptr<const Tagger> tagger,
                       std::shared_ptr<const Parser> parser, std::shared_ptr<const Scorer> scorer,
                       std::shared_ptr<const StanceFinder> finder) {
             return Analyzer(segmenter, std::move(tagger), std::move(parser), std::move(scorer),
                             std::move(finder));
           }),
           py::arg("segmenter"), py::arg("tagger"), py::arg("parser").none(true),
           py::arg("scorer").none(true), py::arg("finder").none(true))
      .def("analyze", &analyze, py::arg("schema"), py::arg("array"), py::arg("first"), py::arg("threads"),
           py::arg("clean"));
}

}  // namespace tenor::bindings
