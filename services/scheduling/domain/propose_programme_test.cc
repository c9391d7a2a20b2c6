// A proposal is checked against the state as it is now, and every wish without a meeting has a reason.
#include "kernel/ledger.h"
#include "scheduling/domain/limits.h"
#include "scheduling/domain/missed.h"
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

const v1::ProgrammeDrafted& drafted(const SmallFair& fair) { return fair.events().front().programme_drafted(); }

std::string why(const SmallFair& fair, int at) { return Reason_Name(drafted(fair).not_held(at).why().reason()); }

TEST(ProposeProgramme, BecomesADraftOfWhatFits) {
    SmallFair fair;
    fair.when(ask_programme()).when(propose_programme(1, {{aeon, van_ho, nine, table_1}, {brg, van_ho, nine, table_2}}));
    fair.creates(ID_KIND_PROGRAMME, 1);
    EXPECT_EQ(drafted(fair).meetings_size(), 1);
    EXPECT_EQ(why(fair, 0), "REASON_ALREADY_MEETING");
    EXPECT_EQ(fair.state().meetings.size(), 0U);  // a draft books nothing
    fair.when(propose_programme(1, {})).refuses(REASON_ALREADY_DONE, name_of(ProgrammeRunId{1}));
    fair.when(propose_programme(7, {})).refuses(REASON_UNKNOWN, "run");
}

TEST(ProposeProgramme, KeepsLiveMeetingsAndYieldsToThem) {
    SmallFair fair;
    fair.when(ask_programme()).when(book(brg, dong_trieu, nine, table_1));
    fair.when(propose_programme(1, {{aeon, van_ho, nine, table_1}, {brg, dong_trieu, nine, table_1}})).is_accepted();
    ASSERT_EQ(drafted(fair).meetings_size(), 1);
    EXPECT_EQ(drafted(fair).meetings(0).buyer(), brg);
    EXPECT_EQ(fair.state().drafts.find(ProgrammeId{1})->meetings[0].kept, MeetingId{1});
    EXPECT_EQ(why(fair, 0), "REASON_TABLE_TAKEN");
}

TEST(ProposeProgramme, AWishWithoutAMeetingThatIsStillPossibleSaysWhere) {
    SmallFair fair;
    fair.wishes(Side::buyer, aeon, van_ho, Level::want).when(ask_programme()).when(propose_programme(1, {})).is_accepted();
    EXPECT_EQ(from_proto(drafted(fair).not_held(0).why()),
              (Refusal{REASON_NOT_CHOSEN, the_exhibitor(van_ho), name_of(SlotId{nine}), name_of(TableId{table_1})}));
}

TEST(ProposeProgramme, AWishIsToldWhoBlocksIt) {
    SmallFair fair;
    fair.sends(Side::buyer, aeon, {{nine_ms, nine_ms + 45 * minute_ms}});  // two slots
    for (const auto exhibitor : {van_ho, dong_trieu, ha_giang}) fair.wishes(Side::buyer, aeon, exhibitor, Level::want);
    fair.when(ask_programme()).when(propose_programme(1, {{aeon, van_ho, nine, table_1}, {aeon, dong_trieu, nine_25, table_1}}));
    ASSERT_EQ(drafted(fair).not_held_size(), 1);
    EXPECT_EQ(from_proto(drafted(fair).not_held(0).why()),
              (Refusal{REASON_ALREADY_MEETING, the_buyer(aeon), the_exhibitor(van_ho) + ", " + the_exhibitor(dong_trieu), ""}));
}

TEST(ProposeProgramme, AWishWithoutACommonSlotSaysSo) {
    SmallFair fair;
    fair.sends(Side::buyer, aeon, {{nine_ms, nine_ms + 20 * minute_ms}});
    fair.sends(Side::exhibitor, van_ho, {{nine_ms + 25 * minute_ms, nine_ms + 45 * minute_ms}});
    fair.sends(Side::exhibitor, dong_trieu, {{1, 2}});
    fair.wishes(Side::buyer, aeon, van_ho, Level::must).wishes(Side::buyer, aeon, dong_trieu, Level::want);
    fair.when(ask_programme()).when(propose_programme(1, {})).is_accepted();
    EXPECT_EQ(why(fair, 0), "REASON_NO_COMMON_SLOT");
    EXPECT_EQ(from_proto(drafted(fair).not_held(1).why()), (Refusal{REASON_NOBODY_AVAILABLE, the_exhibitor(dong_trieu), "", ""}));
}

TEST(ProposeProgramme, AWishIsToldThatTablesAreFull) {
    SmallFair fair;
    fair.sends(Side::buyer, metro, {{nine_ms, nine_ms + 20 * minute_ms}}).wishes(Side::buyer, metro, ha_giang, Level::want);
    fair.when(ask_programme()).when(propose_programme(1, {{aeon, van_ho, nine, table_1}, {brg, dong_trieu, nine, table_2}}));
    EXPECT_EQ(from_proto(drafted(fair).not_held(0).why()), (Refusal{REASON_FULL, "tables", name_of(SlotId{nine}), "2"}));
}

