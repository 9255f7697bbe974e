#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/span.h"
#include "tenor/text/unicode.h"

namespace tenor {

/// Strings one after another, laid out as Arrow's large_string: string i is bytes[offsets[i], offsets[i +
/// 1]).
struct StringColumn {
  std::vector<std::int64_t> offsets{0};
  std::string bytes;

  void add(std::string_view value);
  void add(const StringColumn& other);
};

/// Lists of spans, laid out as Arrow's large_list of (start, end): list i is entries [offsets[i], offsets[i +
/// 1]).
struct SpansColumn {
  std::vector<std::int64_t> offsets{0};
  std::vector<std::int64_t> start, end;

  void add(const std::vector<Span>& spans, const CodePoints& points);
  void add(const SpansColumn& other);
};

/// A span, or -1, -1 where there is none.
struct SpanColumn {
  std::vector<std::int64_t> start, end;

  void add(const Span* span, const CodePoints& points);
  void add(const SpanColumn& other);
};

// The schema of the tables is documented in python/tenor/frames.py. Offsets are code points of the text
// given.

struct ArticleTable {
  std::vector<std::int64_t> article;
  SpanColumn title, outlet, byline, dateline;
  StringColumn title_text, outlet_text, byline_text, dateline_text;  // the same in words, or empty
  StringColumn date;
  SpansColumn body, captions, removed;
  StringColumn reasons;  // of each row's removed spans, one a line
};

struct SentenceTable {
  std::vector<std::int64_t> article, sentence, start, end;
  StringColumn section, text;
  std::vector<double> sentiment;
  std::vector<std::int64_t> hits;
  std::vector<double> outlet_share;
  std::vector<std::int64_t> words, positive, negative, outlet_positive, outlet_negative;
  std::vector<double> outlet_sentiment;
  SpansColumn quoted;
};

struct QuoteTable {
  std::vector<std::int64_t> article, sentence, quote;
  StringColumn holder;
  SpansColumn source, cue, content;
  StringColumn kind;
  std::vector<std::int64_t> depth;
};

struct StanceTable {
  std::vector<std::int64_t> article, sentence;
  StringColumn holder, target;
  std::vector<std::int64_t> target_start, target_end, stance;
  std::vector<double> unfavourable, neutral, favourable;
  std::vector<std::int64_t> depth;
};

/// The texts that could not be read, and why; they have no row in the other tables.
struct UnreadableTable {
  std::vector<std::int64_t> article;
  StringColumn status;
};

/// What the analysis of a batch gives. Rows are in the order of the articles, then of the text.
struct Tables {
  ArticleTable articles;
  SentenceTable sentences;
  QuoteTable quotes;
  StanceTable stances;
  UnreadableTable unreadable;

  /// Appends the rows of `other`, whose articles follow.
  void add(const Tables& other);
};

}  // namespace tenor
