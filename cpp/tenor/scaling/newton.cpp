#include "tenor/scaling/newton.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tenor {
namespace {

// What a guarded point has to remember between two sweeps.
struct State {
  double a, b, objective, step_a = 0, step_b = 0;
  int halvings = 0;
};

}  // namespace

double maximise(const Points& points, GeneratingFunction& g, const NewtonOptions& options, Team& team) {
  std::vector<std::size_t> active(points.a.size());
  for (std::size_t i = 0; i < active.size(); ++i) active[i] = i;
  std::vector<State> before(options.guarded ? active.size() : 0, State{0, 0, -HUGE_VAL});
  std::vector<double> at, moves;
  std::vector<GeneratingFunction::Value> values;
  double length = options.first_step, largest = 0;
  // A halving is a sweep of its own, so guarded points get more of them.
  const std::size_t sweeps = options.guarded ? 4 * options.most : options.most;
  for (std::size_t sweep = 0; sweep < sweeps && !active.empty(); ++sweep, length = 1) {
    at.resize(active.size()), values.resize(active.size()), moves.resize(active.size());
    for (std::size_t i = 0; i < active.size(); ++i) at[i] = points.b[active[i]];
    g.evaluate(at, values, team);
    constexpr std::size_t chunk = 2048;
    team.run((active.size() + chunk - 1) / chunk, [&](std::size_t part) {
      for (std::size_t i = part * chunk; i < std::min(active.size(), (part + 1) * chunk); ++i) {
        const std::size_t p = active[i];
        double &a = points.a[p], &b = points.b[p];
        const double scale = points.share[p] * std::exp(a);
        const double rate = scale * values[i].g, first = scale * values[i].first,
                     second = scale * values[i].second;
        if (options.guarded) {
          State& last = before[p];
          const double objective = a * points.u[p] + b * points.v[p] - rate -
                                   (points.a_precision * a * a + points.b_precision * b * b) / 2;
          // Round-off in a sum of large terms must not look like a fall.
          const double slack =
              1e-13 * (std::abs(a * points.u[p]) + std::abs(b * points.v[p]) + std::abs(rate));
          if (!std::isfinite(objective) || objective < last.objective - slack) {
            if (++last.halvings > 40) {
              a = last.a, b = last.b, moves[i] = 0;
              continue;
            }
            last.step_a /= 2, last.step_b /= 2;
            a = last.a + last.step_a, b = last.b + last.step_b;
            moves[i] = std::max(std::abs(last.step_a), std::abs(last.step_b));
            continue;
          }
          last = {a, b, objective};
        }
        const double ga = points.u[p] - rate - points.a_precision * a;
        const double gb = points.v[p] - first - points.b_precision * b;
        const double aa = rate + points.a_precision, bb = second + points.b_precision;
        const double determinant = aa * bb - first * first;
        const double step_a = length * (bb * ga - first * gb) / determinant;
        const double step_b = length * (aa * gb - first * ga) / determinant;
        a += step_a, b += step_b;
        moves[i] = std::max(std::abs(step_a), std::abs(step_b));
        if (options.guarded) before[p].step_a = step_a, before[p].step_b = step_b;
      }
    });
    std::size_t left = 0;
    largest = 0;
    for (std::size_t i = 0; i < active.size(); ++i) {
      largest = std::max(largest, moves[i]);
      if (!(moves[i] <= options.tolerance)) active[left++] = active[i];
    }
    active.resize(left);
  }
  return largest;
}

}  // namespace tenor