TEST(ProposeProgramme, SlotsThatHaveBegunAreLeftOut) {
    SmallFair fair;
    fair.when(ask_programme()).at(nine_ms).when(propose_programme(1, {{aeon, van_ho, nine, table_1}})).is_accepted();
    EXPECT_EQ(drafted(fair).meetings_size(), 0);
    EXPECT_EQ(why(fair, 0), "REASON_SLOT_PASSED");
}

TEST(ProposeProgramme, MoreMeetingsThanADraftHoldsEndTheRun) {
    SmallFair fair;
    fair.when(ask_programme());
    v1::Command full, beyond;
    full.mutable_propose_programme()->set_run(1);
    for (std::size_t i = 0; i < 40'000; ++i) full.mutable_propose_programme()->add_meetings()->set_buyer(99);
    beyond = full;
    beyond.mutable_propose_programme()->add_meetings()->set_buyer(99);
    fair.when(beyond).is_accepted();
    const auto& failed = fair.events().front().programme_run_failed();
    EXPECT_EQ(from_proto(failed.why()), (Refusal{REASON_OUT_OF_RANGE, "meetings", "40001", "0-40000"}));
    EXPECT_TRUE(fair.state().programme_runs.find(ProgrammeRunId{1})->done());
    EXPECT_EQ(fair.state().programmes.size(), 0U);
    fair.when(propose_programme(1, {})).refuses(REASON_ALREADY_DONE, name_of(ProgrammeRunId{1}));
    fair.when(ask_programme()).creates(ID_KIND_PROGRAMME_RUN, 2);
    full.mutable_propose_programme()->set_run(2);
    fair.when(full).is_accepted();
    EXPECT_TRUE(fair.events().front().has_programme_drafted());
}

/// Ids as large as those of a city fair, and reasons that name five blockers each.
TEST(ProposeProgramme, AFullDraftFitsIntoAnEntry) {
    v1::ProgrammeDrafted drafted;
    for (std::size_t i = 0; i < placements_max; ++i) {
        auto& meeting = *drafted.add_meetings();
        meeting.set_buyer(2'000);
        meeting.set_exhibitor(5'000);
        meeting.set_slot(200);
        meeting.set_table(5'000);
    }
    for (std::size_t i = 0; i < not_held_max; ++i) {
        auto& row = *drafted.add_not_held();
        row.set_buyer(2'000);
        row.set_exhibitor(5'000);
        std::string blockers;
        for (int k = 0; k < 5; ++k) blockers += (k ? ", " : "") + the_exhibitor(5'000);
        *row.mutable_why() = to_proto(refuse(REASON_ALREADY_MEETING, the_buyer(2'000), blockers + " +20"));
    }
    EXPECT_LT(drafted.ByteSizeLong(), Ledger::entry_bytes_max);
    EXPECT_GT(drafted.ByteSizeLong(), Ledger::entry_bytes_max / 2) << "or there is room for more";
}

TEST(MissedWishes, BeyondSoManyReasonsAreCounted) {
    SmallFair fair;
    fair.wishes(Side::buyer, aeon, van_ho, Level::want).wishes(Side::buyer, aeon, dong_trieu, Level::must).wishes(Side::buyer, brg, van_ho, Level::want);
    const PlannedDraft nothing{fair.state()};
    const auto first = missed_wishes(fair.state(), nothing, FairId{1}, 0, 1);
    ASSERT_EQ(first.told.size(), 1U);
    EXPECT_EQ(first.told[0].exhibitor, ExhibitorId{dong_trieu});  // the most wished
    EXPECT_EQ(first.more, 2U);
    const auto all = missed_wishes(fair.state(), nothing, FairId{1}, 0, 3);
    EXPECT_EQ(all.told.size(), 3U);
    EXPECT_EQ(all.more, 0U);
}

TEST(ProposeProgramme, ADraftSaysHowManyWishesItHasNoReasonFor) {
    SmallFair fair;
    fair.when(ask_programme());
    v1::Event event;
    auto& drafted = *event.mutable_programme_drafted();
    drafted.set_programme_id(1);
    drafted.set_fair(1);
    drafted.set_run(1);
    drafted.add_not_held();
    drafted.set_not_held_more(4);
    fair.given(event);
    EXPECT_EQ(fair.state().drafts.find(ProgrammeId{1})->not_held_more, 4U);
    EXPECT_EQ(fair.state().programmes.find(ProgrammeId{1})->not_held, 5U);
}

TEST(ProposeProgramme, NeverIsNoWishAndNoPlacement) {
    SmallFair fair;
    fair.wishes(Side::buyer, aeon, van_ho, Level::must).wishes(Side::exhibitor, aeon, van_ho, Level::never);
    fair.when(ask_programme()).when(propose_programme(1, {{aeon, van_ho, nine, table_1}})).is_accepted();
    EXPECT_EQ(drafted(fair).meetings_size(), 0);
    EXPECT_EQ(drafted(fair).not_held_size(), 1);
    EXPECT_EQ(why(fair, 0), "REASON_NEVER");
}

}  // namespace
}  // namespace hoicho::scheduling
