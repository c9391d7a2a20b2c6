// Lets a librdkafka queue wake a Waker when something arrives in it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "runtime/log/event_log.h"
#include "runtime/log/kafka_handles.h"

namespace hoicho::runtime::kafka {

/// Holds the queue; no wake comes after its end.
class WakingQueue {
  public:
    WakingQueue(Queue queue, std::shared_ptr<Waker> waker) : queue_{std::move(queue)}, waker_{std::move(waker)} {
        if (waker_)
            rd_kafka_queue_cb_event_enable(
                queue_.get(), [](rd_kafka_t*, void* waker_ptr) { static_cast<Waker*>(waker_ptr)->wake(); },
                waker_.get());
    }
    ~WakingQueue() {
        if (waker_) rd_kafka_queue_cb_event_enable(queue_.get(), nullptr, nullptr);
    }
    WakingQueue(const WakingQueue&) = delete;
    WakingQueue& operator=(const WakingQueue&) = delete;

    rd_kafka_queue_t* get() const { return queue_.get(); }
    void wake() const {
        if (waker_) waker_->wake();
    }

  private:
    Queue queue_;
    std::shared_ptr<Waker> waker_;
};

/// A thread that waits for its queues sleeps here.
class Bell final : public Waker {
  public:
    void wake() override {
        const std::lock_guard lock{mutex_};
        rung_ = true;
        ring_.notify_one();
    }
    void wait(std::chrono::milliseconds longest) {
        std::unique_lock lock{mutex_};
        (void)ring_.wait_for(lock, longest, [this] { return rung_; });
        rung_ = false;
    }

  private:
    std::mutex mutex_;
    std::condition_variable ring_;
    bool rung_ = false;
};

}  // namespace hoicho::runtime::kafka
