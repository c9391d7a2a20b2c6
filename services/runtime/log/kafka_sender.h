// Sends commands and events through one producer that everybody shares, and tells each sender what became of it.
#pragma once

#include <atomic>
#include <shared_mutex>
#include <thread>

#include "runtime/log/event_log.h"
#include "runtime/log/kafka_conf.h"

namespace hoicho::runtime {

/// Thread-safe. Its end gives up what the broker has not acknowledged and tells the senders so.
class KafkaSender {
  public:
    static Result<std::unique_ptr<KafkaSender>> open(const KafkaLogOptions& options);
    ~KafkaSender();

    void send(const Stream& stream, Message message, Sent sent);
    /// For questions to the cluster; stays good as long as the lock is held.
    template <class Ask>
    auto with_client(Ask ask) const {
        const std::shared_lock lock{mutex_};
        return ask(client_.get());
    }

  private:
    KafkaSender(const KafkaLogOptions& options, kafka::Client client);
    void run();
    bool serve(int wait_ms);
    void replace_after_fatal();
    void give_up_all();

    const KafkaLogOptions& options_;
    mutable std::shared_mutex mutex_;  ///< guards the handle itself: a client with a fatal error is replaced
    kafka::Client client_;
    kafka::Queue reports_;
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace hoicho::runtime
