// Declining: the asked side, with a cause.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(DeclineRequest, EndsTheRequestWithItsCause) {
    SmallFair fair;
    fair.when(request(aeon, van_ho, nine)).when(decline(1, "NO_FIT")).is_accepted();
    EXPECT_EQ(fair.state().requests.find(RequestId{1})->cause, "NO_FIT");
    fair.when(accept(1)).refuses({REASON_WRONG_STATUS, name_of(RequestId{1}), "DECLINED", "OPEN"});
    fair.when(request(aeon, van_ho, nine)).is_accepted();  // and may be asked again
}

TEST(DeclineRequest, WantsACauseOfTheListFromTheOtherSide) {
    SmallFair fair;
    fair.when(request(aeon, van_ho, nine));
    fair.when(decline(1, "")).refuses(REASON_MISSING, "cause");
    fair.when(decline(1, "BORED")).refuses(REASON_OUT_OF_RANGE, "cause");
    fair.when(decline(1, "NO_TIME", v1::SIDE_BUYER)).refuses(REASON_NOT_YOURS, "SIDE_BUYER");
}

}  // namespace
}  // namespace hoicho::scheduling
