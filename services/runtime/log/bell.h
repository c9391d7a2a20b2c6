// What a thread sleeps on while it waits for records, reports or work.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "runtime/log/event_log.h"

namespace hoicho::runtime {

/// Thread-safe. A wake that comes before the wait is not lost; many of them count once, and only the first of them costs more than a look.
class Bell final : public Waker {
  public:
    void wake() override {
        if (rung_.exchange(true)) return;
        { const std::lock_guard lock{mutex_}; }  // whoever has looked but does not sleep yet
        rings_.notify_one();
    }
    void wait(std::chrono::milliseconds longest) {
        std::unique_lock lock{mutex_};
        (void)rings_.wait_for(lock, longest, [this] { return rung_.load(); });
        rung_.exchange(false);  // not a plain store: what those who rang have written must be seen
    }

  private:
    std::mutex mutex_;
    std::condition_variable rings_;
    std::atomic<bool> rung_ = false;
};

}  // namespace hoicho::runtime
