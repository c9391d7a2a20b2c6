// Booths stand in a hall under a code of their own.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(PlaceBooth, HasItsOwnCodeInTheHall) {
    SmallFair fair;
    fair.when(place_booth("A12", {"A13"})).creates(ID_KIND_BOOTH, 1);
    fair.when(place_booth("A12")).refuses({REASON_ALREADY_DONE, "booth", "A12", ""});
    fair.when(place_booth("A13", std::vector<std::string>(9, "A12"))).refuses(REASON_OUT_OF_RANGE, "neighbours");
    fair.when(place_booth("A13", std::vector<std::string>(8, "A12"))).is_accepted();
}

}  // namespace
}  // namespace hoicho::scheduling
