#include "tenor/scaling/generating.h"

#include <algorithm>
#include <cmath>

namespace tenor {

GeneratingFunction::GeneratingFunction(std::span<const double> levels, std::span<const double> weights,
                                       std::span<const double> places)
    : levels_(levels), weights_(weights), places_(places) {
  double furthest = 0;
  for (const double place : places) furthest = std::max(furthest, std::abs(place));
  if (furthest > 0) width_ = 1 / furthest;
}

long long GeneratingFunction::centre_of(double s) const {
  return std::llround(std::clamp(s / width_, -1e15, 1e15));
}

GeneratingFunction::Series GeneratingFunction::expand(long long centre) const {
  const double middle = static_cast<double>(centre) * width_;
  Series out{};
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    // In units of the width, so that no power of a large place overflows.
    const double place = places_[i] * width_;
    double term = weights_[i] * std::exp(levels_[i] + middle * places_[i]);
    for (std::size_t j = 0; j < terms; ++j) {
      out[j] += term;
      term *= place / static_cast<double>(j + 1);
    }
  }
  return out;
}

void GeneratingFunction::evaluate(std::span<const double> at, std::span<Value> out, Team& team) {
  std::vector<long long> fresh;
  for (const double s : at) {
    if (std::isfinite(s) && series_.try_emplace(centre_of(s)).second) fresh.push_back(centre_of(s));
  }
  std::vector<Series*> places;
  for (const long long centre : fresh) places.push_back(&series_[centre]);
  team.run(fresh.size(), [&](std::size_t i) { *places[i] = expand(fresh[i]); });
  constexpr std::size_t chunk = 4096;
  team.run((at.size() + chunk - 1) / chunk, [&](std::size_t part) {
    for (std::size_t i = part * chunk; i < std::min(at.size(), (part + 1) * chunk); ++i) {
      if (!std::isfinite(at[i])) {
        out[i] = {std::nan(""), std::nan(""), std::nan("")};
        continue;
      }
      const long long centre = centre_of(at[i]);
      const Series& c = series_.find(centre)->second;
      const double x = (at[i] - static_cast<double>(centre) * width_) / width_;
      double g = 0, first = 0, second = 0;
      for (std::size_t j = terms; j-- > 0;) {
        const auto order = static_cast<double>(j);
        g = g * x + c[j];
        if (j >= 1) first = first * x + order * c[j];
        if (j >= 2) second = second * x + order * (order - 1) * c[j];
      }
      out[i] = {g, first / width_, second / (width_ * width_)};
    }
  });
}

}  // namespace tenor
