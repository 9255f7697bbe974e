#include "tenor/scaling/team.h"

#include <algorithm>
#include <utility>

namespace tenor {

Team::Team(unsigned threads) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  for (unsigned i = 1; i < threads; ++i) {
    pool_.emplace_back([this] {
      for (std::size_t seen = 0;;) {
        round_.wait(seen);
        seen = round_;
        if (ending_) return;
        take();
        if (--busy_ == 0) busy_.notify_all();
      }
    });
  }
}

Team::~Team() {
  ending_ = true;
  ++round_;
  round_.notify_all();
}

void Team::take() {
  for (std::size_t part = next_++; part < parts_; part = next_++) {
    try {
      (*work_)(part);
    } catch (...) {
      const std::lock_guard lock(guard_);
      if (!failure_) failure_ = std::current_exception();
    }
  }
}

void Team::run(std::size_t parts, const std::function<void(std::size_t)>& work) {
  work_ = &work, parts_ = parts, next_ = 0;
  if (!pool_.empty() && parts > 1) {
    busy_ = pool_.size();
    ++round_;
    round_.notify_all();
  }
  take();
  // A thread that has not even woken yet must have left before `work` does.
  for (std::size_t left = busy_; left != 0; left = busy_) busy_.wait(left);
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

}  // namespace tenor
