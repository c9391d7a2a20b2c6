// Tables stand in a hall under a code of their own.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(PlaceTable, HasItsOwnCodeInTheHall) {
    SmallFair fair;
    fair.when(place_table("T3")).creates(ID_KIND_TABLE, 3);
    fair.when(place_table("T3")).refuses(REASON_ALREADY_DONE, "table");
    fair.when(place_table("T4", 9)).refuses(REASON_UNKNOWN, "hall");
    fair.when(open_hall("B")).when(place_table("T3", 2)).is_accepted();
}

}  // namespace
}  // namespace hoicho::scheduling
