#include "tenor/scaling/lanczos.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tenor/scaling/basis.h"
#include "tenor/scaling/noise.h"
#include "tenor/scaling/tridiagonal.h"

namespace tenor {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

// A V = V T + rest, step by step.
class Process {
 public:
  Process(std::size_t size, const Operator& apply, std::uint64_t seed, Team& team)
      : apply_(apply), team_(team), basis_(size), seed_(seed) {
    start();
  }

  [[nodiscard]] std::size_t steps() const { return diagonal_.size(); }
  [[nodiscard]] Tridiagonal matrix() const { return {diagonal_, off_}; }
  [[nodiscard]] const Basis& basis() const { return basis_; }
  /// Nothing of the space is left.
  [[nodiscard]] bool complete() const { return steps() == basis_.length(); }
  [[nodiscard]] double rest() const { return off_.back(); }

  void step() {
    const std::size_t n = basis_.length(), j = steps();
    const double* v = basis_[j];
    double* w = basis_.grow();
    apply_(v, w);
    if (j > 0) axpy(-off_[j - 1], basis_[j - 1], w, n);
    diagonal_.push_back(dot(v, w, n));
    axpy(-diagonal_[j], v, w, n);
    largest_ = std::max(largest_, std::abs(diagonal_[j]));
    // The first vectors hold the leading singular vectors, towards which the loss is quickest.
    basis_.remove(std::min(clean_, first_), &w, 1, team_);
    off_.push_back(std::sqrt(dot(w, w, n)));
    // Where little is left, what is left is mostly what was lost.
    const bool little = j > 0 && off_[j] < 0.1 * typical_;
    if (little) {
      for (int round = 0; round < 2; ++round) basis_.remove(j + 1, &w, 1, team_);
      off_[j] = std::sqrt(dot(w, w, n));
    }
    typical_ = little || j == 0 ? off_[j] : std::max(typical_, off_[j]);
    largest_ = std::max(largest_, off_[j]);
    if (j + 1 == basis_.length()) {
      off_[j] = 0;
    } else if (off_[j] <= 64 * epsilon * largest_) {
      // The space is closed under the matrix; go on with a direction of its own, for repeated singular
      // values.
      off_[j] = 0;
      start();
    } else {
      for (std::size_t i = 0; i < n; ++i) w[i] /= off_[j];
      if (little || basis_.size() - clean_ >= period_) reorthogonalise();
    }
  }

  /// Makes all vectors but the one of the next step orthogonal to working precision.
  void reorthogonalise() {
    const std::size_t n = basis_.length(), count = basis_.size() - clean_;
    if (count == 0) return;
    std::vector<double*> fresh(count);
    for (std::size_t i = 0; i < count; ++i) fresh[i] = basis_[clean_ + i];
    const double loss = basis_.remove(clean_, fresh.data(), count, team_);
    if (loss > 1e-6) basis_.remove(clean_, fresh.data(), count, team_);  // once leaves the square of the loss
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t j = 0; j < i; ++j) axpy(-dot(fresh[j], fresh[i], n), fresh[j], fresh[i], n);
      const double norm = std::sqrt(dot(fresh[i], fresh[i], n));
      for (std::size_t k = 0; k < n; ++k) fresh[i][k] /= norm;
    }
    clean_ = basis_.size();
    // The loss grows geometrically: as many steps as keep it below the limit, at the rate just seen.
    const double rate = std::max(std::log(loss / epsilon) / static_cast<double>(count), std::log(1.5));
    const double allowed = std::log(limit_ / epsilon) / rate;
    period_ = static_cast<std::size_t>(
        std::clamp(allowed, 1.0, std::min(static_cast<double>(count) + 1, longest_)));
  }

 private:
  static void axpy(double factor, const double* x, double* y, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) y[i] += factor * x[i];
  }

  // Makes the last vector a unit vector orthogonal to all others.
  void start() {
    const std::size_t n = basis_.length();
    double* v = basis_.size() == 0 ? basis_.grow() : basis_[basis_.size() - 1];
    const std::vector<double> random = noise(n, ++seed_);
    std::copy(random.begin(), random.end(), v);
    for (int round = 0; round < 3; ++round) {
      basis_.remove(basis_.size() - 1, &v, 1, team_);
      const double norm = std::sqrt(dot(v, v, n));
      for (std::size_t i = 0; i < n; ++i) v[i] /= norm;
    }
    reorthogonalise();
  }

  static constexpr double limit_ = 1e-9, longest_ = 16;
  static constexpr std::size_t first_ = 32;
  const Operator& apply_;
  Team& team_;
  Basis basis_;
  std::uint64_t seed_;
  std::vector<double> diagonal_, off_;
  double largest_ = 0, typical_ = 0;    // of T's entries so far; of its off-diagonal ones lately
  std::size_t clean_ = 0, period_ = 1;  // vectors orthogonal to each other; how many more may wait
};

}  // namespace

std::size_t Eigenpairs::rank() const {
  const double least = values.empty() ? 0 : values.front() * static_cast<double>(size) * epsilon;
  return static_cast<std::size_t>(
      std::count_if(values.begin(), values.end(), [&](double value) { return value > least; }));
}

Eigenpairs leading_eigenpairs(std::size_t size, const Operator& apply, std::size_t k, std::uint64_t seed,
                              Team& team) {
  Process process(size, apply, seed, team);
  Eigenpairs out;
  out.size = size;
  // A test of convergence costs as much as a few steps.
  for (std::size_t test = k + k / 2 + 20;; test += 10 + k / 12) {
    while (process.steps() < test && !process.complete()) process.step();
    const std::vector<Ritz> ritz = ritz_values(process.matrix());
    const double floor = ritz[0].value * epsilon * static_cast<double>(size);
    out.values.clear();
    bool converged = true;
    for (std::size_t i = 0; i < ritz.size(); ++i) {
      out.values.push_back(ritz[i].value);
      if (i < k) converged &= process.rest() * ritz[i].last <= 1e-14 * std::max(ritz[i].value, floor);
    }
    if (converged || process.complete()) break;
  }
  out.steps = process.steps();
  if (out.rank() < k) return out;
  process.reorthogonalise();
  out.vectors.resize(size * k);
  const std::vector<double> weights = vectors_of(process.matrix(), {out.values.data(), k});
  process.basis().combine(weights, k, out.vectors.data(), team);
  return out;
}

}  // namespace tenor
