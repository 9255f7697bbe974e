#include "tenor/text/cohesion.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "tenor/text/stems.h"

namespace tenor {

std::vector<Cohesion> measure_cohesion(std::string_view text, const std::vector<Line>& lines,
                                       const std::vector<char>& main) {
  constexpr std::size_t longest_read = 1000;  // bytes of a line
  constexpr std::uint32_t near = 6;
  using Place = std::pair<std::uint64_t, std::uint32_t>;  // a stem and its line
  std::vector<Place> places;
  std::vector<std::uint64_t> stems;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    stems.clear();
    add_stems(lines[i].span.of(text).substr(0, longest_read), stems);
    for (const std::uint64_t stem : stems) places.emplace_back(stem, i);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());

  std::vector<Cohesion> out(lines.size());
  for (std::size_t begin = 0; begin < places.size();) {
    std::size_t end = begin;
    unsigned in_main = 0;
    for (; end < places.size() && places[end].first == places[begin].first; ++end)
      in_main += main[places[end].second] != 0;
    for (std::size_t at = begin; at < end; ++at) {
      const std::uint32_t line = places[at].second;
      Cohesion& own = out[line];
      ++own.stems;
      own.main += in_main > (main[line] ? 1U : 0U);
      own.above += at > begin && line - places[at - 1].second <= near;
      own.below += at + 1 < end && places[at + 1].second - line <= near;
    }
    begin = end;
  }
  return out;
}

}  // namespace tenor
