// Compiled with -mavx2 where the compiler knows it: nothing here may run before product.cpp asked the
// processor.
#if defined(__AVX2__)
#include <immintrin.h>

#include "tenor/syntax/product_kernel.h"

namespace tenor {
namespace {

struct Avx2 {
  static constexpr std::size_t lanes = 8;
  using Vector = __m256i;
  static Vector zero() { return _mm256_setzero_si256(); }
  static Vector load(const std::int16_t* p) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
  }
  static Vector broadcast(const std::int16_t* p) {
    std::int32_t pair = 0;
    std::memcpy(&pair, p, sizeof pair);
    return _mm256_set1_epi32(pair);
  }
  static Vector add_products(Vector sum, Vector a, Vector b) {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(a, b));
  }
  static void store(std::int32_t* p, Vector v) { _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), v); }
};

}  // namespace

void multiply_avx2(const Windows& left, const PackedMatrix& right, std::int32_t* out);
void multiply_avx2(const Windows& left, const PackedMatrix& right, std::int32_t* out) {
  multiply_with<Avx2, 4>(left, right, out);
}

}  // namespace tenor
#endif
