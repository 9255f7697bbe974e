#include "tenor/pipeline/tables.h"

namespace tenor {
namespace {

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// Offsets that count from `from`'s own start continue where `to` ends.
void append_offsets(std::vector<std::int64_t>& to, const std::vector<std::int64_t>& from) {
  const std::int64_t base = to.back();
  for (std::size_t i = 1; i < from.size(); ++i) to.push_back(base + from[i]);
}

}  // namespace

void StringColumn::add(std::string_view value) {
  bytes += value;
  offsets.push_back(static_cast<std::int64_t>(bytes.size()));
}

void StringColumn::add(const StringColumn& other) {
  append_offsets(offsets, other.offsets);
  bytes += other.bytes;
}

void SpansColumn::add(const std::vector<Span>& spans, const CodePoints& points) {
  for (const Span& span : spans) {
    start.push_back(static_cast<std::int64_t>(points(span.begin)));
    end.push_back(static_cast<std::int64_t>(points(span.end)));
  }
  offsets.push_back(static_cast<std::int64_t>(start.size()));
}

void SpansColumn::add(const SpansColumn& other) {
  append_offsets(offsets, other.offsets);
  append(start, other.start);
  append(end, other.end);
}

void SpanColumn::add(const Span* span, const CodePoints& points) {
  start.push_back(span ? static_cast<std::int64_t>(points(span->begin)) : -1);
  end.push_back(span ? static_cast<std::int64_t>(points(span->end)) : -1);
}

void SpanColumn::add(const SpanColumn& other) {
  append(start, other.start);
  append(end, other.end);
}

void Tables::add(const Tables& other) {
  ArticleTable& a = articles;
  append(a.article, other.articles.article);
  a.title.add(other.articles.title);
  a.outlet.add(other.articles.outlet);
  a.byline.add(other.articles.byline);
  a.dateline.add(other.articles.dateline);
  a.title_text.add(other.articles.title_text);
  a.outlet_text.add(other.articles.outlet_text);
  a.byline_text.add(other.articles.byline_text);
  a.dateline_text.add(other.articles.dateline_text);
  a.date.add(other.articles.date);
  a.body.add(other.articles.body);
  a.captions.add(other.articles.captions);
  a.removed.add(other.articles.removed);
  a.reasons.add(other.articles.reasons);

  SentenceTable& s = sentences;
  append(s.article, other.sentences.article);
  append(s.sentence, other.sentences.sentence);
  append(s.start, other.sentences.start);
  append(s.end, other.sentences.end);
  s.section.add(other.sentences.section);
  s.text.add(other.sentences.text);
  append(s.sentiment, other.sentences.sentiment);
  append(s.hits, other.sentences.hits);
  append(s.outlet_share, other.sentences.outlet_share);
  append(s.words, other.sentences.words);
  append(s.positive, other.sentences.positive);
  append(s.negative, other.sentences.negative);
  append(s.outlet_positive, other.sentences.outlet_positive);
  append(s.outlet_negative, other.sentences.outlet_negative);
  append(s.outlet_sentiment, other.sentences.outlet_sentiment);
  s.quoted.add(other.sentences.quoted);

  QuoteTable& q = quotes;
  append(q.article, other.quotes.article);
  append(q.sentence, other.quotes.sentence);
  append(q.quote, other.quotes.quote);
  q.holder.add(other.quotes.holder);
  q.source.add(other.quotes.source);
  q.cue.add(other.quotes.cue);
  q.content.add(other.quotes.content);
  q.kind.add(other.quotes.kind);
  append(q.depth, other.quotes.depth);

  StanceTable& t = stances;
  append(t.article, other.stances.article);
  append(t.sentence, other.stances.sentence);
  t.holder.add(other.stances.holder);
  t.target.add(other.stances.target);
  append(t.target_start, other.stances.target_start);
  append(t.target_end, other.stances.target_end);
  append(t.stance, other.stances.stance);
  append(t.unfavourable, other.stances.unfavourable);
  append(t.neutral, other.stances.neutral);
  append(t.favourable, other.stances.favourable);
  append(t.depth, other.stances.depth);

  append(unreadable.article, other.unreadable.article);
  unreadable.status.add(other.unreadable.status);
}

}  // namespace tenor
