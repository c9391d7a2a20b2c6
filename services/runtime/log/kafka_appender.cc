// Appending to Kafka.
#include "runtime/log/kafka_appender.h"

#include "runtime/log/failpoint.h"
#include "runtime/log/kafka_admin.h"
#include "runtime/log/kafka_message.h"

namespace hoicho::runtime {

KafkaAppender::KafkaAppender(const KafkaLogOptions& options, kafka::Client client, const Stream& journal,
                             std::shared_ptr<Waker> waker)
    : options_{options},
      client_{std::move(client)},
      queue_{
          std::make_unique<kafka::WakingQueue>(kafka::Queue{rd_kafka_queue_get_main(client_.get())}, std::move(waker))},
      journal_{journal} {}

Result<std::unique_ptr<KafkaAppender>> KafkaAppender::open(const KafkaLogOptions& options, const Stream& journal,
                                                           std::shared_ptr<Waker> waker) {
    auto client = kafka::open_producer(options, RD_KAFKA_EVENT_DR | RD_KAFKA_EVENT_ERROR);
    if (!client) return client.error();
    std::unique_ptr<KafkaAppender> appender{new KafkaAppender{options, std::move(*client), journal, std::move(waker)}};
    if (const auto known = kafka::fetch_metadata(options, appender->client_.get(), journal); !known)
        return known.error();
    return appender;
}

KafkaAppender::~KafkaAppender() {
    (void)rd_kafka_purge(client_.get(),
                         RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT | RD_KAFKA_PURGE_F_NON_BLOCKING);
    queue_.reset();  // before the client it belongs to
}

void KafkaAppender::append(Message entry, std::int64_t) {
    const auto number = first_ + window_.size();
    window_.emplace_back();
    const auto error = kafka::produce(client_.get(), journal_, entry, reinterpret_cast<void*>(number));
    failpoint("in-flight");
    if (error == RD_KAFKA_RESP_ERR_NO_ERROR) return;
    fail(window_.size() - 1,
         kafka::explain(options_, error, "appending to " + topic_name(journal_.service, journal_.kind)));
    queue_->wake();
}

std::vector<Delivery> KafkaAppender::deliveries() {
    while (const kafka::Event event{rd_kafka_queue_poll(queue_->get(), 0)}) {
        if (rd_kafka_event_type(event.get()) == RD_KAFKA_EVENT_DR)
            while (const auto* report = rd_kafka_event_message_next(event.get())) note(*report);
        else if (rd_kafka_event_error_is_fatal(event.get()))
            kafka::log_line(options_, std::string{"kafka: fatal: "} + rd_kafka_event_error_string(event.get()));
    }
    std::vector<Delivery> deliveries;
    for (; !window_.empty() && window_.front().done; window_.pop_front(), ++first_)
        deliveries.push_back(std::move(window_.front().delivery));
    return deliveries;
}

void KafkaAppender::note(const rd_kafka_message_t& report) {
    failpoint("appended");
    const auto number = reinterpret_cast<std::uint64_t>(report._private);
    const auto place = static_cast<std::size_t>(number - first_);
    if (report.err != RD_KAFKA_RESP_ERR_NO_ERROR) return fail(place, rd_kafka_err2str(report.err));
    window_[place].delivery.offset = report.offset;
    window_[place].done = true;
}

void KafkaAppender::fail(std::size_t place, const std::string& why) {
    window_[place].delivery = {-1, true, why};
    window_[place].done = true;
}

}  // namespace hoicho::runtime
