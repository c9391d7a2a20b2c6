// Kafka behind the port.
#include "runtime/log/kafka_log.h"

#include "runtime/log/kafka_admin.h"
#include "runtime/log/kafka_appender.h"
#include "runtime/log/kafka_reader.h"

namespace hoicho::runtime {

Result<std::unique_ptr<KafkaLog>> KafkaLog::open(KafkaLogOptions options) {
    std::unique_ptr<KafkaLog> log{new KafkaLog{std::move(options)}};
    auto sender = KafkaSender::open(log->options_);
    if (!sender) return sender.error();
    log->sender_ = std::move(*sender);
    const auto checked =
        log->sender_->with_client([&](rd_kafka_t* client) { return kafka::check_topics(log->options_, client); });
    if (!checked) return checked.error();
    return log;
}

Result<void> KafkaLog::check(const Stream& stream) const {
    if (stream.service != SERVICE_UNSPECIFIED && stream.partition < options_.partitions) return {};
    return failure(boost::system::errc::invalid_argument, "the log has no partition " +
                                                              std::to_string(stream.partition) + " of " +
                                                              topic_name(stream.service, stream.kind));
}

Result<Bounds> KafkaLog::bounds(const Stream& stream) {
    if (const auto checked = check(stream); !checked) return checked.error();
    return sender_->with_client([&](rd_kafka_t* client) { return kafka::query_bounds(options_, client, stream); });
}

Result<std::unique_ptr<Reader>> KafkaLog::open_reader(const std::vector<Start>& starts, std::shared_ptr<Waker> waker,
                                                      Haste haste) {
    for (const auto& start : starts)
        if (const auto checked = check(start.stream); !checked) return checked.error();
    auto reader = KafkaReader::open(options_, starts, std::move(waker), haste);
    if (!reader) return reader.error();
    return std::unique_ptr<Reader>{std::move(*reader)};
}

Result<std::unique_ptr<Appender>> KafkaLog::append_to(const Stream& journal, std::int64_t,
                                                      std::shared_ptr<Waker> waker) {
    if (const auto checked = check(journal); !checked) return checked.error();
    if (journal.kind != Kind::journal)
        return failure(boost::system::errc::invalid_argument, "Entries are appended to journals only");
    auto appender = KafkaAppender::open(options_, journal, std::move(waker));
    if (!appender) return appender.error();
    return std::unique_ptr<Appender>{std::move(*appender)};
}

void KafkaLog::send(const Stream& stream, Message message, Sent sent) {
    if (const auto checked = check(stream); !checked) return sent(checked.error());
    if (stream.kind == Kind::journal)
        return sent(failure(boost::system::errc::invalid_argument, "a journal takes Entries from its Appender only"));
    sender_->send(stream, std::move(message), std::move(sent));
}

Result<RecordPtr> KafkaLog::at(const Stream& stream, std::int64_t offset) {
    if (const auto checked = check(stream); !checked) return checked.error();
    return kafka::read_one(options_, stream, offset);
}

}  // namespace hoicho::runtime
