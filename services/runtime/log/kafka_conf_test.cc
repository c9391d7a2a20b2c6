// Kafka clients are opened with the protocol's settings and no others, and their errors say what to do. Needs no
// broker.
#include "runtime/log/kafka_conf.h"

#include <gtest/gtest.h>

#include "runtime/log/kafka_log.h"

namespace hoicho::runtime {
namespace {

namespace errc = boost::system::errc;

KafkaLogOptions nobody_there() {
    KafkaLogOptions options;
    options.bootstrap = "127.0.0.1:1";  // nothing listens on this port
    options.answer_ms_max = 200;
    options.log = [](std::string_view) {};
    return options;
}

std::string setting(rd_kafka_t* client, const char* name) {
    char value[64] = "";
    std::size_t size = sizeof value;
    (void)rd_kafka_conf_get(rd_kafka_conf(client), name, value, &size);
    return value;
}

TEST(KafkaConf, GivesProducersWhatTheProtocolReliesOn) {
    const auto options = nobody_there();
    const auto client = kafka::open_producer(options, RD_KAFKA_EVENT_DR).value();
    EXPECT_EQ(setting(client.get(), "enable.idempotence"), "true");
    EXPECT_EQ(setting(client.get(), "acks"), "-1");
    EXPECT_EQ(setting(client.get(), "message.timeout.ms"), "10000");
    EXPECT_EQ(setting(client.get(), "compression.type"), "lz4");
}

TEST(KafkaConf, GivesConsumersWhatTheProtocolReliesOn) {
    const auto options = nobody_there();
    const auto client = kafka::open_consumer(options).value();
    EXPECT_EQ(setting(client.get(), "auto.offset.reset"), "error");
    EXPECT_EQ(setting(client.get(), "enable.auto.commit"), "false");
    EXPECT_EQ(setting(client.get(), "check.crcs"), "true");
}

TEST(KafkaConf, TakesNoPropertyOfTheProtocolNorAMisspeltOne) {
    auto options = nobody_there();
    options.properties = {{"acks", "1"}};
    EXPECT_NE(kafka::open_producer(options, 0).error().detail.find("acks is part of the journal protocol"),
              std::string::npos);
    options.properties = {{"sasl.usrname", "hoicho"}};
    EXPECT_NE(kafka::open_producer(options, 0).error().detail.find("sasl.usrname"), std::string::npos);
    options.properties = {{"sasl.username", "hoicho"}};
    EXPECT_TRUE(kafka::open_producer(options, 0));
}

TEST(KafkaConf, SaysThatOldClientsCannotLogInByScram) {
    auto options = nobody_there();
    options.properties = {{"sasl.mechanisms", "SCRAM-SHA-512"}};
    const auto text = kafka::explain(options, RD_KAFKA_RESP_ERR__AUTHENTICATION, "logging in");
    EXPECT_EQ(text.find("use 2.6.1 or newer") != std::string::npos, rd_kafka_version() < 0x020601ff) << text;
    options.properties = {{"sasl.mechanisms", "PLAIN"}};
    EXPECT_EQ(kafka::explain(options, RD_KAFKA_RESP_ERR__AUTHENTICATION, "logging in").find("SCRAM"),
              std::string::npos);
}

TEST(KafkaConf, SaysWhichClusterDoesNotAnswer) {
    const auto log = KafkaLog::open(nobody_there());
    ASSERT_FALSE(log);
    EXPECT_NE(log.error().detail.find("no Kafka cluster answers at 127.0.0.1:1"), std::string::npos)
        << log.error().detail;
}

}  // namespace
}  // namespace hoicho::runtime
