// Ids are remembered for a day, and forgotten a few at a time.
#include "kernel/command_ids.h"

#include <gtest/gtest.h>

namespace hoicho {
namespace {

CommandId id_of(std::uint8_t number) {
    CommandId id{};
    id[0] = number;
    return id;
}

class CommandIdsTest : public ::testing::Test {
  protected:
    CommandIdsTest() {
        for (std::uint8_t number = 1; number <= 40; ++number) ids_.remember(id_of(number), {.n = number, .at_ms = day_ms});
    }
    static constexpr std::uint64_t day_ms = 1'000;
    Tracking tracking_;
    CommandIds ids_{tracking_};
};

TEST_F(CommandIdsTest, AreRememberedForAWholeDay) {
    ids_.forget_old(day_ms + CommandIds::kept_ms);
    EXPECT_EQ(ids_.size(), 40U);
}

TEST_F(CommandIdsTest, AreForgottenAFewAtATimeOldestFirst) {
    const auto after = day_ms + CommandIds::kept_ms + 1;
    ids_.forget_old(after);
    EXPECT_EQ(ids_.size(), 40U - CommandIds::forgotten_per_entry_max);
    EXPECT_EQ(ids_.find(id_of(1)), nullptr);
    EXPECT_NE(ids_.find(id_of(17)), nullptr);
    ids_.forget_old(after);
    ids_.forget_old(after);
    EXPECT_EQ(ids_.size(), 0U);
}

TEST_F(CommandIdsTest, AreForgottenInTheSameOrderAfterLoading) {
    ids_.index();
    ids_.forget_old(day_ms + CommandIds::kept_ms + 1);
    EXPECT_EQ(ids_.find(id_of(16)), nullptr);
    EXPECT_NE(ids_.find(id_of(17)), nullptr);
}

}  // namespace
}  // namespace hoicho
