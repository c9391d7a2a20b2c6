// What answers do to a ranking: little, bounded, and nothing when they are switched off.
#include "matching/domain/market/feedback.h"

#include <gtest/gtest.h>

namespace hoicho::matching::market {
namespace {

TEST(Feedback, SwitchedOffIsAsNeverGiven) {
    for (const std::uint32_t count : {0U, 1U, 50U, 4'000'000'000U}) EXPECT_EQ(influence_thousandths({count, count, count, count}, Use::off), 0);
    EXPECT_EQ(influence_thousandths({}, Use::on), 0);
}

TEST(Feedback, MovesLittleAtFirstAndNeverPastItsBound) {
    EXPECT_EQ(influence_thousandths({.accepted = 1}, Use::on), 4);
    EXPECT_EQ(influence_thousandths({.accepted = 20}, Use::on), 16);
    EXPECT_EQ(influence_thousandths({.declined_for_cause = 1}, Use::on), -12);
    EXPECT_EQ(influence_thousandths({.contract = 6}, Use::on), 60);
    for (const std::uint32_t count : {10U, 1000U, 4'000'000'000U}) {
        EXPECT_LE(influence_thousandths({.contract = count}, Use::on), feedback_max_thousandths);
        EXPECT_GE(influence_thousandths({.declined_for_cause = count}, Use::on), -feedback_max_thousandths);
    }
}

TEST(Feedback, AFullDiaryIsNoFault) {
    Counts counts;
    count_declined(counts, Why::no_time);
    count_declined(counts, Why::known_already);
    EXPECT_EQ(counts, Counts{});
    for (const auto why : {Why::price, Why::volume, Why::standards, Why::season, Why::payment, Why::quality, Why::other}) {
        Counts one;
        count_declined(one, why);
        EXPECT_EQ(one.declined_for_cause, 1U);
    }
}

TEST(Feedback, IsTheSameInWhateverOrderItCame) {
    Counts one, two;
    count_accepted(one), count_declined(one, Why::price), count_met(one), count_contract(one);
    count_contract(two), count_met(two), count_declined(two, Why::price), count_accepted(two);
    EXPECT_EQ(influence_thousandths(one, Use::on), influence_thousandths(two, Use::on));
    EXPECT_EQ(influence_thousandths(one, Use::on), 12) << "(20 - 60 + 40 + 100) / 8";
}

}  // namespace
}  // namespace hoicho::matching::market
