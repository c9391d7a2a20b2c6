// Messages of one partition, handed to a producer only while none of that partition is in flight.
//
// An idempotent producer sends nothing more of a partition once five of its messages are unacknowledged: librdkafka 2.0.2 holds a count of
// messages against RD_KAFKA_IDEMP_MAX_INFLIGHT (rd_kafka_toppar_producer_serve), and until the answer comes its thread polls with a timeout of 0
// because a queued message has waited long enough. On two cores such threads take the time that the broker needs to answer. So nothing may
// be queued there behind what is in flight; it waits here and goes as one burst.
#pragma once

#include <deque>
#include <utility>
#include <vector>

#include "runtime/log/event_log.h"

namespace hoicho::runtime::kafka {

/// As many as are handed over well within the linger of the producer that gathers, and below batch.size of librdkafka (1,000,000 B): more would
/// become a second request and wait for the first.
constexpr std::size_t burst_messages_max = 256;
constexpr std::size_t burst_bytes_max = 800'000;
constexpr std::size_t message_overhead_bytes = 128;  ///< headers of a record and of its fields, above what was counted

inline std::size_t wire_bytes(const Message& message) {
    std::size_t bytes = message.key.size() + message.value.size() + message_overhead_bytes;
    for (const auto& header : message.headers) bytes += header.name.size() + header.value.size();
    return bytes;
}

/// Not thread-safe. `Tag` says whose a message is.
template <class Tag>
class Lane {
  public:
    struct Waiting {
        Message message;
        Tag tag;
    };

    void push(Message message, Tag tag) { waiting_.push_back({std::move(message), std::move(tag)}); }

    /// The next burst in the order of push, at least one message, now in flight; nothing while the last one still is.
    std::vector<Waiting> take() {
        std::vector<Waiting> burst;
        if (in_flight_ > 0) return burst;
        for (std::size_t bytes = 0; !waiting_.empty() && burst.size() < burst_messages_max; waiting_.pop_front()) {
            bytes += wire_bytes(waiting_.front().message);
            if (!burst.empty() && bytes > burst_bytes_max) break;
            burst.push_back(std::move(waiting_.front()));
        }
        in_flight_ = burst.size();
        return burst;
    }

    /// One message that take() gave was reported, or never reached the producer.
    void settled() { --in_flight_; }
    /// Everything in flight belongs to a producer that is gone.
    void forget_in_flight() { in_flight_ = 0; }
    /// What was not handed over, in order.
    std::deque<Waiting> give_up() { return std::exchange(waiting_, {}); }

    std::size_t in_flight() const { return in_flight_; }

  private:
    std::deque<Waiting> waiting_;
    std::size_t in_flight_ = 0;
};

}  // namespace hoicho::runtime::kafka
