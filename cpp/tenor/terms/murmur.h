#pragma once

#include <cstdint>
#include <string_view>

namespace tenor {

/// MurmurHash3_x86_32 (Austin Appleby, public domain) with seed 0: the hash that scikit-learn's hashed
/// features are defined by.
std::uint32_t murmur3(std::string_view bytes);

}  // namespace tenor
