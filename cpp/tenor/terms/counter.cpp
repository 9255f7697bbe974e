#include "tenor/terms/counter.h"

#include <algorithm>
#include <utility>

#include "tenor/terms/parts.h"

namespace tenor {
namespace {

// Numbers whatever it meets.
struct Growing {
  static constexpr std::uint32_t skipped = Reader<Growing>::skipped;

  std::uint32_t word(const WordKey& token) {
    const std::uint32_t id = words_table.insert(token);
    if (id >= seen_words.size()) seen_words.emplace_back();
    return id < stop_words ? skipped : id;
  }
  std::uint32_t gram(std::uint64_t pair) {
    const std::uint32_t term = grams_table.insert(pair);
    if ((term & ~gram_bit) >= seen_grams.size()) seen_grams.emplace_back();
    return term;
  }
  void prefetch_near(std::uint64_t pair) const {
    const std::uint32_t slot = grams_table.prefetch_pair(pair);
    if (slot != 0 && slot <= seen_grams.size()) __builtin_prefetch(&seen_grams[slot - 1]);
  }
  void emit(std::uint32_t term) {
    rows.add(term, (term & gram_bit) != 0 ? seen_grams[term & ~gram_bit] : seen_words[term]);
  }
  [[nodiscard]] const GramIndex& grams() const { return grams_table; }
  [[nodiscard]] std::uint64_t seed() const { return words_table.seed(); }

  std::size_t stop_words = 0;
  WordIndex words_table;
  GramIndex grams_table;
  std::vector<Seen> seen_words, seen_grams;
  Rows rows;
};

// Looks up what a vocabulary holds; rows hold columns at once.
struct Looking {
  static constexpr std::uint32_t skipped = Reader<Looking>::skipped;

  explicit Looking(const Vocabulary* v) : vocabulary(v), seen(v->size()) {}
  std::uint32_t word(const WordKey& token) const {
    const std::uint32_t id = vocabulary->words().find(token);
    return id != WordIndex::none && vocabulary->stopped(id) ? skipped : id;
  }
  [[nodiscard]] std::uint32_t gram(std::uint64_t pair) const { return vocabulary->grams().find(pair); }
  void prefetch_near(std::uint64_t pair) const { vocabulary->grams().prefetch_pair(pair); }
  void emit(std::uint32_t term) {
    const std::uint32_t column = vocabulary->column(term);
    if (column != Vocabulary::none) rows.add(column, seen[column]);
  }
  [[nodiscard]] const GramIndex& grams() const { return vocabulary->grams(); }
  [[nodiscard]] std::uint64_t seed() const { return vocabulary->words().seed(); }

  const Vocabulary* vocabulary;
  std::vector<Seen> seen;
  Rows rows;
};

template <class Sink>
struct Shard {
  Sink sink;
  Reader<Sink> reader;
  // Filled by finish: the column of each term as this shard numbers it.
  std::vector<std::uint32_t> word_columns{}, gram_columns{};

  void read(std::span<const Document> documents) {
    for (const Document& document : documents) {
      reader.read(document, sink);
      sink.rows.end_row();
    }
  }
};

// A run of a shard's rows, in the order of the documents.
struct Segment {
  std::size_t shard, first, last;
};

}  // namespace

struct Counter::State {
  ReaderOptions options;
  std::shared_ptr<const Vocabulary> vocabulary;  // given, or null
  std::vector<Shard<Growing>> growing;
  std::vector<Shard<Looking>> looking;
  std::vector<Segment> segments;
  std::size_t rows = 0;
  std::vector<std::uint32_t> terms;  // in order, of shard 0's tables, which hold everything after finish

