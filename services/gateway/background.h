// One thread for the rare work that may wait: reading an old answer back from a log that lies elsewhere.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace hoicho::gateway {

class BackgroundThread {
  public:
    static constexpr std::size_t queued_max = 10'000;  ///< beyond it the work is dropped, and with it the answer: the client asks again

    BackgroundThread() : thread_{[this] { work(); }} {}
    ~BackgroundThread() { stop(); }

    void run(std::function<void()> job) {
        {
            const std::lock_guard lock{mutex_};
            if (stopping_ || jobs_.size() >= queued_max) return;
            jobs_.push_back(std::move(job));
        }
        arrived_.notify_one();
    }
    void stop() {
        {
            const std::lock_guard lock{mutex_};
            stopping_ = true;
        }
        arrived_.notify_all();
        if (thread_.joinable()) thread_.join();
    }

  private:
    void work() {
        std::unique_lock lock{mutex_};
        while (true) {
            arrived_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
            if (stopping_) return;
            auto job = std::move(jobs_.front());
            jobs_.pop_front();
            lock.unlock();
            job();
            lock.lock();
        }
    }

    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> jobs_;
    bool stopping_ = false;
    std::thread thread_;  ///< last: ends before what it uses
};

}  // namespace hoicho::gateway
