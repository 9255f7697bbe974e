#include "tenor/text/chrome_page.h"

#include <algorithm>
#include <array>

#include "tenor/text/listed.h"

namespace tenor {
namespace {

bool is_mark(const Signs& signs) {
  return !signs.reason.empty() && signs.reason != "separator";
}

/// What stands under an article, and hardly inside one.
bool is_end(const Signs& signs) {
  constexpr std::array<std::string_view, 9> ends = {
      "share", "related", "comments", "copyright", "author", "subscription", "legal", "contact", "credit"};
  return listed(signs.reason, ends);
}

/// Words, or what takes as long to read in a script that does not set them apart.
std::uint32_t reading_words(const Line& line) {
  constexpr std::uint32_t letters_a_word = 3;
  return line.cjk ? line.letters / letters_a_word : line.words;
}

}  // namespace

bool is_prose(const Line& line) {
  constexpr std::size_t fewest_words = 4, plenty = 20, fewest_signs = 20;
  if (line.cjk) return line.letters >= fewest_signs && (line.ends_sentence || line.stops > 0);
  return line.words >= plenty || (line.words >= fewest_words && line.ends_sentence);
}

Page::Page(std::string_view text, const std::vector<Line>& l, const std::vector<Signs>& s)
    : lines(l), signs(s), places(l.size()) {
  count();
  find_blocks();
  find_runs();
  find_marks();
  find_marks_from_main();
  find_cohesion(text);
}

void Page::count() {
  const std::size_t n = lines.size();
  std::vector<std::uint64_t> hashes;
  for (const Line& line : lines) hashes.push_back(line.hash);
  repeated = repeats(hashes);
  for (auto* v :
       {&prose_before, &letters_before, &comments_before, &related_before, &copyright_before, &labels_before})
    v->assign(n + 1, 0);
  previous_prose.assign(n, far + 1), next_prose.assign(n, far + 1);
  std::uint32_t since = far + 1;
  for (std::size_t i = 0; i < n; ++i) {
    prose.push_back(is_prose(lines[i]) && signs[i].reason.empty());
    prose_before[i + 1] = prose_before[i] + static_cast<std::uint32_t>(prose[i]);
    letters_before[i + 1] = letters_before[i] + (prose[i] ? lines[i].letters : 0);
    comments_before[i + 1] = comments_before[i] + (signs[i].reason == "comments");
    related_before[i + 1] = related_before[i] + (signs[i].reason == "related");
    copyright_before[i + 1] = copyright_before[i] + (signs[i].reason == "copyright");
    labels_before[i + 1] = labels_before[i] + (signs[i].date || signs[i].byline);
    previous_prose[i] = since;
    since = prose[i] ? 1 : std::min(since + 1, far + 1);
  }
  since = far + 1;
  for (std::size_t i = n; i-- > 0;) {
    next_prose[i] = since;
    since = prose[i] ? 1 : std::min(since + 1, far + 1);
  }
}

void Page::find_blocks() {
  constexpr std::size_t longest_gap = 3;
  struct Block {
    std::size_t begin, end;
    std::uint32_t words;
  };
  std::vector<Block> blocks;
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!prose[i]) continue;
    const std::uint32_t words = reading_words(lines[i]);
    if (!blocks.empty() && i - blocks.back().end <= longest_gap)
      blocks.back().words += words, blocks.back().end = i + 1;
    else
      blocks.push_back({i, i + 1, words});
    all += words;
  }
  if (blocks.empty()) return;
  const Block& main = *std::max_element(blocks.begin(), blocks.end(),
                                        [](const Block& a, const Block& b) { return a.words < b.words; });
  main_begin = main.begin, main_end = main.end;
  main_share = static_cast<float>(main.words) / static_cast<float>(std::max<std::uint64_t>(all, 1));
  const auto most = static_cast<float>(std::max(main.words, 1U));
  for (const Block& block : blocks)
    for (std::size_t i = block.begin; i < block.end; ++i)
      places[i].in_block = true, places[i].block_words = block.words,
      places[i].block = static_cast<float>(block.words) / most;
}

void Page::find_runs() {
  constexpr std::uint32_t tiny = 2;
  for (std::size_t i = 0; i < size();) {
    if (prose[i]) {
      ++i;
      continue;
    }
    std::size_t end = i;
    std::uint64_t words = 0, chrome = 0, small = 0;
    for (; end < size() && !prose[end]; ++end) {
      words += reading_words(lines[end]);
      chrome += is_mark(signs[end]);
      small += reading_words(lines[end]) <= tiny;
    }
    const auto n = static_cast<float>(end - i);
    Place run;
    run.run = static_cast<std::uint32_t>(end - i);
    run.words = static_cast<float>(words) / n;
    run.chrome = static_cast<float>(chrome) / n;
    run.tiny = static_cast<float>(small) / n;
    run.above = i > 0 ? places[i - 1].block : 0;
    run.below = end < size() ? places[end].block : 0;
    for (std::size_t j = i; j < end; ++j) {
      run.from = static_cast<std::uint32_t>(j - i);
      run.to = static_cast<std::uint32_t>(end - 1 - j);
      run.in_block = places[j].in_block, run.block = places[j].block, run.block_words = places[j].block_words;
      places[j] = run;
    }
    i = end;
  }
}

void Page::find_marks_from_main() {
  std::uint32_t marks = 0, ends = 0;
  for (std::size_t i = main_end; i < size() && main_begin < main_end; ++i) {
    places[i].marks_from_main = marks, places[i].ends_from_main = ends;
    marks += is_mark(signs[i]), ends += is_end(signs[i]);
  }
  marks = 0;
  for (std::size_t i = main_begin; i-- > 0;) {
    places[i].marks_from_main = marks;
    marks += is_mark(signs[i]);
  }
}

void Page::find_cohesion(std::string_view text) {
  std::vector<char> main(size());
  for (std::size_t i = main_begin; i < main_end; ++i) main[i] = prose[i];
  cohesion = measure_cohesion(text, lines, main);
}

void Page::find_marks() {
  std::uint32_t marks = 0, since = far;
  for (std::size_t i = 0; i < size(); ++i) {
    places[i].since_label = since;
    since = signs[i].date || signs[i].byline ? 0 : std::min(since + 1, far);
    if (prose[i]) marks = 0;
    places[i].marks_before = marks;
    marks += is_mark(signs[i]);
  }
  marks = 0;
  for (std::size_t i = size(); i-- > 0;) {
    if (prose[i]) marks = 0;
    places[i].marks_after = marks;
    marks += is_mark(signs[i]);
  }
}

}  // namespace tenor
