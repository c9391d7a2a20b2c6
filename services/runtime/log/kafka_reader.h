// Reads streams of a Kafka cluster by assignment: no group decides what it reads, and nothing is committed.
#pragma once

#include <optional>

#include "runtime/log/event_log.h"
#include "runtime/log/kafka_conf.h"
#include "runtime/log/kafka_wake.h"

namespace hoicho::runtime {

/// One owner thread.
class KafkaReader final : public Reader {
  public:
    static Result<std::unique_ptr<KafkaReader>> open(const KafkaLogOptions& options, const std::vector<Start>& starts,
                                                     std::shared_ptr<Waker> waker, Haste haste = Haste::at_once);

    Result<std::vector<RecordPtr>> poll(std::size_t records_max) override { return poll_for(records_max, 0); }
    void pause(const Stream& stream) override { set_paused(stream, true); }
    void resume(const Stream& stream) override { set_paused(stream, false); }

    /// As poll(), but waits up to `first_wait_ms` for the first record of each stream.
    Result<std::vector<RecordPtr>> poll_for(std::size_t records_max, int first_wait_ms);
    /// Whether some stream's end was met since the open.
    bool at_end() const { return at_end_; }

  private:
    /// One stream's own queue: what is paused is not polled and holds up no other.
    struct Place {
        Stream stream;
        std::int64_t next_offset = 0;
        std::unique_ptr<kafka::WakingQueue> queue;
        std::size_t record_bytes = 0;  ///< of the last one: tells how full the queue is
        bool paused = false;
        bool filled = false;  ///< librdkafka may have stopped fetching since the queue was last empty
    };

    KafkaReader(const KafkaLogOptions& options, kafka::Client client) : options_{options}, client_{std::move(client)} {}
    Result<void> assign(const std::vector<Start>& starts, const std::shared_ptr<Waker>& waker);
    void read_on(Place& place, std::size_t records_max, int first_wait_ms, std::vector<RecordPtr>& records);
    void take(Place& place, const rd_kafka_message_t& message, std::vector<RecordPtr>& records);
    void note_fill(Place& place) const;
    void fetch_again(Place& place);
    void set_paused(const Stream& stream, bool paused);

    const KafkaLogOptions& options_;
    kafka::Client client_;
    std::vector<Place> places_;
    std::size_t turn_ = 0;            ///< which stream is asked first: none is starved by a full one before it
    std::optional<Failure> trouble_;  ///< met behind records that are handed out first
    bool at_end_ = false;
};

}  // namespace hoicho::runtime
