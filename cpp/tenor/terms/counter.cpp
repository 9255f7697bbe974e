#include "tenor/terms/counter.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>

#include "tenor/error.h"
#include "tenor/terms/matrix.h"
#include "tenor/terms/merging.h"
#include "tenor/terms/parts.h"
#include "tenor/terms/sinks.h"

namespace tenor {
namespace {

// What one thread works with.
template <class Sink>
struct Shard {
  Sink sink;
  Reader<Sink> reader;

  void read(std::span<const Document> documents, bool keep_rows) {
    for (const Document& document : documents) {
      reader.read(document, sink);
      sink.end_row(keep_rows);
    }
  }
};

}  // namespace

struct Counter::State {
  ReaderOptions options;
  bool keep_rows = true;
  std::shared_ptr<const Vocabulary> vocabulary;  // given, or null
  std::vector<Shard<Growing>> growing;
  std::vector<Shard<Looking>> looking;
  std::vector<Sketch> sketches;  // of each growing shard, while there is a survey
  std::size_t surveyed = 0;
  std::uint64_t met = 0;
  std::vector<Segment> segments;  // of shard 0's rows, which are all rows after add
  Merged merged;                  // what the growing shards have found, after finish

  [[nodiscard]] std::size_t shards() const { return vocabulary ? looking.size() : growing.size(); }
  Rows& rows(std::size_t shard) { return vocabulary ? looking[shard].sink.rows : growing[shard].sink.rows; }
  [[nodiscard]] std::size_t width() const { return vocabulary ? vocabulary->size() : merged.terms.size(); }
  // Neighbouring documents go to one shard.
  void read(std::span<const Document> documents) {
    const std::vector<std::size_t> ends = split(documents, shards());
    each(shards(), [&](std::size_t i) {
      const std::size_t first = i == 0 ? 0 : ends[i - 1];
      const auto part = documents.subspan(first, ends[i] - first);
      vocabulary ? looking[i].read(part, keep_rows) : growing[i].read(part, keep_rows);
    });
    for (std::size_t i = 0; i < shards(); ++i) {
      if (i != 0) rows(0).append(rows(i));
      segments.push_back({i, rows(0).rows()});
    }
  }
  // The column of each term of a shard.
  [[nodiscard]] ColumnMap map(std::size_t shard) const {
    if (vocabulary) return {vocabulary->word_columns(), vocabulary->gram_columns()};
    return {merged.columns[shard].words, merged.columns[shard].grams};
  }
};

Counter::Counter(ReaderOptions options, std::span<const std::string> stop_words, unsigned threads,
                 bool keep_rows)
    : state_(std::make_unique<State>()) {
  state_->options = options;
  state_->keep_rows = keep_rows;
  for (unsigned i = 0; i < std::max(1U, threads); ++i) {
    state_->growing.push_back({{Tally(stop_words), {}, {}, 0}, Reader<Growing>(options)});
  }
}

Counter::Counter(ReaderOptions options, std::shared_ptr<const Vocabulary> vocabulary, unsigned threads)
    : state_(std::make_unique<State>()) {
  state_->options = options;
  state_->vocabulary = std::move(vocabulary);
  state_->vocabulary->index();
  for (unsigned i = 0; i < std::max(1U, threads); ++i) {
    state_->looking.push_back({Looking(state_->vocabulary.get()), Reader<Looking>(options)});
  }
}

Counter::~Counter() = default;
Counter::Counter(Counter&&) noexcept = default;
Counter& Counter::operator=(Counter&&) noexcept = default;

std::size_t Counter::documents() const {
  return state_->rows(0).rows();
}
std::size_t Counter::terms() const {
  return state_->width();
}

void Counter::survey(std::span<const Document> documents, std::size_t characters) {
  State& s = *state_;
  // About one for each occurrence of a sequence, so that few of the rare ones share theirs with enough
  // others.
  const std::size_t counters = std::max<std::size_t>(characters / 8 * (s.options.max_n - 1), 1 << 12);
  while (s.sketches.size() < s.growing.size()) s.sketches.emplace_back(counters);
  const std::vector<std::size_t> ends = split(documents, s.growing.size());
  std::vector<std::uint64_t> met(s.growing.size());
  each(s.growing.size(), [&](std::size_t i) {
    const std::size_t first = i == 0 ? 0 : ends[i - 1];
    Shard<Surveying> shard{{&s.growing[i].sink.tally, &s.sketches[i], 0}, Reader<Surveying>(s.options)};
    shard.read(documents.subspan(first, ends[i] - first), false);
    met[i] = shard.sink.met;
  });
  s.met = std::accumulate(met.begin(), met.end(), s.met);
  s.surveyed += documents.size();
}

void Counter::end_survey(std::uint32_t least) {
  State& s = *state_;
  std::vector<Sketch> sketches = std::exchange(s.sketches, {});
  if (sketches.empty()) return;
  for (std::size_t i = 1; i < sketches.size(); ++i) sketches[0].add(sketches[i]);
  const auto sketch = std::make_shared<const Sketch>(std::move(sketches[0]));
  for (Shard<Growing>& shard : s.growing)
    shard.sink.frequent = {sketch, static_cast<std::uint8_t>(std::min<std::uint32_t>(least, Sketch::most))};
}

std::size_t Counter::surveyed() const {
  return state_->surveyed;
}
std::uint64_t Counter::met() const {
  return state_->met;
}
std::uint64_t Counter::refused() const {
  std::uint64_t sum = 0;
  for (const Shard<Growing>& shard : state_->growing) sum += shard.sink.refused;
  return sum;
}

void Counter::add(std::span<const Document> documents) {
  State& s = *state_;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    // So that no count of a row can exceed 32 bits.
    if (documents[i].length > std::numeric_limits<std::uint32_t>::max()) {
      throw Error("document " + std::to_string(this->documents() + i) +
                  " is longer than 4294967295 characters; count it in pieces");
    }
  }
  // A stretch at a time, so that the other shards' rows take little room before they stand behind the
  // first's.
  constexpr std::size_t stretch = 4 << 20;
  for (std::size_t first = 0; first < documents.size();) {
    std::size_t last = first;
    for (std::size_t bytes = 0; last < documents.size() && (bytes < stretch * s.shards() || s.shards() == 1);
         ++last)
      bytes += documents[last].bytes();
    s.read(documents.subspan(first, last - first));
    first = last;
  }
}

