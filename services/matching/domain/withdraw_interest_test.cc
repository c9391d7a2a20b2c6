#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

TEST(WithdrawInterest, TakesBackWhatOneSideSaid) {
    Scenario fair;
    fair.when(interest(Side::buyer, v1::LEVEL_NEVER)).when(interest(Side::exhibitor, v1::LEVEL_WANT)).when(withdraw(Side::buyer)).is_accepted();
    EXPECT_FALSE(fair.state().never(1, 1, 1));
    EXPECT_TRUE(fair.state().interests.contains({1, 1, 1, Side::exhibitor}));
}

TEST(WithdrawInterest, IsRefusedWhereNothingWasSaid) {
    Scenario fair;
    fair.when(interest(Side::buyer, v1::LEVEL_WANT)).when(withdraw(Side::exhibitor)).refuses({REASON_UNKNOWN, "interest", "1/1/1", ""});
    auto command = withdraw(Side::buyer);
    command.mutable_withdraw_interest()->set_from(v1::SIDE_UNSPECIFIED);
    fair.when(command).refuses(REASON_OUT_OF_RANGE, "from");
}

TEST(WithdrawInterest, BringsAProductBackIntoTheNextList) {
    Scenario fair;
    fair.when(interest(Side::buyer, v1::LEVEL_NEVER)).when(suggest()).is_accepted();
    EXPECT_EQ(products(fair.state().list_of(1, 1)), (std::vector<std::uint32_t>{2}));
    fair.when(withdraw(Side::buyer)).when(suggest()).is_accepted();
    EXPECT_EQ(products(fair.state().list_of(1, 1)), (std::vector<std::uint32_t>{1, 2}));
}

}  // namespace
}  // namespace hoicho::matching
