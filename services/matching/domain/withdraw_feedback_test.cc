#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

v1::Command take_back(Side from, std::uint32_t exhibitor = 1) {
    v1::Command command;
    auto& withdrawn = *command.mutable_withdraw_feedback();
    withdrawn.set_fair(1);
    withdrawn.set_buyer(1);
    withdrawn.set_exhibitor(exhibitor);
    withdrawn.set_from(from == Side::buyer ? v1::SIDE_BUYER : v1::SIDE_EXHIBITOR);
    return command;
}

TEST(WithdrawFeedback, TakesItOutOfTheCounts) {
    Scenario fair;
    fair.when(feedback(Side::buyer, v1::OUTCOME_ACCEPTED)).when(feedback(Side::buyer, v1::OUTCOME_CONTRACT));
    EXPECT_EQ(fair.state().counts_about(Side::exhibitor, 1), (market::Counts{.accepted = 1, .contract = 1}));
    fair.when(take_back(Side::buyer)).is_accepted();
    EXPECT_EQ(fair.state().counts_about(Side::exhibitor, 1), market::Counts{});
    EXPECT_EQ(fair.state().feedback.size(), 0u);
}

TEST(WithdrawFeedback, ForgetsAMeetingOnceNobodySaysSoAnyMore) {
    Scenario fair;
    fair.when(feedback(Side::buyer, v1::OUTCOME_MET)).when(feedback(Side::exhibitor, v1::OUTCOME_MET));
    EXPECT_TRUE(fair.state().wishes(2, 1, 1).met_before);
    fair.when(take_back(Side::buyer)).is_accepted();
    EXPECT_TRUE(fair.state().wishes(2, 1, 1).met_before) << "the exhibitor still says so";
    fair.when(take_back(Side::exhibitor)).is_accepted();
    EXPECT_FALSE(fair.state().wishes(2, 1, 1).met_before);
}

TEST(WithdrawFeedback, IsRefusedWhenNothingWasSaid) {
    Scenario{}.when(take_back(Side::buyer)).refuses({REASON_UNKNOWN, "feedback", "1/1/1", ""});
    v1::Command from_nobody = take_back(Side::buyer);
    from_nobody.mutable_withdraw_feedback()->set_from(v1::SIDE_UNSPECIFIED);
    Scenario{}.when(from_nobody).refuses(REASON_OUT_OF_RANGE, "from");
}

}  // namespace
}  // namespace hoicho::matching
