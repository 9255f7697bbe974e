#include "tenor/scaling/wordfish.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "tenor/error.h"
#include "tenor/scaling/correspondence.h"
#include "tenor/scaling/generating.h"
#include "tenor/scaling/moments.h"
#include "tenor/scaling/newton.h"
#include "tenor/scaling/positions.h"

namespace tenor {
namespace {

using Vector = std::vector<double>;

class Model {
 public:
  Model(const SparseView& y, const WordfishOptions& options)
      : options_(options),
        team_(options.threads),
        y_(y),
        flipped_(transposed(y)),
        y_parts_(parts_of(y_)),
        t_parts_(parts_of(flipped_)),
        rows_(y.rows(), 0.0),
        columns_(y.columns, 0.0),
        ones_(y.rows(), 1.0) {
    for (std::size_t i = 0; i < y.rows(); ++i) {
      for (std::size_t e = y.begin(i); e < y.end(i); ++e) {
        rows_[i] += y.values[e];
        columns_[y.column(e)] += y.values[e];
      }
    }
    start();
  }

  WordfishFit fit() {
    double before = -1e12;
    while (out_.path.size() < options_.max_iterations) {
      const bool first = out_.path.empty();
      const Vector theta = out_.theta;
      update_words(first);
      update_documents(first);
      update_dispersion();
      if (options_.maximise) {
        move_along_ridges();
      } else {
        standardise();
      }
      const double now = objective();
      if (!std::isfinite(now)) {
        throw Error(
            "the fit diverged after " + std::to_string(out_.path.size()) +
            " iterations: a document or a word that has few counts, or no others' words, ran away; use "
            "solver='map', whose steps are checked, give all priors of beta and theta a finite sd, or drop "
            "short documents and rare words");
      }
      out_.path.push_back(now);
      const double gain = now - before;
      before = now;
      if (options_.maximise) {
        double moved = 0;
        for (std::size_t i = 0; i < theta.size(); ++i)
          moved = std::max(moved, std::abs(out_.theta[i] - theta[i]));
        out_.converged =
            gain <= options_.tolerance + 1e-12 * std::abs(now) && moved <= 1e-6 * deviation(out_.theta);
      } else {
        out_.converged = (options_.absolute ? std::abs(gain) : gain) <= options_.tolerance;
      }
      if (out_.converged) break;
    }
    finish();
    return std::move(out_);
  }

 private:
  void start() {
    const std::size_t documents = rows_.size(), features = columns_.size();
    out_.theta = first_axis(y_, flipped_, team_);
    out_.alpha.resize(documents), out_.psi.resize(features);
    out_.beta.assign(features, 0.0), out_.phi.assign(features, 1.0);
    const double typical = std::log(mean(rows_));
    for (std::size_t i = 0; i < documents; ++i) out_.alpha[i] = std::log(rows_[i]) - typical;
    for (std::size_t k = 0; k < features; ++k)
      out_.psi[k] = std::log(columns_[k] / static_cast<double>(documents));
    const double middle = mean(out_.theta), width = deviation(out_.theta);
    for (double& theta : out_.theta) theta = (theta - middle) / width;
  }

  [[nodiscard]] NewtonOptions newton(bool first) const {
    return {first && !options_.maximise ? 0.5 : 1, options_.parameter_tolerance, 10, options_.maximise};
  }

  void update_words(bool first) {
    const std::size_t features = columns_.size();
    Vector u(features), v(features), share(features);
    multiply(flipped_, t_parts_, out_.theta.data(), v.data(), team_);
    for (std::size_t k = 0; k < features; ++k) {
      share[k] = 1 / out_.phi[k];
      u[k] = columns_[k] * share[k];
      v[k] *= share[k];
    }
    GeneratingFunction g(out_.alpha, ones_, out_.theta);
    maximise({out_.psi, out_.beta, u, v, share, options_.precision[1], options_.precision[2]}, g,
             newton(first), team_);
  }

  void update_documents(bool first) {
    const Sides sides = document_sides();
    GeneratingFunction g(out_.psi, sides.weights, out_.beta);
    maximise({out_.alpha, out_.theta, sides.u, sides.v, ones_, options_.precision[0], options_.precision[3]},
             g, newton(first), team_);
  }

  struct Sides {
    Vector weights, u, v;
  };
  [[nodiscard]] Sides document_sides() {
    Sides out{Vector(columns_.size()), Vector(rows_.size()), Vector(rows_.size())};
    Vector weighted(columns_.size());
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      out.weights[k] = 1 / out_.phi[k];
      weighted[k] = out_.beta[k] * out.weights[k];
    }
    multiply(y_, y_parts_, out.weights.data(), out.u.data(), team_);
    multiply(y_, y_parts_, weighted.data(), out.v.data(), team_);
    return out;
  }

  // sum_i mu_ik for each word
  [[nodiscard]] Vector expected() {
    GeneratingFunction g(out_.alpha, ones_, out_.theta);
    std::vector<GeneratingFunction::Value> values(columns_.size());
    g.evaluate(out_.beta, values, team_);
    Vector out(columns_.size());
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = std::exp(out_.psi[k]) * values[k].g;
    return out;
  }

