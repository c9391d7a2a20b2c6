// Requests: they hold nothing, and end by themselves.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(RequestMeeting, EndsAfterADayOrWhenTheSlotBegins) {
    SmallFair fair;
    fair.at(day_before_ms - 1000).when(request(aeon, van_ho, nine)).creates(ID_KIND_MEETING_REQUEST, 1);
    EXPECT_EQ(fair.state().requests.find(RequestId{1})->expires_at_ms, day_before_ms - 1000 + 24 * 60 * minute_ms);
    fair.at(nine_ms - minute_ms).when(request(brg, van_ho, nine)).is_accepted();
    EXPECT_EQ(fair.state().requests.find(RequestId{2})->expires_at_ms, nine_ms);
}

TEST(RequestMeeting, ItsTimeLiesBetweenNowAndTheSlot) {
    SmallFair fair;
    fair.when(request(aeon, van_ho, nine, v1::SIDE_BUYER, day_before_ms)).refuses(REASON_OUT_OF_RANGE, "expires_at");
    fair.when(request(aeon, van_ho, nine, v1::SIDE_BUYER, nine_ms + 1)).refuses(REASON_OUT_OF_RANGE, "expires_at");
    fair.when(request(aeon, van_ho, nine, v1::SIDE_BUYER, nine_ms)).is_accepted();
}

TEST(RequestMeeting, HoldsNothing) {
    SmallFair{}.when(request(aeon, van_ho, nine)).when(request(brg, van_ho, nine)).is_accepted()
        .when(book(metro, van_ho, nine, table_1)).is_accepted();
}

TEST(RequestMeeting, IsRefusedWhereAMeetingWouldBe) {
    SmallFair fair;
    fair.when(book(aeon, van_ho, nine, table_1));
    fair.when(request(aeon, dong_trieu, nine)).refuses(REASON_ALREADY_MEETING, the_buyer(aeon));
    fair.when(request(aeon, van_ho, nine_25)).refuses(REASON_PAIR_MEETS_ALREADY, "exhibitor");
    fair.at(nine_ms).when(request(brg, dong_trieu, nine)).refuses(REASON_SLOT_PASSED, name_of(SlotId{nine}));
}

TEST(RequestMeeting, IsAskedOnceAndSaysWhoAsks) {
    SmallFair fair;
    fair.when(request(aeon, van_ho, nine, v1::SIDE_UNSPECIFIED)).refuses(REASON_MISSING, "from");
    fair.when(request(aeon, van_ho, nine)).when(request(aeon, van_ho, nine, v1::SIDE_EXHIBITOR)).refuses(REASON_ALREADY_DONE, "request");
}

}  // namespace
}  // namespace hoicho::scheduling
