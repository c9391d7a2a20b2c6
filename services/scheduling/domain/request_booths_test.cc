// Exhibitors of the fair ask for booths once.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(RequestBooths, IsAskedOnceByAnExhibitorOfTheFair) {
    SmallFair fair;
    fair.when(request_booths(van_ho, 2)).creates(ID_KIND_BOOTH_REQUEST, 1);
    fair.when(request_booths(van_ho)).refuses(REASON_ALREADY_DONE, "booth_request");
    fair.when(request_booths(9)).refuses(REASON_NOT_IN_FAIR, the_exhibitor(9));
    fair.when(request_booths(dong_trieu, 0)).refuses(REASON_OUT_OF_RANGE, "booths");
    fair.when(request_booths(dong_trieu, 17)).refuses(REASON_OUT_OF_RANGE, "booths");
    fair.when(request_booths(dong_trieu, 16)).is_accepted();
}

}  // namespace
}  // namespace hoicho::scheduling
