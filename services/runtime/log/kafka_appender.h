// Appends Entries to one Kafka partition through idempotent producers of its own.
#pragma once

#include <deque>

#include "runtime/log/event_log.h"
#include "runtime/log/kafka_lane.h"
#include "runtime/log/kafka_producers.h"

namespace hoicho::runtime {

/// One owner thread. Its end forgets what is in flight: it may land or not. What was appended goes to the broker with the next deliveries(), all of a
/// turn in one request; the waker is woken so that the owner comes.
class KafkaAppender final : public Appender {
  public:
    static Result<std::unique_ptr<KafkaAppender>> open(const KafkaLogOptions& options, const Stream& journal,
                                                       std::shared_ptr<Waker> waker);
    ~KafkaAppender() override;

    void append(Message entry, std::int64_t input) override;
    std::vector<Delivery> deliveries() override;

  private:
    KafkaAppender(const KafkaLogOptions& options, std::unique_ptr<kafka::Producers> producers, const Stream& journal,
                  std::shared_ptr<Waker> waker);
    void note(const rd_kafka_message_t& report);
    void hand_over();
    void settle(std::uint64_t number, Delivery delivery);
    void fail_waiting(const std::string& why);

    struct Slot {
        Delivery delivery;
        bool done = false;
    };
    const KafkaLogOptions& options_;
    std::shared_ptr<Waker> waker_;
    std::unique_ptr<kafka::Producers> producers_;
    Stream journal_;
    std::uint64_t first_ = 0;  ///< number of the append at the front of `window_`
    kafka::Lane<std::uint64_t> lane_;  ///< appends by their number
    std::deque<Slot> window_;  ///< appends not handed out yet: reports fill them, the front leaves first
};

}  // namespace hoicho::runtime
