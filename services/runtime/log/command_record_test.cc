// A command survives its way through a record; what a stranger wrote into the topic is not taken for one.
#include "runtime/log/command_record.h"

#include <gtest/gtest.h>

namespace hoicho::runtime {
namespace {

Command request() {
    Command command{
        "hanoi", {}, 0, "buyer-aeon", 1'700'000'000'123, {{SERVICE_SCHEDULING, 12}, {SERVICE_REGISTRATION, 40}}, {}};
    command.id = {0x00, 0x01, 0xfe, 0xff, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0x9f};
    command.payload = std::string("a request\0with a zero", 21);
    command.hash = payload_hash(command.payload);
    return command;
}

Message with(std::string name, std::string value) {
    Message message = to_message(SERVICE_SCHEDULING, request());
    for (auto& header : message.headers)
        if (header.name == name) header.value = value;
    return message;
}

TEST(CommandRecord, GivesBackWhatWasPutIn) {
    const auto back = command_of(to_message(SERVICE_SCHEDULING, request()));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->organiser, "hanoi");
    EXPECT_EQ(back->id, request().id);
    EXPECT_EQ(back->hash, request().hash);
    EXPECT_EQ(back->actor, "buyer-aeon");
    EXPECT_EQ(back->accepted_at_ms, request().accepted_at_ms);
    EXPECT_EQ(back->after, request().after);
    EXPECT_EQ(back->payload, request().payload);
}

TEST(CommandRecord, ShowsItsHeadersToAnyKafkaTool) {
    const auto message = to_message(SERVICE_SCHEDULING, request());
    ASSERT_EQ(message.headers.size(), 6u);
    EXPECT_EQ(message.headers[0].value, "0001feff0405060708090a0b0c0d0e9f");
    EXPECT_EQ(message.headers[1].value.size(), 16u);
    EXPECT_EQ(message.headers[3].value, "1700000000123");
    EXPECT_EQ(message.headers[4].value, "hoicho.scheduling.v1.Command");
    EXPECT_EQ(message.headers[5].value, "scheduling=12,registration=40");
}

TEST(CommandRecord, MayBuildOnNothing) {
    auto command = request();
    command.after.clear();
    const auto back = command_of(to_message(SERVICE_MATCHING, command));
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->after.empty());
}

TEST(CommandRecord, IsNotWhatSomebodyWroteByHand) {
    EXPECT_FALSE(command_of(Message{}));
    EXPECT_FALSE(command_of(Message{"hanoi", "hello", {}}));
    EXPECT_FALSE(command_of(
        Message{"hanoi", "hello", {{"id", "1"}, {"hash", "2"}, {"actor", "me"}, {"accepted_at_ms", "now"}}}));
    EXPECT_FALSE(command_of(with("id", "0001feff0405060708090a0b0c0d0e9")));
    EXPECT_FALSE(command_of(with("id", "0001feff0405060708090a0b0c0d0e9g")));
    EXPECT_FALSE(command_of(with("id", "+1-1feff0405060708090a0b0c0d0e9f")));
    EXPECT_FALSE(command_of(with("hash", "123")));
    EXPECT_FALSE(command_of(with("hash", "-23456789abcdef0")));
    EXPECT_FALSE(command_of(with("accepted_at_ms", "")));
    EXPECT_FALSE(command_of(with("accepted_at_ms", "12ms")));
    EXPECT_FALSE(command_of(with("accepted_at_ms", "99999999999999999999999")));
    EXPECT_FALSE(command_of(with("after", "catering=3")));
    EXPECT_FALSE(command_of(with("after", "scheduling")));
    EXPECT_FALSE(command_of(with("after", "scheduling=,")));
    auto nobody = to_message(SERVICE_SCHEDULING, request());
    nobody.key.clear();
    EXPECT_FALSE(command_of(nobody));
}

TEST(CommandRecord, BoundsHowManyPositionsItBuildsOn) {
    std::string eight = "scheduling=1";
    for (int i = 1; i < 8; ++i) eight += ",scheduling=1";
    EXPECT_TRUE(command_of(with("after", eight)));
    EXPECT_FALSE(command_of(with("after", eight + ",scheduling=1")));
}

TEST(PartitionOf, IsTheSameOnEveryMachine) {
    EXPECT_EQ(partition_of("hanoi", 1), 0u);
    // XXH3-64 of the empty string, as the reference tool prints it
    EXPECT_EQ(payload_hash(""), 0x2d06800538d394c2u);
    EXPECT_EQ(partition_of("", 1000), 0x2d06800538d394c2u % 1000);
}

TEST(TopicName, NamesServiceAndKind) {
    EXPECT_EQ(topic_name(SERVICE_SCHEDULING, Kind::journal), "hoicho.scheduling.journal");
    EXPECT_EQ(topic_name(SERVICE_REGISTRATION, Kind::commands), "hoicho.registration.commands");
    EXPECT_EQ(topic_name(SERVICE_MATCHING, Kind::events), "hoicho.matching.events");
}

}  // namespace
}  // namespace hoicho::runtime
