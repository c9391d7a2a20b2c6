// Appends Entries to one Kafka partition through an idempotent producer of its own.
#pragma once

#include <deque>

#include "runtime/log/event_log.h"
#include "runtime/log/kafka_conf.h"
#include "runtime/log/kafka_wake.h"

namespace hoicho::runtime {

/// One owner thread. Its end forgets what is in flight: it may land or not.
class KafkaAppender final : public Appender {
  public:
    static Result<std::unique_ptr<KafkaAppender>> open(const KafkaLogOptions& options, const Stream& journal,
                                                       std::shared_ptr<Waker> waker);
    ~KafkaAppender() override;

    void append(Message entry, std::int64_t input) override;
    std::vector<Delivery> deliveries() override;

  private:
    KafkaAppender(const KafkaLogOptions& options, kafka::Client client, const Stream& journal,
                  std::shared_ptr<Waker> waker);
    void note(const rd_kafka_message_t& report);
    void fail(std::size_t place, const std::string& why);

    struct Slot {
        Delivery delivery;
        bool done = false;
    };
    const KafkaLogOptions& options_;
    kafka::Client client_;
    std::unique_ptr<kafka::WakingQueue> queue_;
    Stream journal_;
    std::uint64_t first_ = 0;  ///< number of the append at the front of `window_`
    std::deque<Slot> window_;  ///< appends not handed out yet: reports fill them, the front leaves first
};

}  // namespace hoicho::runtime
