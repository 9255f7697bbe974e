#pragma once

#include <cstddef>
#include <future>
#include <span>
#include <vector>

#include "tenor/terms/document.h"

namespace tenor {

/// Where each of `parts` runs of neighbouring documents ends, of as near the same number of bytes as may be.
std::vector<std::size_t> split(std::span<const Document> documents, std::size_t parts);

/// Calls work(0) ... work(count - 1), each on a thread of its own; the first exception is thrown again here.
template <class Work>
void each(std::size_t count, const Work& work) {
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < count; ++i) others.push_back(std::async(std::launch::async, work, i));
  work(std::size_t{0});
  for (auto& other : others) other.get();
}

}  // namespace tenor
