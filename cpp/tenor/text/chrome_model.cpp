#include "tenor/text/chrome_model.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tenor/text/chrome_features.h"
#include "tenor/text/chrome_weights.h"

namespace tenor {
namespace {

enum State : std::size_t { before, body, inside, after, states };
using Scores = std::array<double, states>;  // logarithms

constexpr double never = -1e30;

/// log(exp(a) + exp(b))
double add(double a, double b) {
  if (a < b) std::swap(a, b);
  const double gap = b - a;
  constexpr double nothing = -40;
  return gap < nothing ? a : a + std::log1p(std::exp(gap));
}

/// The score of each state of each line by its features alone.
std::vector<Scores> emissions(const Page& page) {
  constexpr std::size_t n = std::size(chrome_weights::line);
  std::vector<Scores> out;
  out.reserve(page.size());
  std::array<float, n> features{};
  for (std::size_t i = 0; i < page.size(); ++i) {
    describe_line(page, i, features.data());
    std::array<float, states> sum{};
    for (std::size_t f = 0; f < n; ++f)
      for (std::size_t s = 0; s < states; ++s) sum[s] += features[f] * chrome_weights::line[f][s];
    out.push_back({sum[0], sum[1], sum[2], sum[3]});
  }
  return out;
}

double step(State from, State to) {
  return static_cast<double>(chrome_weights::step[from][to]);
}

/// The forward and backward sums (Rabiner 1989) over the readings of a page: first some lines before the
/// article, then the body, which begins and ends with a line of its own, then some lines after it.
std::vector<double> body_log_odds(const std::vector<Scores>& emission) {
  const std::size_t n = emission.size();
  std::vector<Scores> forward(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Scores& e = emission[i];
    if (i == 0) {
      forward[i] = {e[before], e[body], never, never};
      continue;
    }
    const Scores& f = forward[i - 1];
    forward[i] = {
        f[before] + step(before, before) + e[before],
        add(f[before] + step(before, body), add(f[body] + step(body, body), f[inside] + step(inside, body))) +
            e[body],
        add(f[body] + step(body, inside), f[inside] + step(inside, inside)) + e[inside],
        add(f[body] + step(body, after), f[after] + step(after, after)) + e[after]};
  }
  std::vector<double> odds(n);
  Scores b = {0, 0, never, 0};
  for (std::size_t i = n; i-- > 0;) {
    const Scores& f = forward[i];
    odds[i] = f[body] + b[body] - add(f[before] + b[before], add(f[inside] + b[inside], f[after] + b[after]));
    Scores next{};
    for (std::size_t s = 0; s < states; ++s) next[s] = b[s] + emission[i][s];
    b = {add(step(before, before) + next[before], step(before, body) + next[body]),
         add(step(body, body) + next[body],
             add(step(body, inside) + next[inside], step(body, after) + next[after])),
         add(step(inside, body) + next[body], step(inside, inside) + next[inside]),
         step(after, after) + next[after]};
  }
  return odds;
}

}  // namespace

std::vector<char> find_body(std::string_view text, const std::vector<Line>& lines,
                            const std::vector<Signs>& signs) {
  std::vector<char> out;
  out.reserve(lines.size());
  for (const double odds : body_log_odds(emissions(Page(text, lines, signs))))
    out.push_back(odds > static_cast<double>(chrome_weights::least));
  return out;
}

}  // namespace tenor
