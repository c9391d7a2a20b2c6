// Lets a librdkafka queue wake a Waker when something arrives in it.
#pragma once

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

}  // namespace hoicho::runtime::kafka
