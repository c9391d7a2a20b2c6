// The shared producer and the thread that brings its reports.
#include "runtime/log/kafka_sender.h"

#include <mutex>

#include "runtime/log/kafka_message.h"

namespace hoicho::runtime {
namespace {

constexpr int serve_wait_ms = 100;      ///< how long an idle thread takes to notice its end
constexpr int give_up_rounds_max = 50;  ///< of serve_wait_ms: reports of purged messages come at once

Result<kafka::Client> open_client(const KafkaLogOptions& options) {
    return kafka::open_producer(options, RD_KAFKA_EVENT_DR | RD_KAFKA_EVENT_ERROR,
                                {{"debug", "broker"},  // this client says once what the broker can do
                                 {"log_level", "7"},
                                 {"queue.buffering.max.messages", std::to_string(options.sends_queued_max)},
                                 {"queue.buffering.max.kbytes", std::to_string(options.sends_queued_kbytes_max)}});
}

void tell(const KafkaLogOptions& options, const rd_kafka_message_t& report) {
    const std::unique_ptr<Sent> sent{static_cast<Sent*>(report._private)};
    if (report.err == RD_KAFKA_RESP_ERR_NO_ERROR) return (*sent)(report.offset);
    (*sent)(kafka::failure_of(options, report.err, "the broker did not acknowledge"));
}

}  // namespace

Result<std::unique_ptr<KafkaSender>> KafkaSender::open(const KafkaLogOptions& options) {
    auto client = open_client(options);
    if (!client) return client.error();
    return std::unique_ptr<KafkaSender>{new KafkaSender{options, std::move(*client)}};
}

KafkaSender::KafkaSender(const KafkaLogOptions& options, kafka::Client client)
    : options_{options},
      client_{std::move(client)},
      reports_{rd_kafka_queue_get_main(client_.get())},
      thread_{[this] { run(); }} {}

KafkaSender::~KafkaSender() {
    stopping_ = true;
    (void)rd_kafka_queue_yield(reports_.get());
    thread_.join();
    give_up_all();
}

void KafkaSender::send(const Stream& stream, Message message, Sent sent) {
    auto waiting = std::make_unique<Sent>(std::move(sent));
    rd_kafka_resp_err_t error;
    {
        const std::shared_lock lock{mutex_};
        error = kafka::produce(client_.get(), stream, message, waiting.get());
    }
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR)
        return (*waiting)(kafka::failure_of(options_, error, "sending to " + topic_name(stream.service, stream.kind)));
    (void)waiting.release();  // tell() owns it now
}

void KafkaSender::run() {
    while (!stopping_)
        if (!serve(serve_wait_ms)) replace_after_fatal();
}

bool KafkaSender::serve(int wait_ms) {
    const kafka::Event event{rd_kafka_queue_poll(reports_.get(), wait_ms)};
    if (rd_kafka_event_type(event.get()) == RD_KAFKA_EVENT_DR)
        while (const auto* report = rd_kafka_event_message_next(event.get())) tell(options_, *report);
    return rd_kafka_event_type(event.get()) != RD_KAFKA_EVENT_ERROR || !rd_kafka_event_error_is_fatal(event.get());
}

void KafkaSender::replace_after_fatal() {
    kafka::log_line(options_, "kafka: the producer of commands met a fatal error and is replaced");
    auto fresh = open_client(options_);
    if (!fresh)
        return;  // the same configuration opened before: only memory or threads can be short, and the next error comes
                 // again
    kafka::Queue reports{rd_kafka_queue_get_main(fresh->get())};
    kafka::Client broken;
    {
        const std::unique_lock lock{mutex_};
        broken = std::exchange(client_, std::move(*fresh));
    }
    (void)rd_kafka_purge(broken.get(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
    for (int round = 0; rd_kafka_outq_len(broken.get()) > 0 && round < give_up_rounds_max; ++round)
        serve(serve_wait_ms);
    reports_ = std::move(reports);
}

void KafkaSender::give_up_all() {
    (void)rd_kafka_purge(client_.get(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT);
    for (int round = 0; rd_kafka_outq_len(client_.get()) > 0 && round < give_up_rounds_max; ++round)
        serve(serve_wait_ms);
    reports_.reset();
}

}  // namespace hoicho::runtime
