#include "tenor/terms/merging.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

#include "tenor/error.h"
#include "tenor/terms/key_sort.h"
#include "tenor/terms/parts.h"
#include "tenor/terms/term_places.h"

namespace tenor {
namespace {

// What one tally brings. Words are known by their unified numbers, in `words`.
struct Part {
  std::vector<std::uint32_t> words;
  Buffer<CountedGram> grams;          // its sequences
  Buffer<std::uint32_t> documents;    // that have each sequence
  Buffer<std::uint32_t> by_length;    // the sequences' numbers, shorter ones first
  std::vector<std::size_t> ends;      // of each length in by_length
  std::vector<std::uint32_t> merged;  // the number of each sequence in Merged::grams
  Buffer<std::uint64_t> keys;         // of the sequences of the length that is merged, ascending
  Buffer<std::uint32_t> numbers;      // that go with the keys
  std::vector<std::size_t> cuts;      // where each thread's run of keys begins; and the end

  [[nodiscard]] std::size_t begin(std::size_t level) const { return level == 0 ? 0 : ends[level - 1]; }
  [[nodiscard]] std::size_t count(std::size_t level) const {
    return level < ends.size() ? ends[level] - begin(level) : 0;
  }
  void order_by_length();
};

// A beginning's number is below its continuation's.
void Part::order_by_length() {
  merged.resize(grams.size());  // the lengths, for now
  documents.resize(grams.size());
  for (std::size_t g = 0; g < grams.size(); ++g) {
    documents[g] = grams[g].seen.documents;
    const auto head = static_cast<std::uint32_t>(grams[g].pair >> 32);
    merged[g] = (head & gram_bit) == 0 ? 0 : merged[head & ~gram_bit] + 1;
    if (merged[g] == ends.size()) ends.push_back(0);
    ++ends[merged[g]];
  }
  std::exclusive_scan(ends.begin(), ends.end(), ends.begin(), std::size_t{0});
  by_length.resize(grams.size());
  for (std::size_t g = 0; g < grams.size(); ++g) by_length[ends[merged[g]]++] = static_cast<std::uint32_t>(g);
}

// Words are merged by hash, sequences by sorting, since they have to be in order anyway and sorted lists
// merge in runs, each on a thread of its own. The key of a sequence is the place of its beginning among those
// that are one word shorter, and below that the place of its last word among the words.
class Merger {
 public:
  explicit Merger(std::vector<Tally> tallies) : tallies_(std::move(tallies)), parts_(tallies_.size()) {}

  Merged operator()() {
    merge_words();
    each(parts_.size(), [&](std::size_t p) { parts_[p].order_by_length(); });
    levels_ = std::max_element(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) {
                return a.ends.size() < b.ends.size();
              })->ends.size();
    for (std::size_t level = 0; level < levels_; ++level) merge_sequences(level);
    put_in_order();
    return std::move(out_);
  }

 private:
  void merge_words();
  void merge_sequences(std::size_t level);
  void sort(Part& part, std::size_t level);
  std::size_t merge_run(std::size_t run, std::size_t to);
  void cut();
  void put_in_order();

  std::vector<Tally> tallies_;
  std::vector<Part> parts_;
  std::vector<std::uint32_t> ranks_, by_rank_;  // of the words, and the words in order
  std::vector<std::uint32_t> word_documents_;   // by rank
  Buffer<std::uint32_t> documents_;             // by number in Merged::grams
  std::size_t levels_ = 0, before_ = 0,
              begin_ = 0;  // where the last level begins in Merged::grams, and this one
  int word_bits_ = 0;
  Merged out_;
};

void Merger::merge_words() {
  out_.stop_words = tallies_[0].stop_words;
  out_.words = std::move(tallies_[0].words);
  parts_[0].words.resize(out_.words.size());
  std::iota(parts_[0].words.begin(), parts_[0].words.end(), 0U);
  for (std::size_t p = 1; p < parts_.size(); ++p)
    parts_[p].words = out_.words.absorb(std::move(tallies_[p].words));
  ranks_ = out_.words.ranks(parts_.size());
  by_rank_.resize(ranks_.size());
  for (std::uint32_t id = 0; id < ranks_.size(); ++id) by_rank_[ranks_[id]] = id;
  word_documents_.resize(ranks_.size());
  word_bits_ = static_cast<int>(std::bit_width(ranks_.size()));
  for (std::size_t p = 0; p < parts_.size(); ++p) {
    for (std::size_t w = 0; w < parts_[p].words.size(); ++w)
      word_documents_[ranks_[parts_[p].words[w]]] += tallies_[p].seen_words[w].documents;
    parts_[p].grams = tallies_[p].grams.release();  // without its table
  }
  tallies_.clear();
}

void Merger::sort(Part& part, std::size_t level) {
  const std::size_t count = part.count(level);
  part.keys.resize(count);
  part.numbers.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t number = part.by_length[part.begin(level) + i];
    const std::uint64_t pair = part.grams[number].pair;
    const auto first = static_cast<std::uint32_t>(pair >> 32), last = static_cast<std::uint32_t>(pair);
    const std::uint64_t place =
        (first & gram_bit) == 0 ? ranks_[part.words[first]] : part.merged[first & ~gram_bit] - before_;
    part.keys[i] = place << word_bits_ | ranks_[part.words[last]];
    part.numbers[i] = number;
  }
  if (level + 1 == part.ends.size()) part.grams = {}, part.by_length = {};
  const auto places = level == 0 ? ranks_.size() : begin_ - before_;
  sort_keys(part.keys, part.numbers, word_bits_ + static_cast<int>(std::bit_width(places)));
}

