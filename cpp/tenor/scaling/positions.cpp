#include "tenor/scaling/positions.h"

#include "tenor/scaling/generating.h"
#include "tenor/scaling/newton.h"

namespace tenor {

Positions positions(const SparseView& y, std::span<const double> psi, std::span<const double> beta,
                    std::span<const double> phi, double alpha_precision, double theta_precision,
                    unsigned threads) {
  check_counts(y);
  Team team(threads);
  std::vector<double> share(y.rows(), 1.0), weights, u(y.rows()), v(y.rows());
  for (const double value : phi) weights.push_back(1 / value);
  Positions out{std::vector<double>(y.rows()), std::vector<double>(y.rows(), 0.0),
                std::vector<double>(y.rows())};
  GeneratingFunction g(psi, weights, beta);
  GeneratingFunction::Value start;
  const double middle = 0;
  g.evaluate({&middle, 1}, {&start, 1}, team);
  for (std::size_t i = 0; i < y.rows(); ++i) {
    for (std::size_t e = y.begin(i); e < y.end(i); ++e) {
      u[i] += y.values[e] * weights[y.column(e)];
      v[i] += y.values[e] * weights[y.column(e)] * beta[y.column(e)];
    }
    out.alpha[i] = u[i] > 0 ? std::log(u[i] / start.g) : 0;
  }
  maximise({out.alpha, out.theta, u, v, share, alpha_precision, theta_precision}, g, {1, 1e-10, 50, true},
           team);
  std::vector<GeneratingFunction::Value> values(y.rows());
  g.evaluate(out.theta, values, team);
  for (std::size_t i = 0; i < y.rows(); ++i) {
    const double scale = std::exp(out.alpha[i]);
    out.se[i] = standard_error(scale * values[i].g + alpha_precision, scale * values[i].first,
                               scale * values[i].second + theta_precision);
    if (!(u[i] > 0)) out.alpha[i] = out.theta[i] = out.se[i] = std::nan("");
  }
  return out;
}

}  // namespace tenor
