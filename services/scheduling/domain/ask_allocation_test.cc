// A run of the allocator needs booths to give.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(AskAllocation, NeedsBooths) {
    SmallFair fair;
    fair.when(ask_allocation()).refuses(REASON_MISSING, "booths");
    fair.when(place_booth("A1")).when(ask_allocation()).creates(ID_KIND_ALLOCATION_RUN, 1);
}

}  // namespace
}  // namespace hoicho::scheduling
