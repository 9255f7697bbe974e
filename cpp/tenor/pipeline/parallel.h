#pragma once

#include <cstddef>
#include <functional>

namespace tenor {

/// Calls `work(i)` for every i in [0, count) on up to `threads` threads (0: as many as there are cores).
/// Which thread takes which i is left open, so `work` writes only to place i. The first exception (by i) is
/// thrown again here.
void parallel_for(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace tenor
