// Group commit: one thread writes whatever all appenders queued since the last fsync in one batch, then tells
// everybody.
#pragma once

#include <condition_variable>
#include <thread>

#include "runtime/log/local_journal_db.h"
#include "runtime/log/local_stream.h"

namespace hoicho::runtime {

/// Deliveries on their way from the committer's thread to an appender's owner.
class LocalDeliveries {
  public:
    explicit LocalDeliveries(std::shared_ptr<Waker> waker) : waker_{std::move(waker)} {}
    void put(Delivery delivery);
    std::vector<Delivery> take();
    const std::shared_ptr<Waker>& waker() const { return waker_; }

  private:
    const std::shared_ptr<Waker> waker_;
    std::mutex mutex_;
    std::vector<Delivery> deliveries_;
};

/// Thread-safe. Owned by the LocalLog; its end writes what is still queued.
class LocalCommitter {
  public:
    static constexpr std::size_t batch_bytes_max =
        16u << 20;  ///< of one fsync: bounds how long the first of a batch waits for the last

    LocalCommitter(LocalJournalDb& db, const LocalStreams& streams, const LocalLogOptions& options);
    ~LocalCommitter();

    /// Compare-and-append: queues the Entry when the journal's next offset is `expected`. Otherwise the delivery says
    /// so, in its turn, and false. Bounded by the caller: a processor has at most its window in flight.
    bool append(LocalStream& journal, std::int64_t expected, Message entry, std::int64_t input,
                std::shared_ptr<LocalDeliveries> deliveries);
    /// Queues an event. Failure no_buffer_space: the queue is full.
    Result<std::int64_t> append_event(LocalStream& events, Message event);

  private:
    struct Queued {
        LocalStream* stream = nullptr;
        RecordPtr record;   ///< nullptr: a conflict, only to be told
        std::string value;  ///< the record as it is written
        std::int64_t input = -1;
        std::shared_ptr<LocalDeliveries> deliveries;  ///< nullptr: an event
        std::size_t bytes = 0;
    };
    using Batch = std::vector<Queued>;

    void push(Queued queued);
    void run();
    bool take(Batch& batch);
    bool write(const Batch& batch);
    void publish(Batch& batch, bool written);
    LocalStream* commands_of(const Queued& queued) const;

    LocalJournalDb& db_;
    const LocalStreams& streams_;
    const std::size_t queued_bytes_max_;
    std::mutex mutex_;
    std::condition_variable queued_;
    std::deque<Queued> queue_;
    std::size_t queue_bytes_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace hoicho::runtime
