#include "matching/domain/testing.h"

namespace hoicho::matching {
namespace {

TEST(StateInterest, IsKeptAndReplacedWhenSaidAgain) {
    Scenario fair;
    fair.when(interest(Side::buyer, v1::LEVEL_MUST)).expects(stated(interest(Side::buyer, v1::LEVEL_MUST)));
    EXPECT_EQ(fair.state().interests.find({1, 1, 1, Side::buyer})->level, Level::must);
    fair.when(interest(Side::buyer, v1::LEVEL_WANT)).is_accepted();
    EXPECT_EQ(fair.state().interests.find({1, 1, 1, Side::buyer})->level, Level::want);
    fair.when(interest(Side::exhibitor, v1::LEVEL_NEVER)).is_accepted();
    EXPECT_EQ(fair.state().interests.size(), 2u);
}

TEST(StateInterest, IsForThoseWhoTakePart) {
    Scenario fair;
    fair.when(interest(Side::buyer, v1::LEVEL_WANT, 1, 3)).refuses({REASON_NOT_IN_FAIR, "exhibitor", "3", ""});
    fair.when(interest(Side::exhibitor, v1::LEVEL_WANT, 2, 1)).refuses({REASON_NOT_IN_FAIR, "buyer", "2", ""});
    fair.when(interest(Side::buyer, v1::LEVEL_WANT, 1, 1, 9)).refuses({REASON_UNKNOWN, "fair", "9", ""});
    fair.when(interest(Side::buyer, v1::LEVEL_WANT, 1, 1, 0)).refuses(REASON_MISSING, "fair");
    fair.when(interest(Side::buyer, v1::LEVEL_WANT, 1, 0)).refuses(REASON_SAME_SIDE, "exhibitor");
}

TEST(StateInterest, KnowsItsLevelsSidesAndCodes) {
    Scenario fair;
    fair.when(interest(Side::buyer, v1::LEVEL_UNSPECIFIED)).refuses({REASON_OUT_OF_RANGE, "level", "0", "MUST, WANT, NEVER"});
    fair.when(interest(Side::buyer, static_cast<v1::Level>(4))).refuses(REASON_OUT_OF_RANGE, "level");
    auto command = interest(Side::buyer, v1::LEVEL_WANT);
    command.mutable_state_interest()->set_from(v1::SIDE_UNSPECIFIED);
    fair.when(command).refuses(REASON_OUT_OF_RANGE, "from");
    command = interest(Side::buyer, v1::LEVEL_NEVER);
    command.mutable_state_interest()->set_cause("ông Ổi khó tính");
    fair.when(command).refuses(REASON_OUT_OF_RANGE, "cause");
    command.mutable_state_interest()->set_cause(std::string(33, 'A'));
    fair.when(command).refuses(REASON_OUT_OF_RANGE, "cause");
    command.mutable_state_interest()->set_cause(std::string(32, 'A'));
    fair.when(command).is_accepted();
}

TEST(StateInterest, NeverTakesTheOtherOutOfTheNewestLists) {
    Scenario fair;
    fair.when(suggest()).is_accepted();
    ASSERT_EQ(products(fair.state().list_of(1, 1)), (std::vector<std::uint32_t>{1, 2}));
    fair.when(interest(Side::exhibitor, v1::LEVEL_NEVER, 1, 1)).is_accepted();
    EXPECT_EQ(products(fair.state().list_of(1, 1)), (std::vector<std::uint32_t>{2}));
}

}  // namespace
}  // namespace hoicho::matching
