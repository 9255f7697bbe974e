#include "tenor/scaling/basis.h"

#include <algorithm>
#include <cmath>

#ifdef __linux__
#include <sys/mman.h>
#endif

// Compiled twice on x86-64, for processors with and without AVX2; the results are the same, since the lanes
// below are spelled out and no operation is contracted. Sanitizers cannot start a program with such
// functions.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define TENOR_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define TENOR_CLONES
#endif

namespace tenor {
namespace {

// Four lanes at any address of doubles.
typedef double Lanes __attribute__((vector_size(32), aligned(8), may_alias));

// Values of a vector that are worked on together: so many of each stay in the cache.
constexpr std::size_t chunk = 512;

inline const Lanes& lanes(const double* p) {
  return *reinterpret_cast<const Lanes*>(p);
}
inline Lanes& lanes(double* p) {
  return *reinterpret_cast<Lanes*>(p);
}

// sums[i * columns + c] += a_i . b_c over n values, for 4 vectors a and 2 vectors b at a time.
TENOR_CLONES void dots(const double* const* a, std::size_t rows, const double* const* b, std::size_t columns,
                       std::size_t begin, std::size_t n, double* sums) {
  for (std::size_t i = 0; i < rows; i += 4) {
    const std::size_t tall = std::min<std::size_t>(4, rows - i);
    const double* left[4];
    for (std::size_t r = 0; r < 4; ++r) left[r] = a[i + std::min(r, tall - 1)] + begin;
    if (columns == 1) {
      const double* right = b[0] + begin;
      Lanes sum[4] = {};
      std::size_t k = 0;
      for (; k + 4 <= n; k += 4) {
        for (std::size_t r = 0; r < 4; ++r) sum[r] += lanes(left[r] + k) * lanes(right + k);
      }
      for (std::size_t r = 0; r < tall; ++r) {
        double total = (sum[r][0] + sum[r][1]) + (sum[r][2] + sum[r][3]);
        for (std::size_t rest = k; rest < n; ++rest) total += left[r][rest] * right[rest];
        sums[i + r] += total;
      }
      continue;
    }
    for (std::size_t c = 0; c < columns; c += 2) {
      const std::size_t wide = std::min<std::size_t>(2, columns - c);
      const double* right[2] = {b[c] + begin, b[c + wide - 1] + begin};
      Lanes sum[4][2] = {};
      std::size_t k = 0;
      for (; k + 4 <= n; k += 4) {
        const Lanes x = lanes(right[0] + k), y = lanes(right[1] + k);
        for (std::size_t r = 0; r < 4; ++r) {
          const Lanes l = lanes(left[r] + k);
          sum[r][0] += l * x;
          sum[r][1] += l * y;
        }
      }
      for (std::size_t r = 0; r < tall; ++r) {
        for (std::size_t w = 0; w < wide; ++w) {
          double total = (sum[r][w][0] + sum[r][w][1]) + (sum[r][w][2] + sum[r][w][3]);
          for (std::size_t rest = k; rest < n; ++rest) total += left[r][rest] * right[w][rest];
          sums[(i + r) * columns + c + w] += total;
        }
      }
    }
  }
}

// b_c -= sum_i a_i * weights[i * columns + c] over n values from `begin`, four vectors a at a time.
TENOR_CLONES void subtract(const double* const* a, std::size_t rows, double* const* b, std::size_t columns,
                           std::size_t begin, std::size_t n, const double* weights) {
  for (std::size_t i = 0; i < rows; i += 4) {
    const std::size_t tall = std::min<std::size_t>(4, rows - i);
    const double* left[4];
    for (std::size_t r = 0; r < 4; ++r) left[r] = a[i + std::min(r, tall - 1)] + begin;
    for (std::size_t c = 0; c < columns; ++c) {
      double w[4] = {0, 0, 0, 0};
      for (std::size_t r = 0; r < tall; ++r) w[r] = weights[(i + r) * columns + c];
      double* to = b[c] + begin;
      std::size_t k = 0;
      for (; k + 4 <= n; k += 4) {
        lanes(to + k) -= (lanes(left[0] + k) * w[0] + lanes(left[1] + k) * w[1]) +
                         (lanes(left[2] + k) * w[2] + lanes(left[3] + k) * w[3]);
      }
      for (; k < n; ++k)
        to[k] -= (left[0][k] * w[0] + left[1][k] * w[1]) + (left[2][k] * w[2] + left[3][k] * w[3]);
    }
  }
}

constexpr std::size_t tall = 4, wide = 8;

// A tile of `combine`, out (tall x wide): the vectors' values come as (vector, tall), the weights as
// (vector, wide).
TENOR_CLONES void gather(const double* values, const double* weights, std::size_t vectors, double* out) {
  Lanes sum[tall][2] = {};
  for (std::size_t i = 0; i < vectors; ++i, values += tall, weights += wide) {
    const Lanes x = lanes(weights), y = lanes(weights + 4);
    for (std::size_t t = 0; t < tall; ++t) {
      sum[t][0] += x * values[t];
      sum[t][1] += y * values[t];
    }
  }
  for (std::size_t t = 0; t < tall; ++t) {
    lanes(out + t * wide) = sum[t][0];
    lanes(out + t * wide + 4) = sum[t][1];
  }
}

}  // namespace

double dot(const double* a, const double* b, std::size_t n) {
  double sum = 0;
  dots(&a, 1, &b, 1, 0, n, &sum);
  return sum;
}

double* Basis::grow() {
  // An odd number of cache lines, so that the same place of many vectors is not the same place of the cache.
  constexpr std::size_t line = 64;
  const std::size_t bytes = (((length_ * sizeof(double) + line - 1) / line) | 1) * line;
  if (free_ < bytes) {
    free_ = (std::max(bytes, 4 * page) + page - 1) / page * page;
    void* block = ::operator new[](free_, std::align_val_t{page});
#ifdef __linux__
    (void)madvise(block, free_, MADV_HUGEPAGE);
#endif
    blocks_.emplace_back(static_cast<double*>(block));
    next_ = blocks_.back().get();
  }
  vectors_.push_back(next_);
  next_ += bytes / sizeof(double), free_ -= bytes;
  return vectors_.back();
}

double Basis::remove(std::size_t against, double* const* from, std::size_t count, Team& team) const {
  if (against == 0) return 0;
  constexpr std::size_t rows = 32;
  std::vector<const double*> a(against);
  for (std::size_t i = 0; i < against; ++i) a[i] = vectors_[i];
  std::vector<double> cosines(against * count, 0.0);
  team.run((against + rows - 1) / rows, [&](std::size_t part) {
    const std::size_t first = part * rows, here = std::min(rows, against - first);
    for (std::size_t begin = 0; begin < length_; begin += chunk) {
      dots(&a[first], here, from, count, begin, std::min(chunk, length_ - begin), &cosines[first * count]);
    }
  });
  team.run((length_ + chunk - 1) / chunk, [&](std::size_t part) {
    subtract(a.data(), against, from, count, part * chunk, std::min(chunk, length_ - part * chunk),
             cosines.data());
  });
  double largest = 0;
  for (std::size_t i = 0; i < against; ++i)
    largest = std::max(largest, std::abs(cosines[(i + 1) * count - 1]));
  return largest;
}

void Basis::combine(std::span<const double> weights, std::size_t columns, double* out, Team& team) const {
  // Both are packed into the order in which tiles read them, and filled up with zeros to whole tiles.
  constexpr std::size_t rows = 32;
  const std::size_t vectors = weights.size() / columns, stripes = (columns + wide - 1) / wide;
  std::vector<double> packed(stripes * vectors * wide, 0.0);
  for (std::size_t i = 0; i < vectors; ++i) {
    for (std::size_t c = 0; c < columns; ++c)
      packed[(c / wide * vectors + i) * wide + c % wide] = weights[i * columns + c];
  }
  team.run((length_ + rows - 1) / rows, [&](std::size_t part) {
    const std::size_t begin = part * rows, end = std::min(length_, begin + rows);
    std::vector<double> values(vectors * rows, 0.0);
    for (std::size_t i = 0; i < vectors; ++i) {
      for (std::size_t k = begin; k < end; ++k)
        values[((k - begin) / tall * vectors + i) * tall + (k - begin) % tall] = vectors_[i][k];
    }
    double tile[tall * wide];
    for (std::size_t stripe = 0; stripe < stripes; ++stripe) {
      const std::size_t first = stripe * wide, last = std::min(columns, first + wide);
      for (std::size_t k = begin; k < end; k += tall) {
        gather(&values[(k - begin) * vectors], &packed[first * vectors], vectors, tile);
        for (std::size_t t = 0; t < std::min(tall, end - k); ++t)
          std::copy_n(&tile[t * wide], last - first, &out[(k + t) * columns + first]);
      }
    }
  });
}

}  // namespace tenor
