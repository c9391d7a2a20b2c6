// What a thread sleeps on while it waits for records, reports or work.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "runtime/log/event_log.h"

namespace hoicho::runtime {

/// Thread-safe. A wake that comes before the wait is not lost; many of them count once.
class Bell final : public Waker {
  public:
    void wake() override {
        {
            const std::lock_guard lock{mutex_};
            rung_ = true;
        }
        rings_.notify_one();
    }
    void wait(std::chrono::milliseconds longest) {
        std::unique_lock lock{mutex_};
        (void)rings_.wait_for(lock, longest, [this] { return rung_; });
        rung_ = false;
    }

  private:
    std::mutex mutex_;
    std::condition_variable rings_;
    bool rung_ = false;
};

}  // namespace hoicho::runtime
