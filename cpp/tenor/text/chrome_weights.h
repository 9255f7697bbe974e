#pragma once
namespace tenor::chrome_weights {
inline constexpr float line[158][4] = {};
inline constexpr float step[4][4] = {};
inline constexpr float least = 0;
}
