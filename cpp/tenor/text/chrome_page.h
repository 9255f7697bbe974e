#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tenor/text/chrome.h"
#include "tenor/text/cohesion.h"
#include "tenor/text/lines.h"

namespace tenor {

/// Whether a line reads as a sentence or more.
bool is_prose(const Line& line);

/// Where a line stands between the prose of its page.
struct Place {
  bool in_block = false;  // between the first and the last prose of a block: prose with short gaps
  float block = 0;        // prose words of its block as a share of the largest block's; 0 outside of blocks
  std::uint32_t block_words = 0;
  // Of the run of lines without prose that it stands in; 0 for prose.
  std::uint32_t run = 0, from = 0, to = 0;  // its lines, those before this one, those after it
  float words = 0, chrome = 0, tiny = 0;    // mean words; shares of known chrome, of 1 or 2 words
  float above = 0, below = 0;               // `block` of the prose next to the run
  std::uint32_t marks_before = 0,
                marks_after = 0;  // known chrome between it and the prose before or after it
  // Beyond the main block: known chrome between it and this line.
  std::uint32_t marks_from_main = 0;  // of any kind
  std::uint32_t ends_from_main = 0;   // of the kinds that close an article: shares, comments, related links
  std::uint32_t since_label = 0;      // lines since a date or byline
};

/// What is asked of a whole page, gathered once so that each line costs the same.
struct Page {
  const std::vector<Line>& lines;
  const std::vector<Signs>& signs;
  static constexpr std::uint32_t far = 999;

  std::vector<char> prose, repeated;
  std::vector<std::uint32_t> previous_prose, next_prose;  // distance in lines; `far` where there is none
  // Counts over the lines before each; one more than there are lines.
  std::vector<std::uint32_t> prose_before, letters_before, comments_before, related_before, copyright_before,
      labels_before;
  std::vector<Place> places;
  std::vector<Cohesion> cohesion;
  std::size_t main_begin = 0, main_end = 0;  // the block with most words; both 0 where there is no prose
  float main_share = 0;                      // of the words of all prose

  Page(std::string_view text, const std::vector<Line>& l, const std::vector<Signs>& s);
  [[nodiscard]] std::size_t size() const { return lines.size(); }

 private:
  void count();
  void find_blocks();
  void find_runs();
  void find_marks();
  void find_marks_from_main();
  void find_cohesion(std::string_view text);
};

}  // namespace tenor
