// What an effect asks arrives as a command like any other, in its organiser's partition; a due time comes to pass
// through it.
#include "runtime/effects/send_command.h"

#include <gtest/gtest.h>

#include <future>

#include "runtime/effects/timer.h"
#include "runtime/log/command_record.h"
#include "runtime/log/simulated_log.h"
#include "tests/simulation/booking.h"

namespace hoicho::runtime {
namespace {

constexpr std::uint64_t noon_ms = 1'790'000'000'000;

TEST(SendCommand, ArrivesInTheOrganisersPartitionUnderTheNamesId) {
    SimulatedLog log{4};
    const auto send = send_command(log, SERVICE_SCHEDULING, [] { return noon_ms; });
    send("hanoi", "solve/7", "payload");
    send("hanoi", "solve/7", "payload");
    log.settle();
    const Stream stream{SERVICE_SCHEDULING, Kind::commands, partition_of("hanoi", 4)};
    const auto first = command_of(log.at(stream, 0).value()->message);
    const auto second = command_of(log.at(stream, 1).value()->message);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->id, second->id);
    EXPECT_EQ(first->id, effect_command_id("hanoi", "solve/7"));
    EXPECT_EQ(first->hash, payload_hash("payload"));
    EXPECT_EQ(first->actor, effect_actor);
    EXPECT_EQ(first->accepted_at_ms, noon_ms);
    EXPECT_NE(first->id, effect_command_id("hanoi", "solve/8"));
}

TEST(SendCommand, KeepsTheWorksOfTwoOrganisersApart) {
    EXPECT_NE(effect_command_id("hanoi", "solve/7"), effect_command_id("hue", "solve/7"));
    EXPECT_NE(effect_command_id("hanoi", "solve/7"), effect_command_id("hanois", "olve/7"));
}

TEST(SendCommand, TellsWhenTheLogTookNothing) {
    SimulatedLog log{1, 1, {.send_lost = 1'000'000}};
    int failures = 0;
    const auto send =
        send_command(log, SERVICE_SCHEDULING, [] { return noon_ms; }, [&](const Failure&) { ++failures; });
    send("hanoi", "solve/7", "payload");
    log.settle();
    EXPECT_EQ(failures, 1);
}

TEST(Timer, SendsTheCommandOfWhatFellDue) {
    TypedPartition<tests::Hall> hall;
    hall.evolve(SERVICE_REGISTRATION, "hanoi", tests::Note{tests::Note::kAdmit, 1, 0, 0, {}}.SerializeAsString());
    hall.evolve(SERVICE_SCHEDULING, "hanoi", tests::book(7, 1, noon_ms).SerializeAsString());
    std::promise<std::pair<std::string, std::string>> asked;
    Timer timer{[] { return noon_ms; }};
    const auto watch = timer.watch(SERVICE_SCHEDULING, 0, [&](std::string organiser, std::string, std::string payload) {
        asked.set_value({std::move(organiser), std::move(payload)});
    });
    watch->recovered(hall);
    const auto [organiser, payload] = asked.get_future().get();
    EXPECT_EQ(organiser, "hanoi");
    EXPECT_EQ(payload, tests::leave(7).SerializeAsString());
}

}  // namespace
}  // namespace hoicho::runtime
