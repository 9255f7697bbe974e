#pragma once

#include <cstdint>

#include "tenor/terms/buffer.h"

namespace tenor {

/// Puts keys below 2^bits in ascending order, and the values that go with them; equal keys keep their order.
/// A radix sort, in linear time.
void sort_keys(Buffer<std::uint64_t>& keys, Buffer<std::uint32_t>& values, int bits);

}  // namespace tenor
