// Cancelling frees what the meeting held.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(CancelMeeting, FreesSeatsTableAndPair) {
    SmallFair fair;
    fair.when(book(aeon, van_ho, nine, table_1)).when(cancel(1, "BUYER_ILL")).is_accepted();
    fair.when(book(aeon, van_ho, nine, table_1)).creates(ID_KIND_MEETING, 2);
    EXPECT_EQ(*fair.state().cancel_causes.find(MeetingId{1}), "BUYER_ILL");
}

TEST(CancelMeeting, IsRefusedForWhatIsNoLongerThere) {
    SmallFair fair;
    fair.when(cancel(1)).refuses(REASON_UNKNOWN, "meeting");
    fair.when(book(aeon, van_ho, nine, table_1)).when(cancel(1, "")).refuses(REASON_MISSING, "cause");
    fair.when(cancel(1, "she is ill")).refuses(REASON_OUT_OF_RANGE, "cause");
    fair.when(cancel(1)).when(cancel(1)).refuses(REASON_WRONG_STATUS, the_meeting(1));
}

TEST(CancelMeeting, IsRefusedOnceTheMeetingHasBegun) {
    SmallFair fair;
    fair.when(book(aeon, van_ho, nine, table_1)).at(nine_ms).when(cancel(1)).refuses(REASON_SLOT_PASSED, name_of(SlotId{nine}));
    fair.at(nine_ms - 1).when(cancel(1)).is_accepted();
}

}  // namespace
}  // namespace hoicho::scheduling