// Runs of about the same number of keys, cut at the same keys in all parts.
void Merger::cut() {
  const Part& longest = *std::max_element(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) {
    return a.keys.size() < b.keys.size();
  });
  std::vector<std::uint64_t> firsts;
  for (std::size_t run = 1; run < parts_.size(); ++run)
    firsts.push_back(longest.keys[longest.keys.size() * run / parts_.size()]);
  for (Part& part : parts_) {
    part.cuts.assign(1, 0);
    for (const std::uint64_t first : firsts) {
      const std::uint64_t* const keys = part.keys.data();
      part.cuts.push_back(
          static_cast<std::size_t>(std::lower_bound(keys, keys + part.keys.size(), first) - keys));
    }
    part.cuts.push_back(part.keys.size());
  }
}

// Writes the run's different keys to Merged::grams from `to` on, and in their places among these in the
// parts.
std::size_t Merger::merge_run(std::size_t run, std::size_t to) {
  constexpr std::size_t ahead = 16;
  std::vector<std::size_t> at;
  for (const Part& part : parts_) at.push_back(part.cuts[run]);
  for (std::size_t count = 0;; ++count) {
    std::uint64_t least = ~std::uint64_t{0};
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      if (at[p] < parts_[p].cuts[run + 1]) least = std::min(least, parts_[p].keys[at[p]]);
    }
    if (least == ~std::uint64_t{0}) return count;
    std::uint32_t documents = 0;
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      Part& part = parts_[p];
      if (at[p] == part.cuts[run + 1] || part.keys[at[p]] != least) continue;
      documents += part.documents[part.numbers[at[p]]];
      if (at[p] + ahead < part.numbers.size())
        __builtin_prefetch(&part.documents[part.numbers[at[p] + ahead]]);
      part.keys[at[p]++] = count;
    }
    out_.grams[to + count] = {least};
    documents_[to + count] = documents;
  }
}

void Merger::merge_sequences(std::size_t level) {
  each(parts_.size(), [&](std::size_t p) { sort(parts_[p], level); });
  cut();
  // Each run has room for all the keys that go into it; then they close up.
  std::vector<std::size_t> begins(parts_.size() + 1, begin_), counts(parts_.size());
  for (std::size_t run = 0; run <= parts_.size(); ++run) {
    for (const Part& part : parts_) begins[run] += part.cuts[run];
  }
  out_.grams.resize(begins.back());
  documents_.resize(begins.back());
  each(parts_.size(), [&](std::size_t run) { counts[run] = merge_run(run, begins[run]); });
  std::size_t end = begin_;
  for (std::size_t run = 0; run < parts_.size(); ++run) {
    std::copy_n(out_.grams.data() + begins[run], counts[run], out_.grams.data() + end);
    std::copy_n(documents_.data() + begins[run], counts[run], documents_.data() + end);
    begins[run] = end;
    end += counts[run];
  }
  if (end >= WordIndex::limit) {
    throw Error("more than 2147483646 different n-grams; narrow ngram_range or count in parts");
  }
  out_.grams.resize(end);
  documents_.resize(end);
  const std::uint64_t last = (std::uint64_t{1} << word_bits_) - 1;
  each(parts_.size(), [&](std::size_t run) {
    for (std::size_t i = begins[run]; i < begins[run] + counts[run]; ++i) {
      const std::uint64_t key = out_.grams[i].pair, place = key >> word_bits_;
      const auto first =
          level == 0 ? by_rank_[place] : static_cast<std::uint32_t>(before_ + place) | gram_bit;
      out_.grams[i] = {GramIndex::pair(first, by_rank_[key & last])};
    }
    for (Part& part : parts_) {
      for (std::size_t i = part.cuts[run]; i < part.cuts[run + 1]; ++i)
        part.merged[part.numbers[i]] = static_cast<std::uint32_t>(begins[run] + part.keys[i]);
    }
  });
  before_ = std::exchange(begin_, end);
}

void Merger::put_in_order() {
  const TermPlaces places = place_terms(word_documents_, ranks_, out_.grams, documents_);
  out_.terms.resize(places.count);
  out_.documents.resize(places.count);
  const auto put = [&](std::uint32_t place, std::uint32_t term, std::uint32_t documents) {
    if (place == WordIndex::none) return;
    out_.terms[place] = term;
    out_.documents[place] = documents;
  };
  for (std::size_t rank = 0; rank < ranks_.size(); ++rank)
    put(places.words[rank], by_rank_[rank], word_documents_[rank]);
  for (std::size_t g = 0; g < out_.grams.size(); ++g)
    put(places.grams[g], static_cast<std::uint32_t>(g) | gram_bit, documents_[g]);
  out_.columns.resize(parts_.size());
  each(parts_.size(), [&](std::size_t p) {
    Part& part = parts_[p];
    for (std::uint32_t& word : part.words) word = places.words[ranks_[word]];
    for (std::uint32_t& gram : part.merged) gram = places.grams[gram];
    out_.columns[p] = {std::move(part.words), std::move(part.merged)};
  });
}

}  // namespace

Merged merge(std::vector<Tally> tallies) {
  return Merger(std::move(tallies))();
}

}  // namespace tenor