  [[nodiscard]] bool characters() const { return options.unit != Unit::word; }
  [[nodiscard]] std::size_t columns() const { return vocabulary ? vocabulary->size() : terms.size(); }
  [[nodiscard]] std::size_t shards() const { return vocabulary ? looking.size() : growing.size(); }
  Rows& rows_of(std::size_t shard) {
    return vocabulary ? looking[shard].sink.rows : growing[shard].sink.rows;
  }
  [[nodiscard]] std::uint32_t column(std::size_t shard, std::uint32_t term) const {
    if (vocabulary) return term;
    const auto& s = growing[shard];
    return (term & gram_bit) != 0 ? s.gram_columns[term & ~gram_bit] : s.word_columns[term];
  }
  void merge(std::size_t shard);
  [[nodiscard]] std::vector<std::uint32_t> kept(std::optional<std::span<const std::uint32_t>> keep) const;
};

Counter::Counter(ReaderOptions options, std::span<const std::string> stop_words, unsigned threads)
    : state_(std::make_unique<State>()) {
  state_->options = options;
  for (unsigned i = 0; i < std::max(1U, threads); ++i) {
    auto& shard = state_->growing.emplace_back(Growing{}, Reader<Growing>(options));
    for (const std::string& word : stop_words) shard.sink.words_table.insert(word);
    shard.sink.stop_words = shard.sink.words_table.size();
    shard.sink.seen_words.resize(shard.sink.stop_words);
  }
}

Counter::Counter(ReaderOptions options, std::shared_ptr<const Vocabulary> vocabulary, unsigned threads)
    : state_(std::make_unique<State>()) {
  state_->options = options;
  state_->vocabulary = std::move(vocabulary);
  for (unsigned i = 0; i < std::max(1U, threads); ++i) {
    state_->looking.emplace_back(Looking(state_->vocabulary.get()), Reader<Looking>(options));
  }
}

Counter::~Counter() = default;
Counter::Counter(Counter&&) noexcept = default;
Counter& Counter::operator=(Counter&&) noexcept = default;

std::size_t Counter::documents() const {
  return state_->rows;
}
std::size_t Counter::terms() const {
  return state_->columns();
}

void Counter::add(std::span<const Document> documents) {
  State& s = *state_;
  // Neighbouring documents go to one shard.
  const std::vector<std::size_t> ends = split(documents, s.shards());
  each(s.shards(), [&](std::size_t i) {
    const std::size_t first = i == 0 ? 0 : ends[i - 1];
    const auto part = documents.subspan(first, ends[i] - first);
    s.vocabulary ? s.looking[i].read(part) : s.growing[i].read(part);
  });
  for (std::size_t i = 0; i < s.shards(); ++i) {
    const std::size_t count = ends[i] - (i == 0 ? 0 : ends[i - 1]), last = s.rows_of(i).rows();
    if (count != 0) s.segments.push_back({i, last - count, last});
  }
  s.rows += documents.size();
}

// Takes a shard's terms into shard 0's tables; word_columns and gram_columns hold the new numbers for now.
void Counter::State::merge(std::size_t shard) {
  Growing &into = growing[0].sink, &from = growing[shard].sink;
  auto &word_map = growing[shard].word_columns, &gram_map = growing[shard].gram_columns;
  for (std::uint32_t w = 0; w < from.words_table.size(); ++w) {
    const std::uint32_t id = into.words_table.insert(from.words_table[w]);
    if (id >= into.seen_words.size()) into.seen_words.emplace_back();
    into.seen_words[id].documents += from.seen_words[w].documents;
    word_map.push_back(id);
  }
  // A head's number is below its children's, so it is mapped before they are.
  const auto pair = [&](std::uint32_t g) {
    const std::uint32_t head = from.grams_table.head(g);
    const bool ready = (head & gram_bit) == 0 || (head & ~gram_bit) < gram_map.size();
    if (!ready) return GramIndex::pair(0, 0);
    const std::uint32_t mapped = (head & gram_bit) != 0 ? gram_map[head & ~gram_bit] : word_map[head];
    return GramIndex::pair(mapped, word_map[from.grams_table.last(g)]);
  };
  const auto count = static_cast<std::uint32_t>(from.grams_table.size());
  gram_map.reserve(count);
  for (std::uint32_t g = 0; g < count; ++g) {
    if (g + 16 < count) into.grams_table.prefetch(pair(g + 16));
    if (g + 8 < count) into.prefetch_near(pair(g + 8));
    const std::uint32_t term = into.gram(pair(g));
    into.seen_grams[term & ~gram_bit].documents += from.seen_grams[g].documents;
    gram_map.push_back(term);
  }
  from.words_table = WordIndex(), from.grams_table = GramIndex();
  from.seen_words = {}, from.seen_grams = {};
}

void Counter::finish() {
  State& s = *state_;
  if (s.vocabulary) return;
  for (std::size_t i = 1; i < s.growing.size(); ++i) s.merge(i);
  Growing& all = s.growing[0].sink;
  s.terms = sorted_terms(all.words_table, all.grams_table, all.seen_words, all.seen_grams);
  auto &words = s.growing[0].word_columns, &grams = s.growing[0].gram_columns;
  words.assign(all.words_table.size(), Vocabulary::none);
  grams.assign(all.grams_table.size(), Vocabulary::none);
  for (std::uint32_t column = 0; column < s.terms.size(); ++column) {
    const std::uint32_t term = s.terms[column];
    ((term & gram_bit) != 0 ? grams[term & ~gram_bit] : words[term]) = column;
  }
  for (std::size_t i = 1; i < s.growing.size(); ++i) {
    for (std::uint32_t& id : s.growing[i].word_columns) id = words[id];
    for (std::uint32_t& id : s.growing[i].gram_columns) id = grams[id & ~gram_bit];
  }
}

std::vector<std::int64_t> Counter::document_frequencies() const {
  const State& s = *state_;
  std::vector<std::int64_t> out(s.columns());
  if (s.vocabulary) {
    for (const auto& shard : s.looking) {
      for (std::size_t c = 0; c < out.size(); ++c) out[c] += shard.sink.seen[c].documents;
    }
    return out;
  }
  const Growing& all = s.growing[0].sink;
  for (std::size_t c = 0; c < out.size(); ++c) {
    const std::uint32_t term = s.terms[c];
    out[c] = ((term & gram_bit) != 0 ? all.seen_grams[term & ~gram_bit] : all.seen_words[term]).documents;
  }
  return out;
}

std::vector<std::int64_t> Counter::term_frequencies() const {
  State& s = *state_;
  std::vector<std::int64_t> out(s.columns());
  for (std::size_t i = 0; i < s.shards(); ++i) {
    const Rows& rows = s.rows_of(i);
    for (std::size_t e = 0; e < rows.entries(); ++e) {
      out[s.column(i, rows.term(e))] += static_cast<std::int64_t>(rows.count(e));
    }
  }
  return out;
}

// New column of each column, or none.
std::vector<std::uint32_t> Counter::State::kept(std::optional<std::span<const std::uint32_t>> keep) const {
  std::vector<std::uint32_t> out;
  if (!keep) return out;
  out.assign(columns(), Vocabulary::none);
  for (std::uint32_t i = 0; i < keep->size(); ++i) out[(*keep)[i]] = i;
  return out;
}

template <class T>
Csr<T> Counter::take_matrix(std::optional<std::span<const std::uint32_t>> keep) {
  State& s = *state_;
  const std::vector<std::uint32_t> renumbered = s.kept(keep);
  const auto column = [&](std::size_t shard, std::uint32_t term) {
    const std::uint32_t c = s.column(shard, term);
    return renumbered.empty() || c == Vocabulary::none ? c : renumbered[c];
  };
  Csr<T> out;
  out.row_starts.assign(s.rows + 1, 0);
  std::vector<std::size_t> first_row;
  std::size_t row = 0;
  for (const Segment& segment : s.segments) {
    first_row.push_back(row);
    row += segment.last - segment.first;
  }
  // Sizes first, so that every thread knows where to write.
  each(s.shards(), [&](std::size_t shard) {
    const Rows& rows = s.rows_of(shard);
    for (std::size_t k = 0; k < s.segments.size(); ++k) {
      if (s.segments[k].shard != shard) continue;
      for (std::size_t r = s.segments[k].first, to = first_row[k]; r < s.segments[k].last; ++r, ++to) {
        std::size_t size = rows.row_end(r) - rows.row_begin(r);
        if (!renumbered.empty()) {
          size = 0;
          for (std::size_t e = rows.row_begin(r); e < rows.row_end(r); ++e) {
            size += column(shard, rows.term(e)) != Vocabulary::none ? 1 : 0;
          }
        }
        out.row_starts[to + 1] = static_cast<std::int64_t>(size);
      }
    }
  });
  for (std::size_t r = 0; r < s.rows; ++r) out.row_starts[r + 1] += out.row_starts[r];
  const auto entries = static_cast<std::size_t>(out.row_starts.back());
  out.values.resize(entries);
  // One shard's matrix is made where its terms lie: a row is read before any place of it is written.
  const bool in_place = s.shards() == 1;
  if (!in_place) out.columns.resize(entries);
  std::uint32_t* const columns = in_place ? s.rows_of(0).terms().data() : out.columns.data();
  const auto width = static_cast<std::uint32_t>(keep ? keep->size() : s.columns());
  each(s.shards(), [&](std::size_t shard) {
    const Rows& rows = s.rows_of(shard);
    std::vector<std::uint64_t> entry, scratch;
    for (std::size_t k = 0; k < s.segments.size(); ++k) {
      if (s.segments[k].shard != shard) continue;
      for (std::size_t r = s.segments[k].first, to = first_row[k]; r < s.segments[k].last; ++r, ++to) {
        entry.clear();
        for (std::size_t e = rows.row_begin(r); e < rows.row_end(r); ++e) {
          const std::uint32_t c = column(shard, rows.term(e));
          if (c != Vocabulary::none) entry.push_back(static_cast<std::uint64_t>(c) << 32 | rows.count(e));
        }
        sort_row(entry, scratch, width);
        auto at = static_cast<std::size_t>(out.row_starts[to]);
        for (const std::uint64_t pair : entry) {
          columns[at] = static_cast<std::uint32_t>(pair >> 32);
          out.values[at++] = static_cast<T>(pair & 0xFFFFFFFF);
        }
      }
    }
  });
  if (in_place) {
    out.columns = std::move(s.rows_of(0).terms());
    out.columns.resize(entries);
    out.columns.shrink();
  }
  for (std::size_t i = 0; i < s.shards(); ++i) s.rows_of(i) = Rows();
  s.segments.clear();
  return out;
}

template Csr<std::int64_t> Counter::take_matrix(std::optional<std::span<const std::uint32_t>>);
template Csr<std::int32_t> Counter::take_matrix(std::optional<std::span<const std::uint32_t>>);
template Csr<double> Counter::take_matrix(std::optional<std::span<const std::uint32_t>>);
template Csr<float> Counter::take_matrix(std::optional<std::span<const std::uint32_t>>);

Vocabulary Counter::take_vocabulary(std::optional<std::span<const std::uint32_t>> keep) {
  State& s = *state_;
  Growing& all = s.growing[0].sink;
  all.seen_words = {}, all.seen_grams = {};
  s.growing[0].word_columns = {}, s.growing[0].gram_columns = {};
  Vocabulary whole(std::move(all.words_table), std::move(all.grams_table), all.stop_words, std::move(s.terms),
                   s.characters());
  return keep ? whole.subset(*keep) : std::move(whole);
}

}  // namespace tenor
