// Compiled with -mavx512bw -mavx512vnni where the compiler knows them: nothing here may run before
// product.cpp asked the processor.
#if defined(__AVX512VNNI__) && defined(__AVX512BW__)
#include <immintrin.h>

#include "tenor/syntax/product_kernel.h"

namespace tenor {
namespace {

struct Avx512 {
  static constexpr std::size_t lanes = 16;
  using Vector = __m512i;
  static Vector zero() { return _mm512_setzero_si512(); }
  static Vector load(const std::int16_t* p) { return _mm512_loadu_si512(p); }
  static Vector broadcast(const std::int16_t* p) {
    std::int32_t pair = 0;
    std::memcpy(&pair, p, sizeof pair);
    return _mm512_set1_epi32(pair);
  }
  static Vector add_products(Vector sum, Vector a, Vector b) { return _mm512_dpwssd_epi32(sum, a, b); }
  static void store(std::int32_t* p, Vector v) { _mm512_storeu_si512(p, v); }
};

}  // namespace

void multiply_avx512(const Windows& left, const PackedMatrix& right, std::int32_t* out);
void multiply_avx512(const Windows& left, const PackedMatrix& right, std::int32_t* out) {
  multiply_with<Avx512, 8>(left, right, out);
}

}  // namespace tenor
#endif
