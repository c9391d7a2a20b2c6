// Requests end when their time has come, and the timer knows when that is.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(ExpireRequests, EndsThoseWhoseTimeHasComeAndNoOthers) {
    SmallFair fair;
    fair.when(request(aeon, van_ho, nine, v1::SIDE_BUYER, nine_ms - 100)).when(request(brg, dong_trieu, nine, v1::SIDE_BUYER, nine_ms - 50));
    EXPECT_EQ(next_due(fair.state())->first, nine_ms - 100);
    fair.at(nine_ms - 101).when(expire()).is_accepted();
    EXPECT_TRUE(fair.events().empty());
    fair.at(nine_ms - 100).when(expire()).is_accepted();
    EXPECT_EQ(fair.events().size(), 1U);
    EXPECT_EQ(next_due(fair.state())->first, nine_ms - 50);
    fair.at(nine_ms).when(expire()).is_accepted();
    EXPECT_FALSE(next_due(fair.state()));
    EXPECT_EQ(fair.state().requests.find(RequestId{2})->status, RequestStatus::expired);
}

TEST(ExpireRequests, AnAnsweredRequestWaitsForNothing) {
    SmallFair fair;
    fair.when(request(aeon, van_ho, nine)).when(accept(1)).when(request(brg, dong_trieu, nine)).when(decline(2)).is_accepted();
    EXPECT_FALSE(next_due(fair.state()));
}

}  // namespace
}  // namespace hoicho::scheduling
