// Booking: every rule of a meeting, on both of its sides.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(BookMeeting, PutsTheTwoAtTheTable) {
    SmallFair{}.when(book(aeon, van_ho, nine, table_1)).expects(scheduled(1, {aeon, van_ho, nine, table_1})).creates(ID_KIND_MEETING, 1);
}

TEST(BookMeeting, IsRefusedWhenTheBuyerAlreadyMeetsInThatSlot) {
    SmallFair{}.when(book(aeon, van_ho, nine, table_1))
        .when(book(aeon, dong_trieu, nine, table_2))
        .refuses({REASON_ALREADY_MEETING, the_buyer(aeon), the_meeting(1), ""})
        .when(book(aeon, dong_trieu, nine_25, table_2))
        .is_accepted();
}

TEST(BookMeeting, IsRefusedWhenTheExhibitorAlreadyMeetsInThatSlot) {
    SmallFair{}.when(book(aeon, van_ho, nine, table_1))
        .when(book(brg, van_ho, nine, table_2))
        .refuses(REASON_ALREADY_MEETING, the_exhibitor(van_ho));
}

TEST(BookMeeting, ACompanyMeetsAsOftenInASlotAsItHasPeopleThere) {
    SmallFair fair;
    fair.sends(Side::exhibitor, van_ho).sends(Side::exhibitor, van_ho);
    fair.when(place_table("T3")).when(book(aeon, van_ho, nine, table_1)).when(book(brg, van_ho, nine, table_2)).is_accepted();
    fair.when(book(metro, van_ho, nine, 3)).refuses({REASON_ALREADY_MEETING, the_exhibitor(van_ho), "2 meetings", ""});
}

TEST(BookMeeting, IsRefusedWhenNobodyOfTheCompanyIsThere) {
    SmallFair fair;
    fair.sends(Side::buyer, aeon, {{nine_ms, nine_ms + 20 * minute_ms}});  // ends with the first slot
    fair.when(book(aeon, van_ho, nine_25, table_1)).refuses({REASON_NOBODY_AVAILABLE, the_buyer(aeon), name_of(SlotId{nine_25}), ""});
    fair.when(book(aeon, van_ho, nine, table_1)).is_accepted();
}

TEST(BookMeeting, AWindowMustCoverTheWholeSlot) {
    SmallFair fair;
    fair.sends(Side::buyer, aeon, {{nine_ms, nine_ms + 20 * minute_ms - 1}});
    fair.when(book(aeon, van_ho, nine, table_1)).refuses(REASON_NOBODY_AVAILABLE, the_buyer(aeon));
}

TEST(BookMeeting, ATableHoldsOneMeetingInASlot) {
    SmallFair{}.when(book(aeon, van_ho, nine, table_1))
        .when(book(brg, dong_trieu, nine, table_1))
        .refuses({REASON_TABLE_TAKEN, name_of(TableId{table_1}), the_meeting(1), ""});
}

TEST(BookMeeting, TheTwoMeetOnceUnlessTheyWantASecondMeeting) {
    SmallFair{}.when(book(aeon, van_ho, nine, table_1))
        .when(book(aeon, van_ho, nine_25, table_1))
        .refuses({REASON_PAIR_MEETS_ALREADY, "exhibitor", the_meeting(1), "second_meeting_wanted"})
        .when(book(aeon, van_ho, nine_25, table_1, true))
        .is_accepted()
        .when(book(aeon, van_ho, nine_50, table_1, true))
        .refuses(REASON_PAIR_MEETS_ALREADY, "exhibitor");
}

TEST(BookMeeting, NeverOfEitherSideIsAbsolute) {
    SmallFair fair;
    fair.wishes(Side::buyer, aeon, van_ho, Level::must).wishes(Side::exhibitor, aeon, van_ho, Level::never);
    fair.when(book(aeon, van_ho, nine, table_1)).refuses(REASON_NEVER, the_exhibitor(van_ho));
    fair.withdraws(Side::exhibitor, aeon, van_ho).wishes(Side::buyer, aeon, van_ho, Level::never);
    fair.when(book(aeon, van_ho, nine, table_1)).refuses(REASON_NEVER, the_buyer(aeon));
    fair.withdraws(Side::buyer, aeon, van_ho).when(book(aeon, van_ho, nine, table_1)).is_accepted();
}

TEST(BookMeeting, TheHalfDayHasAMaximumForEachPerson) {
    SmallFair fair{2};
    fair.when(book(aeon, van_ho, nine, table_1)).when(book(aeon, dong_trieu, nine_25, table_1)).is_accepted();
    fair.when(book(aeon, ha_giang, nine_50, table_1)).refuses({REASON_MEETINGS_MAX, the_buyer(aeon), "2", "2"});
    fair.when(book(aeon, ha_giang, two_pm, table_1)).is_accepted();  // another half-day
}

TEST(BookMeeting, APersonsOwnMaximumGoesBeforeTheFairs) {
    SmallFair fair{1};
    fair.sends(Side::buyer, aeon, {}, 2);
    fair.when(book(aeon, van_ho, nine, table_1)).when(book(aeon, dong_trieu, nine_25, table_1)).is_accepted();
    fair.when(book(aeon, ha_giang, nine_50, table_1)).refuses(REASON_MEETINGS_MAX, the_buyer(aeon));
}

TEST(BookMeeting, IsRefusedOnceTheSlotHasBegun) {
    SmallFair fair;
    fair.at(nine_ms).when(book(aeon, van_ho, nine, table_1)).refuses({REASON_SLOT_PASSED, name_of(SlotId{nine}), "2026-12-03T02:00:00Z", ""});
    fair.at(nine_ms - 1).when(book(aeon, van_ho, nine, table_1)).is_accepted();
}

TEST(BookMeeting, WantsThingsThatAreThereAndPartiesOfTheFair) {
    SmallFair fair;
    fair.when(book(aeon, van_ho, 99, table_1)).refuses(REASON_UNKNOWN, "slot");
    fair.when(book(aeon, van_ho, nine, 99)).refuses(REASON_UNKNOWN, "table");
    fair.when(book(77, van_ho, nine, table_1)).refuses(REASON_NOT_IN_FAIR, the_buyer(77));
    fair.enters(Side::buyer, 77, 2).when(book(77, van_ho, nine, table_1)).refuses(REASON_NOT_IN_FAIR, the_buyer(77));
    auto other_fair = book(aeon, van_ho, nine, table_1);
    other_fair.mutable_book_meeting()->set_fair(2);
    fair.when(other_fair).refuses(REASON_OTHER_FAIR, name_of(SlotId{nine}));
}

}  // namespace
}  // namespace hoicho::scheduling