void Counter::finish() {
  State& s = *state_;
  if (s.vocabulary) return;
  std::vector<Tally> tallies;
  for (auto& shard : s.growing) {
    tallies.push_back(std::exchange(shard.sink.tally, Tally()));
    shard.sink.frequent = {};
  }
  for (std::size_t i = 1; i < s.growing.size(); ++i) s.growing[i].sink.rows = Rows();
  s.merged = merge(std::move(tallies));
}

std::vector<std::int64_t> Counter::document_frequencies() const {
  State& s = *state_;
  if (!s.vocabulary) return {s.merged.documents.begin(), s.merged.documents.end()};
  std::vector<std::int64_t> out(s.width());
  for (std::uint32_t column = 0; column < out.size(); ++column) {
    for (auto& shard : s.looking) out[column] += shard.sink.seen(s.vocabulary->terms()[column]).documents;
  }
  return out;
}

std::vector<std::int64_t> Counter::term_frequencies() const {
  State& s = *state_;
  std::vector<std::int64_t> out(s.width());
  const Buffer<std::uint64_t>& entries = s.rows(0).entries();
  std::size_t entry = 0;
  for (const Segment& segment : s.segments) {
    const ColumnMap map = s.map(segment.shard);
    const std::size_t end = segment.last == 0 ? 0 : s.rows(0).row_end(segment.last - 1);
    for (; entry < end; ++entry) {
      const std::uint32_t column = map(Rows::term(entries[entry]));
      if (column != WordIndex::none) out[column] += Rows::count(entries[entry]);
    }
  }
  return out;
}

template <class T>
Csr<T> Counter::take_matrix(std::optional<std::span<const std::uint32_t>> keep) {
  State& s = *state_;
  std::vector<Columns> kept;
  std::vector<ColumnMap> maps;
  const std::size_t shards = s.vocabulary ? 1 : s.merged.columns.size();
  kept.reserve(shards);
  if (keep) {
    std::vector<std::uint32_t> renumbered(s.width(), WordIndex::none);
    for (std::uint32_t i = 0; i < keep->size(); ++i) renumbered[(*keep)[i]] = i;
    const auto renumber = [&](std::span<const std::uint32_t> columns) {
      std::vector<std::uint32_t> out(columns.begin(), columns.end());
      for (std::uint32_t& c : out) c = c == WordIndex::none ? c : renumbered[c];
      return out;
    };
    for (std::size_t i = 0; i < shards; ++i) {
      const ColumnMap map = s.map(i);
      kept.push_back({renumber(map.words), renumber(map.grams)});
    }
  }
  for (std::size_t i = 0; i < s.shards(); ++i) {
    maps.push_back(keep ? ColumnMap{kept[std::min(i, shards - 1)].words, kept[std::min(i, shards - 1)].grams}
                        : s.map(i));
  }
  const auto width = static_cast<std::uint32_t>(keep ? keep->size() : s.width());
  return to_matrix<T>(std::exchange(s.rows(0), Rows()), std::exchange(s.segments, {}), maps, width,
                      static_cast<unsigned>(s.shards()));
}

template Csr<std::int64_t> Counter::take_matrix(std::optional<std::span<const std::uint32_t>>);
template Csr<std::int32_t> Counter::take_matrix(std::optional<std::span<const std::uint32_t>>);
template Csr<double> Counter::take_matrix(std::optional<std::span<const std::uint32_t>>);
template Csr<float> Counter::take_matrix(std::optional<std::span<const std::uint32_t>>);

Vocabulary Counter::take_vocabulary(std::optional<std::span<const std::uint32_t>> keep) {
  State& s = *state_;
  Merged merged = std::exchange(s.merged, Merged());
  Vocabulary whole(std::move(merged.words), std::move(merged.grams), merged.stop_words,
                   std::move(merged.terms), !is_word(s.options.unit));
  return keep ? whole.subset(*keep) : std::move(whole);
}

}  // namespace tenor
