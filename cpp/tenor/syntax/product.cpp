#include "tenor/syntax/product.h"

#include "tenor/syntax/product_kernel.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace tenor {
namespace {

// Every processor; where it has vectors the compiler finds them in the loops.
struct Plain {
  static constexpr std::size_t lanes = 4;
  struct Vector {
    std::int32_t at[2 * lanes];  // sums in the first half; the second is the other number of a pair
  };
  static Vector zero() { return {}; }
  static Vector load(const std::int16_t* p) {
    Vector v;
    for (std::size_t i = 0; i < lanes; ++i) v.at[i] = p[2 * i], v.at[lanes + i] = p[2 * i + 1];
    return v;
  }
  static Vector broadcast(const std::int16_t* p) {
    Vector v;
    for (std::size_t i = 0; i < lanes; ++i) v.at[i] = p[0], v.at[lanes + i] = p[1];
    return v;
  }
  static Vector add_products(Vector sum, const Vector& a, const Vector& b) {
    for (std::size_t i = 0; i < lanes; ++i)
      sum.at[i] += a.at[i] * b.at[i] + a.at[lanes + i] * b.at[lanes + i];
    return sum;
  }
  static void store(std::int32_t* p, const Vector& v) { std::memcpy(p, v.at, lanes * sizeof *p); }
};

#if defined(__SSE2__)
struct Sse2 {
  static constexpr std::size_t lanes = 4;
  using Vector = __m128i;
  static Vector zero() { return _mm_setzero_si128(); }
  static Vector load(const std::int16_t* p) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p)); }
  static Vector broadcast(const std::int16_t* p) {
    std::int32_t pair = 0;
    std::memcpy(&pair, p, sizeof pair);
    return _mm_set1_epi32(pair);
  }
  static Vector add_products(Vector sum, Vector a, Vector b) {
    return _mm_add_epi32(sum, _mm_madd_epi16(a, b));
  }
  static void store(std::int32_t* p, Vector v) { _mm_storeu_si128(reinterpret_cast<__m128i*>(p), v); }
};
#elif defined(__aarch64__)
// Factors hold the first numbers of four pairs, then the second ones.
struct Neon {
  static constexpr std::size_t lanes = 4;
  using Vector = int32x4_t;
  static Vector zero() { return vdupq_n_s32(0); }
  static Vector load(const std::int16_t* p) {
    const int16x4x2_t pairs = vld2_s16(p);
    return vreinterpretq_s32_s16(vcombine_s16(pairs.val[0], pairs.val[1]));
  }
  static Vector broadcast(const std::int16_t* p) {
    return vreinterpretq_s32_s16(vcombine_s16(vdup_n_s16(p[0]), vdup_n_s16(p[1])));
  }
  static Vector add_products(Vector sum, Vector a, Vector b) {
    const int16x8_t x = vreinterpretq_s16_s32(a), y = vreinterpretq_s16_s32(b);
    return vmlal_high_s16(vmlal_s16(sum, vget_low_s16(x), vget_low_s16(y)), x, y);
  }
  static void store(std::int32_t* p, Vector v) { vst1q_s32(p, v); }
};
#endif

}  // namespace

PackedMatrix::PackedMatrix(std::size_t rows, std::size_t columns)
    : rows_(rows), columns_(columns), values_(rows * padded()) {}

void PackedMatrix::set_column(std::size_t column, const std::int16_t* values) {
  std::int16_t* out = values_.data() + (column / block) * rows_ * block + 2 * (column % block);
  for (std::size_t k = 0; k < rows_; k += 2, out += 2 * block) out[0] = values[k], out[1] = values[k + 1];
}

#if defined(TENOR_SYNTAX_X86)
void multiply_avx2(const Windows& left, const PackedMatrix& right, std::int32_t* out);
void multiply_avx512(const Windows& left, const PackedMatrix& right, std::int32_t* out);
#endif

std::vector<ProductKernel> product_kernels() {
  std::vector<ProductKernel> out{{"plain", &multiply_with<Plain, 2>}};
#if defined(__SSE2__)
  out.push_back({"sse2", &multiply_with<Sse2, 2>});
#elif defined(__aarch64__)
  out.push_back({"neon", &multiply_with<Neon, 4>});
#endif
#if defined(TENOR_SYNTAX_X86)
  if (__builtin_cpu_supports("avx2")) out.push_back({"avx2", &multiply_avx2});
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni"))
    out.push_back({"avx512", &multiply_avx512});
#endif
  return out;
}

void multiply(const Windows& left, const PackedMatrix& right, std::int32_t* out) {
  static const ProductKernel best = product_kernels().back();
  best.multiply(left, right, out);
}

}  // namespace tenor
