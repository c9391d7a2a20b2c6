// A lease that ends is asked about once, at its time, and again only if nothing came of it.
#include "runtime/effects/due_times.h"

#include <gtest/gtest.h>

#include "runtime/effects/send_command.h"

namespace hoicho::runtime {
namespace {

const DueTimes::Place hall{SERVICE_SCHEDULING, 3};
const Partition::Due lease_ends{5'000, "hanoi", "end lease 7"};

TEST(DueTimes, AskAtTheTimeAndNotBefore) {
    DueTimes times;
    times.set(hall, lease_ends);
    EXPECT_EQ(times.next_ms(), 5'000U);
    EXPECT_TRUE(times.take(4'999).empty());
    const auto asks = times.take(5'000);
    ASSERT_EQ(asks.size(), 1U);
    EXPECT_EQ(asks[0].organiser, "hanoi");
    EXPECT_EQ(asks[0].command, "end lease 7");
    EXPECT_TRUE(times.take(5'001).empty());
}

TEST(DueTimes, AskAgainUnderTheSameNameEverMoreSeldom) {
    DueTimes times;
    times.set(hall, lease_ends);
    const auto name = times.take(5'000).at(0).name;
    times.set(hall, lease_ends);  // something else was decided; the lease still waits
    EXPECT_TRUE(times.take(5'000 + DueTimes::again_ms_first - 1).empty());
    const auto again_ms = 5'000 + DueTimes::again_ms_first;
    EXPECT_EQ(times.take(again_ms).at(0).name, name);
    EXPECT_TRUE(times.take(again_ms + 2 * DueTimes::again_ms_first - 1).empty());
    EXPECT_EQ(times.take(again_ms + 2 * DueTimes::again_ms_first).size(), 1U);
    for (int turn = 0; turn < 30; ++turn) times.take(*times.next_ms());
    const auto last_ms = *times.next_ms();
    times.take(last_ms);
    EXPECT_EQ(*times.next_ms(), last_ms + DueTimes::again_ms_max);
}

TEST(DueTimes, TwoThingsDueInOneMillisecondHaveTwoNames) {
    DueTimes times;
    times.set(hall, lease_ends);
    const auto first = times.take(5'000).at(0).name;
    times.set(hall, Partition::Due{5'000, "hanoi", "end lease 8"});
    const auto second = times.take(5'000).at(0).name;
    EXPECT_NE(first, second);
    EXPECT_NE(effect_command_id("hanoi", first), effect_command_id("hanoi", second));
}

TEST(DueTimes, NothingIsAskedWhenNothingWaits) {
    DueTimes times;
    times.set(hall, lease_ends);
    times.set(hall, std::nullopt);
    EXPECT_EQ(times.next_ms(), std::nullopt);
    EXPECT_TRUE(times.take(10'000).empty());
}

}  // namespace
}  // namespace hoicho::runtime
