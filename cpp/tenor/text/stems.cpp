#include "tenor/text/stems.h"

#include <algorithm>
#include <string>

#include "tenor/text/byte_lanes.h"
#include "tenor/text/chrome_phrases.h"
#include "tenor/text/unicode.h"

namespace tenor {
namespace {

constexpr std::size_t stem = 6, shortest = 4;
/// Greek, Cyrillic and other scripts of two bytes a letter; then those of three.
constexpr std::size_t wide_stem = 8;
constexpr unsigned char first_wide = 0xCE, first_widest = 0xE0;

std::uint64_t load(std::string_view word, std::size_t most) {
  return lanes::load(word.data(), std::min(most, word.size()));
}

const std::vector<std::uint64_t>& common() {
  static const std::vector<std::uint64_t> sorted = [] {
    std::vector<std::uint64_t> out;
    for (std::string_view list : {phrases::function_words, phrases::verbs}) {
      while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of("|\n"), list.size());
        if (end >= shortest) out.push_back(load(list.substr(0, end), stem));
        list.remove_prefix(std::min(end + 1, list.size()));
      }
    }
    std::sort(out.begin(), out.end());
    return out;
  }();
  return sorted;
}

bool inside(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
}

void add_word(std::string_view word, std::vector<std::uint64_t>& out) {
  const auto first = static_cast<unsigned char>(word.front());
  if (first >= first_widest) {
    constexpr std::size_t sign = 3;
    for (std::size_t at = 0; at + 2 * sign <= word.size(); at += sign)
      out.push_back(load(word.substr(at), 2 * sign));
  } else if (first >= first_wide) {
    if (word.size() >= wide_stem) out.push_back(load(word, wide_stem));
  } else if (word.size() >= shortest) {
    const std::uint64_t value = load(word, stem);
    if (!std::binary_search(common().begin(), common().end(), value)) out.push_back(value);
  }
}

}  // namespace

void add_stems(std::string_view text, std::vector<std::uint64_t>& out) {
  const std::string low = fold(text);
  for (std::size_t at = 0; at < low.size();) {
    std::size_t end = at;
    while (end < low.size() && inside(low[end])) ++end;
    if (end > at) add_word(std::string_view(low).substr(at, end - at), out);
    at = end + 1;
  }
}

}  // namespace tenor
