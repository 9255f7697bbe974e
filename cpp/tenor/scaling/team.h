#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tenor {

/// Threads that stay for a whole fit: an iterative method calls them thousands of times, and starting them
/// anew each time would cost more than the work. One call at a time.
class Team {
 public:
  /// 0: as many as there are cores.
  explicit Team(unsigned threads);
  ~Team();
  Team(const Team&) = delete;
  Team& operator=(const Team&) = delete;

  [[nodiscard]] std::size_t size() const { return pool_.size() + 1; }
  /// Calls `work(part)` for every part in [0, parts). Which thread takes which is left open: results are the
  /// same for any number of threads where a part is cut independently of it and writes to places of its own.
  void run(std::size_t parts, const std::function<void(std::size_t)>& work);

 private:
  void take();

  std::vector<std::jthread> pool_;
  std::atomic<std::size_t> round_{0}, next_{0}, busy_{0};
  std::atomic<bool> ending_{false};
  const std::function<void(std::size_t)>* work_ = nullptr;
  std::size_t parts_ = 0;
  std::mutex guard_;
  std::exception_ptr failure_;
};

}  // namespace tenor
