// The log of a Kafka cluster.
#pragma once

#include "runtime/log/event_log.h"
#include "runtime/log/kafka_sender.h"

namespace hoicho::runtime {

/// Thread-safe; its Readers and Appenders have one owner thread each and must end before it.
class KafkaLog final : public EventLog {
  public:
    /// Failure: see kafka::open_producer and kafka::check_topics.
    static Result<std::unique_ptr<KafkaLog>> open(KafkaLogOptions options);

    std::uint32_t partitions() const override { return options_.partitions; }
    Result<Bounds> bounds(const Stream& stream) override;
    Result<std::unique_ptr<Reader>> open_reader(const std::vector<Start>& starts, std::shared_ptr<Waker> waker, Haste haste) override;
    Result<std::unique_ptr<Appender>> append_to(const Stream& journal, std::int64_t expected,
                                                std::shared_ptr<Waker> waker) override;
    void send(const Stream& stream, Message message, Sent sent) override;
    Result<RecordPtr> at(const Stream& stream, std::int64_t offset) override;

  private:
    explicit KafkaLog(KafkaLogOptions options) : options_{std::move(options)} {}
    Result<void> check(const Stream& stream) const;

    const KafkaLogOptions options_;
    std::unique_ptr<KafkaSender> sender_;
};

}  // namespace hoicho::runtime
