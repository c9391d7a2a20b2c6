// Settings of Kafka clients, and their errors in words.
#include "runtime/log/kafka_conf.h"

#include <array>
#include <atomic>
#include <cstdio>
#include <cstring>

namespace hoicho::runtime::kafka {
namespace {

using Settings = std::map<std::string, std::string>;
constexpr int log_level_warning = 4;
constexpr int scram_mended_version = 0x020601ff;  ///< before it, Kafka 4.1 refuses SCRAM though the password is right

const Settings producer_settings{{"enable.idempotence", "true"},
                                 {"acks", "all"},
                                 {"linger.ms", "1"},  // of a producer that gathers; see kafka_producers.h
                                 {"message.timeout.ms", "10000"},
                                 {"message.max.bytes", "4000000"},
                                 {"compression.type", "lz4"},
                                 {"socket.nagle.disable", "true"}};

const Settings consumer_settings{{"enable.auto.commit", "false"},
                                 {"enable.auto.offset.store", "false"},
                                 {"auto.offset.reset", "error"},
                                 {"enable.partition.eof", "true"},
                                 {"check.crcs", "true"},
                                 {"fetch.wait.max.ms", "50"},
                                 {"queued.max.messages.kbytes", "8192"},
                                 {"partition.assignment.strategy", "range"},
                                 {"socket.nagle.disable", "true"}};

/// Old clients turn features off silently behind some brokers (no lz4 then): the first broker's answer is logged once.
void log_features_once(const KafkaLogOptions& options, const char* text) {
    static constexpr const char* updated = "Updated enabled protocol features to ";
    static std::atomic<bool> logged{false};
    if (const char* found = std::strstr(text, updated); found && !logged.exchange(true))
        log_line(options, std::string{"kafka: the broker and librdkafka "} + rd_kafka_version_str() + " agree on " +
                              (found + std::strlen(updated)));
}

void on_log(const rd_kafka_t* client, int level, const char* facility, const char* text) {
    const auto& options = *static_cast<const KafkaLogOptions*>(rd_kafka_opaque(client));
    if (std::strcmp(facility, "TERMINATE") == 0) return;  // unacknowledged at the end: an appender's owner means it so
    if (level <= log_level_warning) return log_line(options, std::string{"kafka: "} + facility + ": " + text);
    log_features_once(options, text);
}

Result<void> set(rd_kafka_conf_t* conf, const std::string& name, const std::string& value) {
    std::array<char, 512> why{};
    if (rd_kafka_conf_set(conf, name.c_str(), value.c_str(), why.data(), why.size()) == RD_KAFKA_CONF_OK) return {};
    return failure(boost::system::errc::invalid_argument, "kafka property " + name + ": " + why.data());
}

Result<void> set_all(rd_kafka_conf_t* conf, const Settings& settings) {
    for (const auto& [name, value] : settings)
        if (auto done = set(conf, name, value); !done) return done;
    return {};
}

Result<Conf> configure(const KafkaLogOptions& options, const Settings& fixed, const Settings& extra) {
    Conf conf{rd_kafka_conf_new()};
    for (const auto& [name, value] : options.properties)
        if (producer_settings.contains(name) || consumer_settings.contains(name))
            return failure(boost::system::errc::invalid_argument,
                           "kafka property " + name + " is part of the journal protocol and cannot be set");
    const Settings given{{"bootstrap.servers", options.bootstrap}, {"client.id", options.client_id}};
    for (const auto* settings : {&given, &fixed, &options.properties, &extra})
        if (const auto done = set_all(conf.get(), *settings); !done) return done.error();
    rd_kafka_conf_set_opaque(conf.get(), const_cast<KafkaLogOptions*>(&options));
    rd_kafka_conf_set_log_cb(conf.get(), on_log);
    return conf;
}

Result<Client> open(rd_kafka_type_t type, Conf conf) {
    std::array<char, 512> why{};
    Client client{rd_kafka_new(type, conf.get(), why.data(), why.size())};
    if (!client) return failure(boost::system::errc::invalid_argument, std::string{"kafka client: "} + why.data());
    (void)conf.release();  // librdkafka owns the configuration now, but only because rd_kafka_new succeeded
    return client;
}

bool is_log_in_trouble(rd_kafka_resp_err_t error) {
    return error == RD_KAFKA_RESP_ERR__AUTHENTICATION || error == RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED ||
           error == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN || error == RD_KAFKA_RESP_ERR__TRANSPORT ||
           error == RD_KAFKA_RESP_ERR__TIMED_OUT;
}

bool uses_scram(const KafkaLogOptions& options) {
    for (const auto* name : {"sasl.mechanism", "sasl.mechanisms"})
        if (const auto at = options.properties.find(name);
            at != options.properties.end() && at->second.starts_with("SCRAM"))
            return true;
    return false;
}

}  // namespace

Result<Client> open_producer(const KafkaLogOptions& options, int event_kinds, const Settings& extra) {
    auto conf = configure(options, producer_settings, extra);
    if (!conf) return conf.error();
    rd_kafka_conf_set_events(conf->get(), event_kinds);
    return open(RD_KAFKA_PRODUCER, std::move(*conf));
}

Result<Client> open_consumer(const KafkaLogOptions& options, const Settings& settings) {
    // librdkafka assigns only with a group's name; without a subscription or a commit the group never comes to be.
    auto extra = settings;
    extra["group.id"] = options.client_id + "-assigned";
    auto conf = configure(options, consumer_settings, extra);
    if (!conf) return conf.error();
    // Since 2.2 the pause after a full queue can be set; before, it is a second and this name is unknown.
    (void)set(conf->get(), "fetch.queue.backoff.ms", "5");
    auto client = open(RD_KAFKA_CONSUMER, std::move(*conf));
    if (client) (void)rd_kafka_poll_set_consumer(client->get());
    return client;
}

std::string explain(const KafkaLogOptions& options, rd_kafka_resp_err_t error, const std::string& what) {
    std::string text = what + ": " + rd_kafka_err2str(error);
    if (is_log_in_trouble(error) && uses_scram(options) && rd_kafka_version() < scram_mended_version)
        text += std::string{" (SCRAM with librdkafka "} + rd_kafka_version_str() +
                " is refused by Kafka 4.1 and later though the password is right; use 2.6.1 or newer, SASL/PLAIN over "
                "TLS, or client certificates)";
    return text;
}

boost::system::errc::errc_t condition_of(rd_kafka_resp_err_t error) {
    switch (error) {
        case RD_KAFKA_RESP_ERR__QUEUE_FULL: return boost::system::errc::no_buffer_space;
        case RD_KAFKA_RESP_ERR__MSG_TIMED_OUT:
        case RD_KAFKA_RESP_ERR__TIMED_OUT: return boost::system::errc::timed_out;
        case RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE: return boost::system::errc::message_size;
        case RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET:
        case RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE: return boost::system::errc::result_out_of_range;
        case RD_KAFKA_RESP_ERR__PURGE_QUEUE:
        case RD_KAFKA_RESP_ERR__PURGE_INFLIGHT: return boost::system::errc::operation_canceled;
        default: return boost::system::errc::io_error;
    }
}

void log_line(const KafkaLogOptions& options, std::string_view line) {
    if (options.log) return options.log(line);
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
}

}  // namespace hoicho::runtime::kafka
