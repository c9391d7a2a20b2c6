// Feeds a partition's events to integrators, at least once: journal in, CloudEvents out. Its position is the feed
// itself.
#pragma once

#include <atomic>
#include <memory>

#include "kernel/effective.h"
#include "runtime/log/event_log.h"
#include "runtime/processor/cloud_event.h"
#include "runtime/processor/counters.h"
#include "runtime/processor/processor.h"
#include "runtime/processor/trouble.h"

namespace hoicho::runtime {

/// Sends whole Entries in batches, the next one when the last was acknowledged; every record says where its batch began
/// in the journal, so that a restart or a failed batch is sent again from there. A feed whose records all expired
/// begins anew with the journal. One owner thread.
class Relay {
  public:
    static constexpr std::size_t batch_events_max = 256;  ///< at least one whole Entry, however many events it has
    static constexpr std::size_t poll_records_max = 64;
    static constexpr std::uint64_t retry_ms = 1'000;
    static constexpr std::uint64_t idle_ms_max = 200;

    Relay(Service service, std::uint32_t partition, EventLog& log, EventJson json, std::shared_ptr<Waker> waker);

    /// A bounded piece of work, never waiting. An alarm (newer-entry, journal-unreadable) stops the feed until a person
    /// has looked.
    Pace step(std::uint64_t now_ms);
    const Status& status() const { return status_; }
    std::uint64_t events_sent() const { return sent_.get(); }

  private:
    /// What became of a batch; told from any thread.
    struct Batch {
        std::atomic<std::size_t> open{0};
        std::atomic<bool> failed{false};
    };

    Attempt<void> open();
    Attempt<void> fill();
    Attempt<void> take(const Record& record);
    Attempt<void> queue(const Record& record);
    void send_batch();
    Attempt<bool> batch_landed();

    Stream journal_;
    Stream feed_;
    EventLog& log_;
    EventJson json_;
    std::shared_ptr<Waker> waker_;
    Status status_;
    Counter sent_;

    std::unique_ptr<Reader> reader_;
    std::deque<RecordPtr> read_;  ///< at most one poll's worth
    Head head_;
    bool resumes_ = false;          ///< the next record is known to count: a batch began there
    std::vector<Message> batch_;    ///< not sent yet
    std::int64_t batch_from_ = -1;  ///< journal offset of its first Entry
    std::shared_ptr<Batch> in_flight_;
    std::uint64_t retry_at_ms_ = 0;
    journal::v1::Entry entry_;
};

}  // namespace hoicho::runtime
