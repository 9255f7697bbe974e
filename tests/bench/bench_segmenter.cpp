// Sentences and words against ICU's own iterators, in one process and in turn: median of five, MB/s of one
// core by its CPU time.
//   bench_segmenter TEXTS        texts of one file, parted by NUL (bench_segmenter.py writes it)
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tenor/text/byte_lanes.h"
#include "tenor/text/segmenter.h"

namespace {

using Texts = std::vector<std::string_view>;

std::size_t icu_breaks(icu::BreakIterator& it, const Texts& texts) {
  std::size_t count = 0;
  for (const std::string_view text : texts) {
    UErrorCode status = U_ZERO_ERROR;
    UText input = UTEXT_INITIALIZER;
    utext_openUTF8(&input, text.data(), static_cast<int64_t>(text.size()), &status);
    it.setText(&input, status);
    for (it.first(); it.next() != icu::BreakIterator::DONE;) ++count;
    utext_close(&input);
  }
  return count;
}

// Eight bytes at a time, each multiplied in: a hash fit for a table of words.
std::size_t hash(std::string_view text, tenor::Span word) {
  std::uint64_t h = word.size();
  for (std::size_t at = word.begin; at < word.end; at += 8) {
    const std::size_t left = word.end - at;
    const std::uint64_t mask = left < 8 ? (std::uint64_t{1} << (8 * left)) - 1 : ~std::uint64_t{0};
    h = (h ^ (tenor::lanes::load(text.data() + at, text.size() - at) & mask)) * 0x9E3779B97F4A7C15U;
    h ^= h >> 29;
  }
  return h;
}

double seconds(const std::function<std::size_t()>& work, std::size_t& result) {
  const auto now = [] { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };  // CPU time
  const double start = now();
  result = work();
  return now() - start;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 1;
  std::ifstream in(argv[1], std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(in), {}};
  Texts texts;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\0', at), all.size());
    texts.push_back(std::string_view(all).substr(at, end - at));
    at = end + 1;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> sentence(
      icu::BreakIterator::createSentenceInstance("en", status));
  const std::unique_ptr<icu::BreakIterator> word(icu::BreakIterator::createWordInstance("en", status));
  if (U_FAILURE(status)) return 2;
  const tenor::Segmenter segmenter;
  struct Work {
    const char* name;
    std::function<std::size_t()> run;
    std::vector<double> times;
    std::size_t result;
  };
  Work works[] = {
      {"tenor sentences",
       [&] {
         std::size_t n = 0;
         for (const auto text : texts) n += segmenter.sentences(text).size();
         return n;
       },
       {},
       0},
      {"ICU sentences", [&] { return icu_breaks(*sentence, texts); }, {}, 0},
      {"tenor sentences, words, hashes",
       [&] {
         std::size_t n = 0;
         for (const auto text : texts) {
           n += segmenter.sentences(text).size();
           for (const tenor::Span& w : segmenter.words(text)) n ^= hash(text, w);
         }
         return n;
       },
       {},
       0},
      {"ICU words", [&] { return icu_breaks(*word, texts); }, {}, 0},
  };
  for (int round = 0; round < 5; ++round)
    for (Work& w : works) w.times.push_back(seconds(w.run, w.result));
  for (Work& w : works) {
    std::sort(w.times.begin(), w.times.end());
    std::printf("%s\t%.1f\t%zu\n", w.name, static_cast<double>(all.size()) / 1e6 / w.times[2], w.result);
  }
}
