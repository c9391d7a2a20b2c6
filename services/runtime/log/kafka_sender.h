// Sends commands and events through producers that everybody shares, and tells each sender what became of it.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <thread>

#include "runtime/log/bell.h"
#include "runtime/log/event_log.h"
#include "runtime/log/kafka_lane.h"
#include "runtime/log/kafka_producers.h"

namespace hoicho::runtime {

/// Thread-safe. Its end gives up what the broker has not acknowledged and tells the senders so.
class KafkaSender {
  public:
    static Result<std::unique_ptr<KafkaSender>> open(const KafkaLogOptions& options);
    ~KafkaSender();

    void send(const Stream& stream, Message message, Sent sent);
    /// For questions to the cluster; stays good as long as the lock is held.
    template <class Ask>
    auto with_client(Ask ask) const {
        const std::shared_lock lock{producers_mutex_};
        return ask(producers_->all().front());
    }

  private:
    /// Travels with a message through the producer and comes back in its report.
    struct Pending {
        Stream stream;
        Sent sent;
        std::size_t bytes = 0;
        std::uint64_t generation = 0;  ///< of the producers it was handed to
    };
    using PendingPtr = std::unique_ptr<Pending>;
    using Lane = kafka::Lane<PendingPtr>;
    struct Outcome {
        PendingPtr pending;
        Result<std::int64_t> offset;
    };
    using Outcomes = std::vector<Outcome>;

    explicit KafkaSender(const KafkaLogOptions& options);
    Result<std::unique_ptr<kafka::Producers>> open_producers() const;
    void run();
    bool serve(kafka::Producers& producers);
    void replace_after_fatal();
    void give_up(kafka::Producers& producers);
    void give_up_waiting();

    // The lanes, in kafka_sender_lanes.cc. With the lock held they only note outcomes; senders are told without it.
    bool is_full(const Pending& more) const;
    void hand_over(const Stream& stream, Lane& lane, Outcomes& outcomes);
    Outcomes settle(const rd_kafka_message_t& report);
    Outcomes fail_waiting(Lane& lane, const Failure& why);
    void restart_lanes();
    void tell(Outcomes outcomes);

    const KafkaLogOptions& options_;
    std::mutex lanes_mutex_;  ///< taken before `producers_mutex_`
    std::map<Stream, Lane> lanes_;
    std::size_t queued_ = 0, queued_bytes_ = 0;  ///< not told yet, waiting and in flight
    std::uint64_t generation_ = 0;
    const std::shared_ptr<Bell> bell_ = std::make_shared<Bell>();
    mutable std::shared_mutex producers_mutex_;  ///< guards the pointer itself: producers with a fatal error are replaced
    std::unique_ptr<kafka::Producers> producers_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace hoicho::runtime
