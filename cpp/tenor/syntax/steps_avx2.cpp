// Compiled with -mavx2 where the compiler knows it: nothing here may run before steps.cpp asked the
// processor.
#if defined(__AVX2__)
#include <immintrin.h>

#include "tenor/syntax/steps_kernel.h"

namespace tenor {
namespace {

struct Avx2 {
  using Vector = __m256;
  static Vector load(const float* p) { return _mm256_loadu_ps(p); }
  static void store(float* p, Vector v) { _mm256_storeu_ps(p, v); }
  static Vector same(float x) { return _mm256_set1_ps(x); }
  static Vector of_whole(const std::int32_t* p) {
    return _mm256_cvtepi32_ps(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p)));
  }
  static Vector of_whole(const std::int16_t* p) {
    return _mm256_cvtepi32_ps(_mm256_cvtepi16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))));
  }
  static Vector add(Vector a, Vector b) { return _mm256_add_ps(a, b); }
  static Vector subtract(Vector a, Vector b) { return _mm256_sub_ps(a, b); }
  static Vector multiply(Vector a, Vector b) { return _mm256_mul_ps(a, b); }
  static Vector larger(Vector a, Vector b) { return _mm256_max_ps(a, b); }
  static float sum(Vector v) {
    const __m128 fours = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    const __m128 twos = _mm_add_ps(fours, _mm_shuffle_ps(fours, fours, _MM_SHUFFLE(2, 3, 0, 1)));
    return _mm_cvtss_f32(_mm_add_ss(twos, _mm_movehl_ps(twos, twos)));
  }
  static float root(float x) { return _mm_cvtss_f32(_mm_sqrt_ss(_mm_set_ss(x))); }
  static void store_whole(std::int16_t* p, Vector v) {
    const __m256 held = _mm256_min_ps(_mm256_max_ps(v, same(-4095.0F)), same(4095.0F));
    const __m256i whole =
        _mm256_sub_epi32(_mm256_cvttps_epi32(_mm256_add_ps(held, same(8192.5F))), _mm256_set1_epi32(8192));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(p),
                     _mm_packs_epi32(_mm256_castsi256_si128(whole), _mm256_extracti128_si256(whole, 1)));
  }
  static constexpr std::size_t bytes = 16;
  static void add_rows(const std::int8_t* const* rows, std::size_t how_many, std::size_t k,
                       std::int16_t* out) {
    __m256i sums = _mm256_setzero_si256();
    for (std::size_t i = 0; i < how_many; ++i) {
      const __m128i row = _mm_loadu_si128(reinterpret_cast<const __m128i*>(rows[i] + k));
      sums = _mm256_add_epi16(sums, _mm256_cvtepi8_epi16(row));
    }
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), sums);
  }
};

}  // namespace

Steps steps_avx2();
Steps steps_avx2() {
  return StepsWith<Avx2>::all("avx2");
}

}  // namespace tenor
#endif
