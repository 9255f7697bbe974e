#include "tenor/pipeline/analyzer.h"

#include <algorithm>
#include <utility>

#include "tenor/pipeline/parallel.h"

namespace tenor {
namespace {

std::string_view name(Section section) {
  switch (section) {
    case Section::title:
      return "title";
    case Section::caption:
      return "caption";
    case Section::body:
      break;
  }
  return "body";
}

const Span* pointer(const std::optional<Span>& span) {
  return span ? &*span : nullptr;
}

void add_article(ArticleTable& table, const Article& article, std::int64_t row, const CodePoints& points) {
  table.article.push_back(row);
  table.title.add(pointer(article.title), points);
  table.outlet.add(pointer(article.outlet), points);
  table.byline.add(pointer(article.byline), points);
  table.dateline.add(pointer(article.dateline), points);
  table.date.add(article.date);
  table.body.add(article.body, points);
  table.captions.add(article.captions, points);
  std::vector<Span> removed;
  std::string reasons;
  for (const Removed& r : article.removed) {
    removed.push_back(r.span);
    (reasons += reasons.empty() ? "" : "\n") += r.reason;
  }
  table.removed.add(removed, points);
  table.reasons.add(reasons);
}

}  // namespace

Analyzer::Analyzer(Segmenter segmenter, std::shared_ptr<const Scorer> scorer, std::vector<TargetList> targets,
                   bool discover)
    : segmenter_(std::move(segmenter)),
      scorer_(std::move(scorer)),
      targets_(std::move(targets)),
      discover_(discover) {}

Tables Analyzer::analyze_one(std::string_view text, std::size_t row, bool clean_up) const {
  Tables tables;
  const CodePoints points(text);
  const auto index = static_cast<std::int64_t>(row);
  const Article article = clean_up ? clean(text) : Article{};
  const Reading reading = clean_up ? read(text, article, segmenter_) : read(text, segmenter_);
  add_article(tables.articles, article, index, points);
  for (std::size_t i = 0; i < reading.sentences.size(); ++i) {
    const Sentence& sentence = reading.sentences[i];
    SentenceTable& s = tables.sentences;
    s.article.push_back(index);
    s.sentence.push_back(static_cast<std::int64_t>(i));
    s.start.push_back(static_cast<std::int64_t>(points(sentence.span.begin)));
    s.end.push_back(static_cast<std::int64_t>(points(sentence.span.end)));
    s.section.add(name(sentence.section));
    s.text.add(reading.of(sentence.span));
    const Score score = scorer_ ? scorer_->score(reading.of(sentence.span)) : Score{};
    s.sentiment.push_back(score.value);
    s.hits.push_back(score.hits);
    s.outlet_share.push_back(1.0);
  }
  return tables;
}

Tables Analyzer::analyze(const std::vector<std::string_view>& texts, unsigned threads, bool clean_up) const {
  std::vector<Tables> parts(texts.size());
  parallel_for(texts.size(), threads, [&](std::size_t i) { parts[i] = analyze_one(texts[i], i, clean_up); });
  Tables out;
  for (Tables& part : parts) {
    out.add(part);
    part = {};
  }
  return out;
}

}  // namespace tenor
