// Publishing: all of a draft or nothing, and never without a published meeting.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

SmallFair& draft(SmallFair& fair, std::uint32_t run, const std::vector<At>& meetings) {
    fair.when(ask_programme()).is_accepted().when(propose_programme(run, meetings)).is_accepted();
    return fair;
}

TEST(PublishProgramme, MakesTheDraftsMeetingsLive) {
    SmallFair fair;
    draft(fair, 1, {{aeon, van_ho, nine, table_1}, {brg, dong_trieu, nine, table_2}}).when(publish(1)).is_accepted();
    EXPECT_EQ(fair.state().meetings.size(), 2U);
    EXPECT_EQ(fair.state().meetings.find(MeetingId{2})->programme, ProgrammeId{1});
    fair.when(book(aeon, dong_trieu, nine, table_1)).refuses(REASON_ALREADY_MEETING, the_buyer(aeon));
    fair.when(publish(1)).refuses({REASON_WRONG_STATUS, name_of(ProgrammeId{1}), "PUBLISHED", "DRAFT"});
    fair.when(publish(2)).refuses(REASON_UNKNOWN, "programme");
}

TEST(PublishProgramme, KeepsMeetingsUnderTheirNumbers) {
    SmallFair fair;
    fair.when(book(aeon, van_ho, nine, table_1));
    draft(fair, 1, {{brg, dong_trieu, nine, table_2}}).when(publish(1)).is_accepted();
    EXPECT_EQ(fair.state().meetings.size(), 2U);
    EXPECT_EQ(fair.state().meetings.find(MeetingId{1})->programme, ProgrammeId{});
}

TEST(PublishProgramme, IsRefusedWhenAMeetingWasBookedInItsWay) {
    SmallFair fair;
    draft(fair, 1, {{aeon, van_ho, nine, table_1}}).when(book(brg, van_ho, nine, table_2)).when(publish(1));
    fair.refuses({REASON_STALE, name_of(ProgrammeId{1}), the_buyer(aeon) + " + " + the_exhibitor(van_ho) + " in " + name_of(SlotId{nine}),
                  "REASON_ALREADY_MEETING " + the_exhibitor(van_ho) + " " + the_meeting(1)});
    EXPECT_EQ(fair.state().meetings.size(), 1U);
}

TEST(PublishProgramme, IsRefusedWhenAMeetingItKeepsWasCancelled) {
    SmallFair fair;
    fair.when(book(aeon, van_ho, nine, table_1));
    draft(fair, 1, {}).when(cancel(1)).when(publish(1)).refuses(REASON_STALE, name_of(ProgrammeId{1}));
}

TEST(PublishProgramme, NeverRemovesAMeetingPublishedSince) {
    SmallFair fair;
    draft(fair, 1, {{aeon, van_ho, nine, table_1}});
    draft(fair, 2, {{brg, dong_trieu, two_pm, table_1}}).when(publish(1)).is_accepted();
    fair.when(publish(2)).refuses({REASON_WOULD_REMOVE, "programme", the_meeting(1), ""});
    draft(fair, 3, {{brg, dong_trieu, two_pm, table_1}}).when(publish(3)).is_accepted();
    EXPECT_EQ(fair.state().meetings.size(), 2U);
}

}  // namespace
}  // namespace hoicho::scheduling
