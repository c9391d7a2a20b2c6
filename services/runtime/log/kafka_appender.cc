// Appending to Kafka.
#include "runtime/log/kafka_appender.h"

#include "runtime/log/failpoint.h"
#include "runtime/log/kafka_admin.h"
#include "runtime/log/kafka_message.h"

namespace hoicho::runtime {

KafkaAppender::KafkaAppender(const KafkaLogOptions& options, std::unique_ptr<kafka::Producers> producers,
                             const Stream& journal, std::shared_ptr<Waker> waker)
    : options_{options}, waker_{std::move(waker)}, producers_{std::move(producers)}, journal_{journal} {}

Result<std::unique_ptr<KafkaAppender>> KafkaAppender::open(const KafkaLogOptions& options, const Stream& journal,
                                                           std::shared_ptr<Waker> waker) {
    auto producers = kafka::Producers::open(options, waker);
    if (!producers) return producers.error();
    std::unique_ptr<KafkaAppender> appender{
        new KafkaAppender{options, std::move(*producers), journal, std::move(waker)}};
    for (auto* client : appender->producers_->all())
        if (const auto known = kafka::fetch_metadata(options, client, journal); !known) return known.error();
    return appender;
}

KafkaAppender::~KafkaAppender() { producers_->purge(RD_KAFKA_PURGE_F_NON_BLOCKING); }

void KafkaAppender::append(Message entry, std::int64_t) {
    lane_.push(std::move(entry), first_ + window_.size());
    window_.emplace_back();
    if (waker_) waker_->wake();
}

std::vector<Delivery> KafkaAppender::deliveries() {
    (void)producers_->take_events(options_, [this](const auto& report) { note(report); });
    hand_over();
    std::vector<Delivery> deliveries;
    for (; !window_.empty() && window_.front().done; window_.pop_front(), ++first_)
        deliveries.push_back(std::move(window_.front().delivery));
    return deliveries;
}

void KafkaAppender::note(const rd_kafka_message_t& report) {
    failpoint("appended");
    const auto number = reinterpret_cast<std::uint64_t>(report._private);
    lane_.settled();
    if (report.err == RD_KAFKA_RESP_ERR_NO_ERROR) return settle(number, {report.offset, false, {}});
    const std::string why = rd_kafka_err2str(report.err);
    settle(number, {-1, true, why});
    fail_waiting(why);
}

void KafkaAppender::hand_over() {
    auto burst = lane_.take();
    auto* client = producers_->of_burst(burst.size());
    std::string broken;
    for (auto& [entry, number] : burst) {
        const auto error = broken.empty() ? kafka::produce(client, journal_, entry, reinterpret_cast<void*>(number))
                                          : RD_KAFKA_RESP_ERR__FAIL;
        failpoint("in-flight");
        if (error == RD_KAFKA_RESP_ERR_NO_ERROR) continue;
        if (broken.empty())
            broken = kafka::explain(options_, error, "appending to " + topic_name(journal_.service, journal_.kind));
        lane_.settled();
        settle(number, {-1, true, broken});
    }
    if (!broken.empty()) fail_waiting(broken);
}

void KafkaAppender::settle(std::uint64_t number, Delivery delivery) {
    window_[static_cast<std::size_t>(number - first_)] = {std::move(delivery), true};
}

/// An Entry whose predecessor failed fits no chain: it is not sent at all.
void KafkaAppender::fail_waiting(const std::string& why) {
    for (const auto& waiting : lane_.give_up()) settle(waiting.tag, {-1, true, "not sent: the one before it failed: " + why});
}

}  // namespace hoicho::runtime
