#include "runtime/log/kafka_lane.h"

#include <gtest/gtest.h>

namespace hoicho::runtime::kafka {
namespace {

using Numbered = Lane<int>;

std::vector<int> tags(const std::vector<Numbered::Waiting>& burst) {
    std::vector<int> tags;
    for (const auto& waiting : burst) tags.push_back(waiting.tag);
    return tags;
}

Message of_bytes(std::size_t bytes) { return {"hanoi", std::string(bytes, 'e'), {}}; }

TEST(KafkaLane, GivesABurstInOrderAndTheNextWhenAllOfItIsReported) {
    Numbered lane;
    for (const int tag : {1, 2}) lane.push(of_bytes(10), tag);
    EXPECT_EQ(tags(lane.take()), (std::vector{1, 2}));
    for (const int tag : {3, 4}) lane.push(of_bytes(10), tag);
    EXPECT_TRUE(lane.take().empty());
    lane.settled();
    EXPECT_TRUE(lane.take().empty()) << "one is still in flight";
    lane.settled();
    EXPECT_EQ(tags(lane.take()), (std::vector{3, 4}));
}

TEST(KafkaLane, ABurstFitsInOneRequest) {
    Numbered lane;
    const std::size_t half = burst_bytes_max / 2 - wire_bytes(of_bytes(0));
    for (const int tag : {1, 2, 3}) lane.push(of_bytes(half), tag);
    EXPECT_EQ(tags(lane.take()), (std::vector{1, 2}));
    lane.forget_in_flight();
    EXPECT_EQ(tags(lane.take()), (std::vector{3}));
}

TEST(KafkaLane, AMessageAboveTheBoundGoesAlone) {
    Numbered lane;
    lane.push(of_bytes(burst_bytes_max + 1), 1);
    lane.push(of_bytes(1), 2);
    EXPECT_EQ(tags(lane.take()), (std::vector{1}));
}

TEST(KafkaLane, CountsABurstsMessages) {
    Numbered lane;
    for (std::size_t i = 0; i <= burst_messages_max; ++i) lane.push({}, static_cast<int>(i));
    EXPECT_EQ(lane.take().size(), burst_messages_max);
    lane.forget_in_flight();
    EXPECT_EQ(lane.take().size(), 1u);
}

TEST(KafkaLane, GivesUpOnlyWhatWaits) {
    Numbered lane;
    lane.push(of_bytes(1), 1);
    (void)lane.take();
    lane.push(of_bytes(1), 2);
    const auto waited = lane.give_up();
    ASSERT_EQ(waited.size(), 1u);
    EXPECT_EQ(waited[0].tag, 2);
    EXPECT_EQ(lane.in_flight(), 1u);
}

}  // namespace
}  // namespace hoicho::runtime::kafka