  // Pearson's X^2 over its degrees of freedom: y^2 / mu where y > 0, and the rest in closed form.
  void update_dispersion() {
    if (options_.dispersion == Dispersion::poisson) return;
    const SparseView t = flipped_;
    Vector x2 = expected();
    team_.run(t_parts_.size() - 1, [&](std::size_t part) {
      for (std::size_t k = t_parts_[part]; k < t_parts_[part + 1]; ++k) {
        double squares = 0;
        for (std::size_t e = t.begin(k); e < t.end(k); ++e) {
          const std::size_t i = t.column(e);
          squares += t.values[e] * t.values[e] /
                     std::exp(out_.alpha[i] + out_.psi[k] + out_.beta[k] * out_.theta[i]);
        }
        x2[k] += squares - 2 * columns_[k];
      }
    });
    const auto n = static_cast<double>(rows_.size()), m = static_cast<double>(columns_.size());
    const double freedom = n * m - 2 * n - 2 * m;
    if (freedom <= 0)
      throw Error("too few documents and words to estimate a dispersion; use dispersion='poisson'");
    const double all = sum(x2);
    for (std::size_t k = 0; k < x2.size(); ++k) {
      out_.phi[k] = (options_.dispersion == Dispersion::overall ? all : m * x2[k]) / freedom;
      if (options_.dispersion_floor > 0) out_.phi[k] = std::max(options_.dispersion_floor, out_.phi[k]);
    }
  }

  // quanteda's: alpha and theta are centred and scaled, psi and beta are not adapted to it.
  void standardise() {
    const double level = mean(out_.alpha), middle = mean(out_.theta), width = deviation(out_.theta);
    for (double& alpha : out_.alpha) alpha -= level;
    for (double& theta : out_.theta) theta = (theta - middle) / width;
  }

  // Four changes leave every rate as it is: a level moved from alpha to psi, theta moved or stretched, and a
  // slope moved from beta to alpha. Newton's steps crawl along them; the priors say, in closed form, where on
  // each the maximum is.
  void move_along_ridges() {
    Vector &alpha = out_.alpha, &psi = out_.psi, &beta = out_.beta, &theta = out_.theta;
    const auto [pa, pp, pb, pt] = options_.precision;
    const auto n = static_cast<double>(rows_.size()), m = static_cast<double>(columns_.size());
    if (const double weight = m * pb + pa * inner(theta, theta); weight > 0) {
      const double slope = (pb * sum(beta) - pa * inner(alpha, theta)) / weight;
      for (double& value : beta) value -= slope;
      for (std::size_t i = 0; i < alpha.size(); ++i) alpha[i] += slope * theta[i];
    }
    if (const double weight = n * pt + pp * inner(beta, beta); weight > 0) {
      const double shift = (pp * inner(psi, beta) - pt * sum(theta)) / weight;
      for (double& value : theta) value += shift;
      for (std::size_t k = 0; k < psi.size(); ++k) psi[k] -= beta[k] * shift;
    }
    const double weight = n * pa + m * pp;
    const double level = weight > 0 ? (pa * sum(alpha) - pp * sum(psi)) / weight : mean(alpha);
    for (double& value : alpha) value -= level;
    for (double& value : psi) value += level;
    if (pb > 0 && pt > 0) {
      const double stretch = std::pow(pb * inner(beta, beta) / (pt * inner(theta, theta)), 0.25);
      if (stretch > 0) {
        for (double& value : theta) value *= stretch;
        for (double& value : beta) value /= stretch;
      }
    }
  }

  // The log posterior less what is constant; phi has no part in it.
  [[nodiscard]] double objective() {
    Vector weighted(columns_.size());
    multiply(flipped_, t_parts_, out_.theta.data(), weighted.data(), team_);
    const auto& p = options_.precision;
    return inner(rows_, out_.alpha) + inner(columns_, out_.psi) + inner(weighted, out_.beta) -
           sum(expected()) -
           (p[0] * inner(out_.alpha, out_.alpha) + p[1] * inner(out_.psi, out_.psi) +
            p[2] * inner(out_.beta, out_.beta) + p[3] * inner(out_.theta, out_.theta)) /
               2;
  }

  void finish() {
    double width = 1;
    if (options_.maximise) {
      const double middle = mean(out_.theta);
      width = deviation(out_.theta);
      for (std::size_t k = 0; k < out_.psi.size(); ++k) {
        out_.psi[k] += out_.beta[k] * middle;
        out_.beta[k] *= width;
      }
      for (double& theta : out_.theta) theta = (theta - middle) / width;
    }
    out_.theta_precision = options_.precision[3] * width * width;
    if (out_.theta[options_.low] > out_.theta[options_.high]) {
      for (double& theta : out_.theta) theta = -theta;
      for (double& beta : out_.beta) beta = -beta;
    }
    Vector weights(columns_.size());
    for (std::size_t k = 0; k < weights.size(); ++k) weights[k] = 1 / out_.phi[k];
    GeneratingFunction g(out_.psi, weights, out_.beta);
    std::vector<GeneratingFunction::Value> values(rows_.size());
    g.evaluate(out_.theta, values, team_);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const double scale = std::exp(out_.alpha[i]);
      out_.se.push_back(standard_error(scale * values[i].g + options_.precision[0], scale * values[i].first,
                                       scale * values[i].second + out_.theta_precision));
    }
  }

  const WordfishOptions& options_;
  Team team_;
  SparseView y_;
  SparseMatrix flipped_;
  std::vector<std::size_t> y_parts_, t_parts_;
  Vector rows_, columns_, ones_;
  WordfishFit out_;
};

}  // namespace

WordfishFit wordfish(const SparseView& y, const WordfishOptions& options) {
  check_counts(y);
  return Model(y, options).fit();
}

}  // namespace tenor
