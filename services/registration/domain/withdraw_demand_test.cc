#include "registration/domain/testing.h"

namespace hoicho::registration {
namespace {

TEST(WithdrawDemand, EndsIt) {
    Scenario fair{organiser_opened(), buyer_registered(), demand_posted()};
    fair.when(withdraw(1)).expects(demand_withdrawn(1));
    EXPECT_TRUE(fair.state().demands.find(DemandId{1})->withdrawn);
}

TEST(WithdrawDemand, IsRefusedTheSecondTime) {
    given(organiser_opened(), buyer_registered(), demand_posted(), demand_withdrawn())
        .when(withdraw(1))
        .refuses({REASON_ALREADY_DONE, "demand", "1", ""});
}

TEST(WithdrawDemand, IsRefusedForOneThatIsNotThere) {
    given(organiser_opened())
        .when(withdraw(3))
        .refuses({REASON_UNKNOWN, "demand", "3", ""})
        .when(withdraw(0))
        .refuses(REASON_MISSING, "demand");
}

}  // namespace
}  // namespace hoicho::registration
