#include "tenor/pipeline/analyzer.h"

#include <utility>

#include "tenor/pipeline/parallel.h"
#include "tenor/pipeline/readable.h"
#include "tenor/pipeline/tone.h"

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

void add_part(SpanColumn& spans, StringColumn& texts, const std::optional<Span>& span, std::string_view text,
              const CodePoints& points) {
  spans.add(pointer(span), points);
  texts.add(span ? span->of(text) : std::string_view{});
}

void add_article(ArticleTable& table, const Article& article, std::string_view text, std::int64_t row,
                 const CodePoints& points) {
  table.article.push_back(row);
  add_part(table.title, table.title_text, article.title, text, points);
  add_part(table.outlet, table.outlet_text, article.outlet, text, points);
  add_part(table.byline, table.byline_text, article.byline, text, points);
  add_part(table.dateline, table.dateline_text, article.dateline, text, points);
  table.date.add(article.date);
  table.body.add(article.body, points);
  table.captions.add(article.captions, points);
  std::vector<Span> removed;
  std::string reasons;
  for (const Removed& r : article.removed) {
    removed.push_back(r.span);
    (reasons += reasons.empty() ? "" : "\n") += r.reason;
  }
  // Their words stand in the body too: read again, they would count twice.
  for (const Span& quote : article.pull_quotes) {
    removed.push_back(quote);
    reasons += reasons.empty() ? "pull quote" : "\npull quote";
  }
  table.removed.add(removed, points);
  table.reasons.add(reasons);
}

void add_sentences(SentenceTable& table, const Reading& reading, const std::vector<Attribution>& attributions,
                   const Scorer* scorer, std::int64_t row, const CodePoints& points) {
  const std::vector<std::vector<Span>> quoted = quoted_parts(reading, attributions);
  for (std::size_t i = 0; i < reading.sentences.size(); ++i) {
    const Sentence& sentence = reading.sentences[i];
    table.article.push_back(row);
    table.sentence.push_back(static_cast<std::int64_t>(i));
    table.start.push_back(static_cast<std::int64_t>(points(sentence.span.begin)));
    table.end.push_back(static_cast<std::int64_t>(points(sentence.span.end)));
    table.section.add(name(sentence.section));
    table.text.add(reading.of(sentence.span));
    const Tone found = scorer ? tone(*scorer, reading.text, sentence.span, quoted[i]) : Tone{};
    table.sentiment.push_back(found.score.value);
    table.hits.push_back(found.score.hits);
    table.outlet_share.push_back(outlet_share(reading, sentence, quoted[i]));
    table.words.push_back(found.words);
    table.positive.push_back(found.positive);
    table.negative.push_back(found.negative);
    table.outlet_positive.push_back(found.outlet_positive);
    table.outlet_negative.push_back(found.outlet_negative);
    table.outlet_sentiment.push_back(found.outlet_score);
    table.quoted.add(quoted[i], points);
  }
}

void add_quotes(QuoteTable& table, const std::vector<Attribution>& attributions, std::int64_t row,
                const CodePoints& points) {
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    const Attribution& a = attributions[i];
    table.article.push_back(row);
    table.sentence.push_back(static_cast<std::int64_t>(a.sentence));
    table.quote.push_back(static_cast<std::int64_t>(i));
    table.holder.add(a.holder);
    table.source.add(a.source, points);
    table.cue.add(a.cue, points);
    table.content.add(a.content, points);
    table.kind.add(name(a.kind));
    table.depth.push_back(a.depth);
  }
}

void add_stances(StanceTable& table, const std::vector<Stance>& stances, std::int64_t row,
                 const CodePoints& points) {
  for (const Stance& s : stances) {
    table.article.push_back(row);
    table.sentence.push_back(static_cast<std::int64_t>(s.sentence));
    table.holder.add(s.holder);
    table.target.add(s.target);
    table.target_start.push_back(static_cast<std::int64_t>(points(s.mention.begin)));
    table.target_end.push_back(static_cast<std::int64_t>(points(s.mention.end)));
    table.stance.push_back(s.label);
    table.unfavourable.push_back(s.probability[0]);
    table.neutral.push_back(s.probability[1]);
    table.favourable.push_back(s.probability[2]);
    table.depth.push_back(s.depth);
  }
}

}  // namespace

Analyzer::Analyzer(Segmenter segmenter, std::shared_ptr<const Tagger> tagger,
                   std::shared_ptr<const Parser> parser, std::shared_ptr<const Scorer> scorer,
                   std::shared_ptr<const StanceFinder> finder)
    : segmenter_(std::move(segmenter)),
      tagger_(std::move(tagger)),
      parser_(std::move(parser)),
      scorer_(std::move(scorer)),
      finder_(std::move(finder)) {}

Tables Analyzer::analyze_one(std::string_view text, std::int64_t row, bool clean_up) const {
  Tables tables;
  const CodePoints points(text);
  const Article article = clean_up ? clean(text) : Article{};
  const Reading reading = clean_up ? read(text, article, segmenter_) : read(text, segmenter_);
  const std::vector<Tagged> tags = tagger_->tag(reading);
  const std::vector<Quotation> quoted = quotations(reading);
  const std::vector<Layout> layouts =
      lay_out(reading, tags, quoted, parser_.get(), finder_ ? Parsed::all : Parsed::reporting);
  const std::vector<Attribution> found = attributions(reading, layouts, quoted);
  add_article(tables.articles, article, text, row, points);
  add_sentences(tables.sentences, reading, found, scorer_.get(), row, points);
  add_quotes(tables.quotes, found, row, points);
  if (finder_) add_stances(tables.stances, finder_->stances(reading, layouts, found), row, points);
  return tables;
}

Tables Analyzer::analyze(const std::vector<std::optional<std::string_view>>& texts, std::int64_t first,
                         unsigned threads, bool clean_up) const {
  std::vector<Tables> parts(texts.size());
  parallel_for(texts.size(), threads, [&](std::size_t i) {
    const std::int64_t row = first + static_cast<std::int64_t>(i);
    const std::string why = unreadable(texts[i]);
    if (why.empty()) {
      parts[i] = analyze_one(*texts[i], row, clean_up);
      return;
    }
    parts[i].unreadable.article.push_back(row);
    parts[i].unreadable.status.add(why);
  });
  Tables out;
  for (Tables& part : parts) {
    out.add(part);
    part = {};
  }
  return out;
}

}  // namespace tenor
