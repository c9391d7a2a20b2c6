// Reading from Kafka.
#include "runtime/log/kafka_reader.h"

#include "runtime/log/kafka_message.h"

namespace hoicho::runtime {
namespace {

/// Half of queued.max.messages.kbytes: from here on librdkafka may have stopped fetching.
constexpr std::size_t filled_bytes = 4u << 20;

using Settings = std::map<std::string, std::string>;
/// The broker answers when so many bytes have come, or after so long.
const Settings gathered_settings{{"fetch.min.bytes", "1000000"}, {"fetch.wait.max.ms", "100"}};

void add_to(rd_kafka_topic_partition_list_t* list, const Stream& stream, std::int64_t offset) {
    const auto name = topic_name(stream.service, stream.kind);
    rd_kafka_topic_partition_list_add(list, name.c_str(), static_cast<std::int32_t>(stream.partition))->offset = offset;
}

}  // namespace

Result<std::unique_ptr<KafkaReader>> KafkaReader::open(const KafkaLogOptions& options, const std::vector<Start>& starts,
                                                       std::shared_ptr<Waker> waker, Haste haste) {
    for (const auto& start : starts)
        if (start.offset < 0)
            return failure(boost::system::errc::result_out_of_range,
                           topic_name(start.stream.service, start.stream.kind) + " has no negative offsets");
    auto client = kafka::open_consumer(options, haste == Haste::gathered ? gathered_settings : Settings{});
    if (!client) return client.error();
    std::unique_ptr<KafkaReader> reader{new KafkaReader{options, std::move(*client)}};
    if (const auto assigned = reader->assign(starts, waker); !assigned) return assigned.error();
    return reader;
}

Result<void> KafkaReader::assign(const std::vector<Start>& starts, const std::shared_ptr<Waker>& waker) {
    const kafka::Partitions list{rd_kafka_topic_partition_list_new(static_cast<int>(starts.size()))};
    for (const auto& [stream, offset] : starts) {
        const auto name = topic_name(stream.service, stream.kind);
        kafka::Queue queue{
            rd_kafka_queue_get_partition(client_.get(), name.c_str(), static_cast<std::int32_t>(stream.partition))};
        rd_kafka_queue_forward(queue.get(), nullptr);  // not into the queue that all streams share
        places_.push_back({stream, offset, std::make_unique<kafka::WakingQueue>(std::move(queue), waker)});
        add_to(list.get(), stream, offset);
    }
    const auto error = rd_kafka_assign(client_.get(), list.get());
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR) return kafka::failure_of(options_, error, "could not start reading");
    return {};
}

Result<std::vector<RecordPtr>> KafkaReader::poll_for(std::size_t records_max, int first_wait_ms) {
    std::vector<RecordPtr> records;
    for (std::size_t i = 0; i < places_.size() && !trouble_; ++i)
        if (auto& place = places_[(turn_ + i) % places_.size()]; !place.paused)
            read_on(place, records_max, first_wait_ms, records);
    ++turn_;
    // What concerns the client as a whole, e.g. that no broker can be reached.
    while (const kafka::KafkaMessage message{rd_kafka_consumer_poll(client_.get(), 0)})
        if (message->err != RD_KAFKA_RESP_ERR_NO_ERROR && !trouble_)
            trouble_ = kafka::failure_of(options_, message->err, "reading");
    if (records.empty() && trouble_) {
        const Failure met = *std::exchange(trouble_, std::nullopt);
        return met;
    }
    if ((records.size() == records_max || trouble_) && !places_.empty())
        places_.front().queue->wake();  // there may be more
    return records;
}

void KafkaReader::read_on(Place& place, std::size_t records_max, int first_wait_ms, std::vector<RecordPtr>& records) {
    note_fill(place);
    // One message a call, never the batch calls: they skip offsets before librdkafka 2.1.
    while (!trouble_ && records.size() < records_max) {
        const kafka::KafkaMessage message{
            rd_kafka_consume_queue(place.queue->get(), records.empty() ? first_wait_ms : 0)};
        if (!message) return fetch_again(place);
        take(place, *message, records);
    }
}

void KafkaReader::take(Place& place, const rd_kafka_message_t& message, std::vector<RecordPtr>& records) {
    if (message.err == RD_KAFKA_RESP_ERR__PARTITION_EOF) {
        at_end_ = true;
        place.filled = false;
    } else if (message.err != RD_KAFKA_RESP_ERR_NO_ERROR) {
        const char* text = rd_kafka_message_errstr(&message);
        trouble_ = kafka::failure_of(options_, message.err, text ? text : "reading");
    } else if (message.offset >= place.next_offset) {  // else it came before a seek took effect, and comes again
        place.next_offset = message.offset + 1;
        place.record_bytes = message.len + message.key_len;
        records.push_back(kafka::to_record(place.stream, message));
    }
}

void KafkaReader::note_fill(Place& place) const {
    place.filled = place.filled || rd_kafka_queue_length(place.queue->get()) * place.record_bytes >= filled_bytes;
}

/// librdkafka before 2.2 looks up to a second later whether a full queue has room again: measured as 8 MiB/s, whatever
/// the network does. A seek to where we are wakes the broker's thread at once.
void KafkaReader::fetch_again(Place& place) {
    if (!std::exchange(place.filled, false)) return;
    const kafka::Partitions list{rd_kafka_topic_partition_list_new(1)};
    add_to(list.get(), place.stream, place.next_offset);
    constexpr int do_not_wait_ms = 0;
    const kafka::Error error{rd_kafka_seek_partitions(client_.get(), list.get(), do_not_wait_ms)};
    if (error) trouble_ = kafka::failure_of(options_, rd_kafka_error_code(error.get()), "fetching on");
}

void KafkaReader::set_paused(const Stream& stream, bool paused) {
    for (auto& place : places_) {
        if (place.stream != stream) continue;
        place.paused = paused;
        if (!paused) place.queue->wake();
    }
}

}  // namespace hoicho::runtime
