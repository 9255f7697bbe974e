#include "tenor/syntax/steps.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tenor/syntax/layers.h"
#include "tenor/syntax/steps_kernel.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tenor {
namespace {

// Every processor; where it has vectors the compiler finds them in the loops.
struct Plain {
  using Vector = std::array<float, lanes>;
  template <class Of>
  static Vector make(Of of) {
    Vector out{};
    for (std::size_t i = 0; i < lanes; ++i) out[i] = of(i);
    return out;
  }
  static Vector load(const float* p) {
    return make([&](std::size_t i) { return p[i]; });
  }
  static void store(float* p, const Vector& v) {
    for (std::size_t i = 0; i < lanes; ++i) p[i] = v[i];
  }
  static Vector same(float x) {
    return make([&](std::size_t) { return x; });
  }
  template <class Whole>
  static Vector of_whole(const Whole* p) {
    return make([&](std::size_t i) { return static_cast<float>(p[i]); });
  }
  static Vector add(const Vector& a, const Vector& b) {
    return make([&](std::size_t i) { return a[i] + b[i]; });
  }
  static Vector subtract(const Vector& a, const Vector& b) {
    return make([&](std::size_t i) { return a[i] - b[i]; });
  }
  static Vector multiply(const Vector& a, const Vector& b) {
    return make([&](std::size_t i) { return a[i] * b[i]; });
  }
  static Vector larger(const Vector& a, const Vector& b) {
    return make([&](std::size_t i) { return a[i] > b[i] ? a[i] : b[i]; });
  }
  static float sum(const Vector& v) {
    return ((v[0] + v[4]) + (v[1] + v[5])) + ((v[2] + v[6]) + (v[3] + v[7]));
  }
  static float root(float x) { return std::sqrt(x); }
  static void store_whole(std::int16_t* p, const Vector& v) {
    for (std::size_t i = 0; i < lanes; ++i) p[i] = to_whole(v[i]);
  }
  static constexpr std::size_t bytes = 8;
  static void add_rows(const std::int8_t* const* rows, std::size_t how_many, std::size_t k,
                       std::int16_t* out) {
    std::array<std::int16_t, bytes> sums{};
    for (std::size_t i = 0; i < how_many; ++i)
      for (std::size_t j = 0; j < bytes; ++j) sums[j] = static_cast<std::int16_t>(sums[j] + rows[i][k + j]);
    std::copy(sums.begin(), sums.end(), out);
  }
};

#if defined(__SSE2__)
struct Sse2 {
  struct Vector {
    __m128 low, high;
  };
  static Vector load(const float* p) { return {_mm_loadu_ps(p), _mm_loadu_ps(p + 4)}; }
  static void store(float* p, Vector v) { _mm_storeu_ps(p, v.low), _mm_storeu_ps(p + 4, v.high); }
  static Vector same(float x) { return {_mm_set1_ps(x), _mm_set1_ps(x)}; }
  static Vector of_whole(const std::int32_t* p) {
    const auto* at = reinterpret_cast<const __m128i*>(p);
    return {_mm_cvtepi32_ps(_mm_loadu_si128(at)), _mm_cvtepi32_ps(_mm_loadu_si128(at + 1))};
  }
  static Vector of_whole(const std::int16_t* p) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    return {_mm_cvtepi32_ps(_mm_srai_epi32(_mm_unpacklo_epi16(v, v), 16)),
            _mm_cvtepi32_ps(_mm_srai_epi32(_mm_unpackhi_epi16(v, v), 16))};
  }
  static Vector add(Vector a, Vector b) { return {_mm_add_ps(a.low, b.low), _mm_add_ps(a.high, b.high)}; }
  static Vector subtract(Vector a, Vector b) {
    return {_mm_sub_ps(a.low, b.low), _mm_sub_ps(a.high, b.high)};
  }
  static Vector multiply(Vector a, Vector b) {
    return {_mm_mul_ps(a.low, b.low), _mm_mul_ps(a.high, b.high)};
  }
  static Vector larger(Vector a, Vector b) { return {_mm_max_ps(a.low, b.low), _mm_max_ps(a.high, b.high)}; }
  static float sum(Vector v) {
    const __m128 fours = _mm_add_ps(v.low, v.high);
    const __m128 twos = _mm_add_ps(fours, _mm_shuffle_ps(fours, fours, _MM_SHUFFLE(2, 3, 0, 1)));
    return _mm_cvtss_f32(_mm_add_ss(twos, _mm_movehl_ps(twos, twos)));
  }
  static float root(float x) { return _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(x))); }
  static __m128i whole(__m128 v) {
    const __m128 held = _mm_min_ps(_mm_max_ps(v, _mm_set1_ps(-4095.0F)), _mm_set1_ps(4095.0F));
    return _mm_sub_epi32(_mm_cvttps_epi32(_mm_add_ps(held, _mm_set1_ps(8192.5F))), _mm_set1_epi32(8192));
  }
  static void store_whole(std::int16_t* p, Vector v) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(p), _mm_packs_epi32(whole(v.low), whole(v.high)));
  }
  static constexpr std::size_t bytes = 8;
  static void add_rows(const std::int8_t* const* rows, std::size_t how_many, std::size_t k,
                       std::int16_t* out) {
    __m128i sums = _mm_setzero_si128();
    for (std::size_t i = 0; i < how_many; ++i) {
      const __m128i row = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(rows[i] + k));
      sums = _mm_add_epi16(sums, _mm_srai_epi16(_mm_unpacklo_epi8(row, row), 8));
    }
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), sums);
  }
};
#endif

}  // namespace

#if defined(TENOR_SYNTAX_X86)
Steps steps_avx2();
#endif

std::vector<Steps> all_steps() {
  std::vector<Steps> out{StepsWith<Plain>::all("plain")};
#if defined(__SSE2__)
  out.push_back(StepsWith<Sse2>::all("sse2"));
#endif
#if defined(TENOR_SYNTAX_X86)
  if (__builtin_cpu_supports("avx2")) out.push_back(steps_avx2());
#endif
  return out;
}

const Steps& steps() {
  static const Steps best = all_steps().back();
  return best;
}

}  // namespace tenor
