#include "tenor/scaling/tridiagonal.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "tenor/error.h"
#include "tenor/scaling/basis.h"
#include "tenor/scaling/noise.h"

namespace tenor {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

double scale_of(const Tridiagonal& t) {
  double scale = 0;
  for (std::size_t i = 0; i < t.diagonal.size(); ++i) {
    scale = std::max(scale, std::abs(t.diagonal[i]) + (i > 0 ? std::abs(t.off[i - 1]) : 0));
  }
  return scale;
}

// T - shift as L U with row exchanges, solved in place for one right-hand side after the other.
class Factored {
 public:
  Factored(const Tridiagonal& t, double shift, double scale) : n_(t.diagonal.size()), rows_(n_) {
    double a = t.diagonal[0] - shift, b = n_ > 1 ? t.off[0] : 0;
    for (std::size_t i = 0; i + 1 < n_; ++i) {
      const double below = t.off[i], next = t.diagonal[i + 1] - shift, after = i + 2 < n_ ? t.off[i + 1] : 0;
      Row& row = rows_[i];
      if (std::abs(a) >= std::abs(below)) {
        row = {nonzero(a, scale), b, 0, below / nonzero(a, scale), false};
        a = next - row.factor * b, b = after;
      } else {
        row = {below, next, after, a / below, true};
        a = b - row.factor * next, b = -row.factor * after;
      }
    }
    rows_[n_ - 1] = {nonzero(a, scale), 0, 0, 0, false};
  }

  void solve(std::vector<double>& x) const {
    for (std::size_t i = 0; i + 1 < n_; ++i) {
      if (rows_[i].exchanged) std::swap(x[i], x[i + 1]);
      x[i + 1] -= rows_[i].factor * x[i];
    }
    for (std::size_t i = n_; i-- > 0;) {
      const double first = i + 1 < n_ ? rows_[i].first * x[i + 1] : 0;
      const double second = i + 2 < n_ ? rows_[i].second * x[i + 2] : 0;
      x[i] = (x[i] - first - second) / rows_[i].pivot;
    }
  }

 private:
  struct Row {
    double pivot, first, second, factor;
    bool exchanged;
  };
  static double nonzero(double pivot, double scale) {
    return std::abs(pivot) > epsilon * scale ? pivot : std::max(epsilon * scale, 1e-300);
  }
  std::size_t n_;
  std::vector<Row> rows_;
};

void normalise(std::vector<double>& x) {
  double largest = 0;
  for (const double value : x) largest = std::max(largest, std::abs(value));
  for (double& value : x) value /= largest;
  const double norm = std::sqrt(dot(x.data(), x.data(), x.size()));
  for (double& value : x) value /= norm;
}

}  // namespace

std::vector<Ritz> ritz_values(const Tridiagonal& t) {
  const std::size_t n = t.diagonal.size();
  std::vector<double> d(t.diagonal.begin(), t.diagonal.end()), e(n, 0.0), last(n, 0.0);
  std::copy_n(t.off.begin(), n == 0 ? 0 : n - 1, e.begin());
  if (n > 0) last[n - 1] = 1;
  for (std::size_t l = 0; l < n; ++l) {
    for (int sweep = 0;; ++sweep) {
      std::size_t m = l;
      while (m + 1 < n && std::abs(e[m]) > epsilon * (std::abs(d[m]) + std::abs(d[m + 1]))) ++m;
      if (m == l) break;
      if (sweep == 60) throw Error("the eigenvalues did not converge; is the matrix on a sane scale?");
      double g = (d[l + 1] - d[l]) / (2 * e[l]);
      double r = std::hypot(g, 1.0);
      g = d[m] - d[l] + e[l] / (g + std::copysign(r, g));
      double s = 1, c = 1, p = 0;
      bool deflated = false;
      for (std::size_t i = m; i-- > l;) {
        const double f = s * e[i], b = c * e[i];
        r = std::sqrt(f * f + g * g);
        e[i + 1] = r;
        if (r == 0) {
          d[i + 1] -= p, e[m] = 0, deflated = true;
          break;
        }
        s = f / r, c = g / r;
        g = d[i + 1] - p;
        r = (d[i] - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        const double z = last[i + 1];
        last[i + 1] = s * last[i] + c * z;
        last[i] = c * last[i] - s * z;
      }
      if (deflated) continue;
      d[l] -= p, e[l] = g, e[m] = 0;
    }
  }
  std::vector<Ritz> out(n);
  for (std::size_t i = 0; i < n; ++i) out[i] = {d[i], std::abs(last[i])};
  std::sort(out.begin(), out.end(), [](const Ritz& a, const Ritz& b) { return a.value > b.value; });
  return out;
}

std::vector<double> vectors_of(const Tridiagonal& t, std::span<const double> values) {
  const std::size_t n = t.diagonal.size(), k = values.size();
  const double scale = scale_of(t);
  std::vector<std::vector<double>> found;
  for (std::size_t j = 0; j < k; ++j) {
    const Factored factored(t, values[j], scale);
    std::vector<double> x = noise(n, j + 1);
    // One step finds the direction, the others wash the start out. Equal eigenvalues get different vectors
    // because each is kept orthogonal to those before it while it grows.
    for (int step = 0; step < 3; ++step) {
      factored.solve(x);
      normalise(x);
      for (int twice = 0; twice < 2; ++twice) {
        for (const auto& y : found) {
          const double cosine = dot(x.data(), y.data(), n);
          for (std::size_t i = 0; i < n; ++i) x[i] -= cosine * y[i];
        }
      }
      normalise(x);
    }
    found.push_back(std::move(x));
  }
  std::vector<double> out(n * k);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < k; ++j) out[i * k + j] = found[j][i];
  }
  return out;
}

}  // namespace tenor
