// Clients of a Kafka cluster with the settings that the journal protocol relies on.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "kernel/result.h"
#include "runtime/log/kafka_handles.h"

namespace hoicho::runtime {

struct KafkaLogOptions {
    std::string bootstrap;             ///< "host:port,host:port"
    std::uint32_t partitions = 1;      ///< of every topic, fixed for ever
    std::string client_id = "hoicho";  ///< shown in the broker's logs and quotas
    std::map<std::string, std::string>
        properties;                 ///< TLS and SASL settings of librdkafka; none that the protocol relies on
    int sends_queued_max = 20'000;  ///< commands and events together, waiting for the broker
    int sends_queued_kbytes_max = 65'536;
    int answer_ms_max = 5'000;                  ///< how long bounds(), at() and opening wait for the broker
    std::function<void(std::string_view)> log;  ///< lines for the operator, on any thread; empty: standard error
};

namespace kafka {

/// Failure invalid_argument: an unknown or misspelt property, or one the protocol sets itself; `detail` names it.
/// `event_kinds`: what the client's queue brings as events (RD_KAFKA_EVENT_DR, RD_KAFKA_EVENT_ERROR).
/// The clients keep a pointer to `options`, which must live longer.
Result<Client> open_producer(const KafkaLogOptions& options, int event_kinds,
                             const std::map<std::string, std::string>& extra = {});
/// `settings` go before those of the protocol.
Result<Client> open_consumer(const KafkaLogOptions& options, const std::map<std::string, std::string>& settings = {});

/// What went wrong, in a sentence; with what is known about old clients when it was the log-in.
std::string explain(const KafkaLogOptions& options, rd_kafka_resp_err_t error, const std::string& what);
boost::system::errc::errc_t condition_of(rd_kafka_resp_err_t error);
inline Failure failure_of(const KafkaLogOptions& options, rd_kafka_resp_err_t error, const std::string& what) {
    return failure(condition_of(error), explain(options, error, what));
}
void log_line(const KafkaLogOptions& options, std::string_view line);

}  // namespace kafka
}  // namespace hoicho::runtime
