// Opening and emptying the two producers.
#include "runtime/log/kafka_producers.h"

namespace hoicho::runtime::kafka {

Result<std::unique_ptr<Producers>> Producers::open(const KafkaLogOptions& options, std::shared_ptr<Waker> waker,
                                                   const std::map<std::string, std::string>& extra) {
    auto producers = std::make_unique<Producers>();
    static constexpr std::array linger_ms{"0", "1"};
    for (std::size_t i = 0; i < linger_ms.size(); ++i) {
        auto settings = extra;
        settings["linger.ms"] = linger_ms[i];
        auto client = open_producer(options, RD_KAFKA_EVENT_DR | RD_KAFKA_EVENT_ERROR, settings);
        if (!client) return client.error();
        auto& one = producers->ones_[i];
        one.client = std::move(*client);
        one.queue = std::make_unique<WakingQueue>(Queue{rd_kafka_queue_get_main(one.client.get())}, waker);
    }
    return producers;
}

void Producers::purge(int more_flags) const {
    for (const auto& one : ones_)
        (void)rd_kafka_purge(one.client.get(), RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT | more_flags);
}

int Producers::unreported() const {
    int count = 0;
    for (const auto& one : ones_) count += rd_kafka_outq_len(one.client.get());
    return count;
}

}  // namespace hoicho::runtime::kafka
