// The two producers of one sender: small bursts leave at once, large ones gather for a millisecond.
//
// A burst is several calls of produce(). With linger.ms=0 the producer's thread may send after any of them, and once five messages are
// unacknowledged the rest waits and spins (kafka_lane.h); so only a burst that stays within that goes at once. Seen at 500 and 1,000 bookings a
// second on two cores: p50 3.1 and 5.9 ms at once, 6.1 and 9.4 ms gathered; at 2,000 all at once starved the broker, gathered took 15 ms.
#pragma once

#include <array>

#include "runtime/log/kafka_conf.h"
#include "runtime/log/kafka_wake.h"

namespace hoicho::runtime::kafka {

constexpr std::size_t quick_burst_max = 5;  ///< RD_KAFKA_IDEMP_MAX_INFLIGHT

/// Reports come through take_events(), on the owner's thread; `waker` tells that some may be there.
class Producers {
  public:
    /// Failure: see open_producer().
    static Result<std::unique_ptr<Producers>> open(const KafkaLogOptions& options, std::shared_ptr<Waker> waker,
                                                   const std::map<std::string, std::string>& extra = {});

    /// Only while nothing else of the same partition is in flight: the two keep no order between them.
    rd_kafka_t* of_burst(std::size_t messages) const { return client(messages <= quick_burst_max ? 0 : 1); }
    std::array<rd_kafka_t*, 2> all() const { return {client(0), client(1)}; }

    /// Calls take(const rd_kafka_message_t&) for each report. False: one of the two met a fatal error, whose sentence went to the log.
    template <class Take>
    bool take_events(const KafkaLogOptions& options, Take take);

    /// Gives up what is queued and in flight. With reports wanted they come through take_events().
    void purge(int more_flags = 0) const;
    int unreported() const;

  private:
    struct One {
        Client client;
        std::unique_ptr<WakingQueue> queue;  ///< goes before the client it belongs to
    };
    rd_kafka_t* client(std::size_t at) const { return ones_[at].client.get(); }

    std::array<One, 2> ones_;
};

template <class Take>
bool Producers::take_events(const KafkaLogOptions& options, Take take) {
    bool sound = true;
    for (const auto& one : ones_)
        while (const Event event{rd_kafka_queue_poll(one.queue->get(), 0)}) {
            if (rd_kafka_event_type(event.get()) == RD_KAFKA_EVENT_DR) {
                while (const auto* report = rd_kafka_event_message_next(event.get())) take(*report);
            } else if (rd_kafka_event_error_is_fatal(event.get())) {
                log_line(options, std::string{"kafka: fatal: "} + rd_kafka_event_error_string(event.get()));
                sound = false;
            }
        }
    return sound;
}

}  // namespace hoicho::runtime::kafka
