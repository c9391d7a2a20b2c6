// Keeps a program running until a signal, reporting its health meanwhile.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

#include "runtime/host/stop_signals.h"

namespace hoicho::runtime {

/// Made first thing in main (see StopSignals).
class StopFlag {
  public:
    StopFlag() : signals_{[this](int) { set(); }} {}
    bool is_set() const { return set_; }
    void set() {
        {
            const std::lock_guard lock{mutex_};
            set_ = true;
        }
        changed_.notify_all();
    }
    /// Calls `each` four times a second until set.
    void wait(const std::function<void()>& each) {
        std::unique_lock lock{mutex_};
        while (!set_) {
            lock.unlock();
            each();
            lock.lock();
            changed_.wait_for(lock, std::chrono::milliseconds{set_ ? 0 : report_every_ms_}, [this] { return set_.load(); });
        }
    }

  private:
    static constexpr int report_every_ms_ = 250;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::atomic<bool> set_{false};
    host::StopSignals signals_;
};

}  // namespace hoicho::runtime
