// Slots are [start, end) and do not overlap.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(OpenSlot, MayBeginWhereAnotherEnds) {
    SmallFair{}.when(open_slot("X", nine_ms + 20 * minute_ms, nine_ms + 25 * minute_ms)).creates(ID_KIND_SLOT, 5);
}

TEST(OpenSlot, TellsWhichSlotIsInTheWay) {
    SmallFair fair;
    fair.when(open_slot("X", nine_ms + 20 * minute_ms - 1, nine_ms + 25 * minute_ms));
    fair.refuses({REASON_SLOTS_OVERLAP, "slot", name_of(SlotId{nine}), "from 2026-12-03T02:20:00Z"});
    fair.when(open_slot("X", nine_ms - minute_ms, nine_ms + 1)).refuses(REASON_SLOTS_OVERLAP, "slot");
}

TEST(OpenSlot, EndsAfterItBegins) {
    SmallFair fair;
    fair.when(open_slot("X", 1000, 1000)).refuses(REASON_DAYS_REVERSED, "ends_at");
    fair.when(open_slot("X", 1000, 1001)).is_accepted();
    fair.when(open_slot("X", 2000, 3000)).refuses(REASON_ALREADY_DONE, "slot");
}

TEST(OpenSlot, SlotsAreKeptInTheOrderOfTime) {
    SmallFair fair;
    fair.when(open_slot("early", nine_ms - 30 * minute_ms, nine_ms)).is_accepted();
    EXPECT_EQ(venue_of(fair.state(), FairId{1}).slots.front(), SlotId{5});
}

}  // namespace
}  // namespace hoicho::scheduling
