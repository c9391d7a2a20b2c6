// The shared producers and the thread that brings their reports.
#include "runtime/log/kafka_sender.h"

namespace hoicho::runtime {
namespace {

constexpr std::chrono::milliseconds serve_wait{100};
constexpr int give_up_rounds_max = 50;  ///< of serve_wait: reports of purged messages come at once

}  // namespace

Result<std::unique_ptr<KafkaSender>> KafkaSender::open(const KafkaLogOptions& options) {
    std::unique_ptr<KafkaSender> sender{new KafkaSender{options}};
    auto producers = sender->open_producers();
    if (!producers) return producers.error();
    sender->producers_ = std::move(*producers);
    sender->thread_ = std::thread{[&sender = *sender] { sender.run(); }};
    return sender;
}

KafkaSender::KafkaSender(const KafkaLogOptions& options) : options_{options} {}

Result<std::unique_ptr<kafka::Producers>> KafkaSender::open_producers() const {
    return kafka::Producers::open(options_, bell_,
                                  {{"debug", "broker"},  // these say once what the broker can do
                                   {"log_level", "7"},
                                   {"queue.buffering.max.messages", std::to_string(options_.sends_queued_max)},
                                   {"queue.buffering.max.kbytes", std::to_string(options_.sends_queued_kbytes_max)}});
}

KafkaSender::~KafkaSender() {
    if (!thread_.joinable()) return;
    stopping_ = true;
    bell_->wake();
    thread_.join();
    give_up_waiting();
    give_up(*producers_);
}

void KafkaSender::run() {
    for (; !stopping_; bell_->wait(serve_wait))
        if (!serve(*producers_)) replace_after_fatal();
}

bool KafkaSender::serve(kafka::Producers& producers) {
    return producers.take_events(options_, [this](const auto& report) { tell(settle(report)); });
}

void KafkaSender::replace_after_fatal() {
    kafka::log_line(options_, "kafka: a producer of commands met a fatal error; they are replaced");
    auto fresh = open_producers();
    if (!fresh) return;  // the same settings opened before: only memory or threads can be short, and the next error comes again
    std::unique_ptr<kafka::Producers> broken;
    {
        const std::unique_lock lock{producers_mutex_};
        broken = std::exchange(producers_, std::move(*fresh));
    }
    give_up(*broken);
    restart_lanes();
}

/// Its senders are told by the reports of the purge.
void KafkaSender::give_up(kafka::Producers& producers) {
    producers.purge();
    for (int round = 0; producers.unreported() > 0 && round < give_up_rounds_max; ++round) {
        (void)serve(producers);
        if (producers.unreported() > 0) bell_->wait(serve_wait);
    }
}

void KafkaSender::give_up_waiting() {
    const auto why = failure(boost::system::errc::operation_canceled, "this process ends; it was not sent");
    for (auto& [stream, lane] : lanes_) tell(fail_waiting(lane, why));
}

}  // namespace hoicho::runtime
