// Halls belong to a fair and have a code of their own.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(OpenHall, HasItsOwnCodeInAFairThatIsThere) {
    SmallFair fair;
    fair.when(open_hall("B")).creates(ID_KIND_HALL, 2);
    fair.when(open_hall("B")).refuses({REASON_ALREADY_DONE, "hall", "B", ""});
    fair.when(open_hall("")).refuses(REASON_MISSING, "code");
    fair.when(open_hall(std::string(64, 'x'))).is_accepted();
    fair.when(open_hall(std::string(65, 'x'))).refuses(REASON_OUT_OF_RANGE, "code");
    fair.when(open_hall("C", 9)).refuses(REASON_UNKNOWN, "fair");
}

}  // namespace
}  // namespace hoicho::scheduling
