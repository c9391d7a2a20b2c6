// Drafts of repairs: what moves and ends is said, checked, and done all or none; nothing else is touched.
#include "scheduling/domain/invariants.h"
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

/// A published programme: meeting 1 AEON - Van Ho at nine, meeting 2 BRG - Dong Trieu at nine; and a run that may repair it.
SmallFair& published(SmallFair& fair) {
    fair.when(ask_programme()).when(propose_programme(1, {{aeon, van_ho, nine, table_1}, {brg, dong_trieu, nine, table_2}}));
    fair.when(publish(1)).is_accepted();
    fair.when(ask_programme()).is_accepted();
    return fair;
}

const v1::ProgrammeDrafted& drafted(const SmallFair& fair, std::size_t at = 0) { return fair.events()[at].programme_drafted(); }
const Meeting& meeting(SmallFair& fair, std::uint32_t id) { return *fair.state().meetings.find(MeetingId{id}); }

TEST(RepairDraft, SaysWhatMovesAndWhatEnds) {
    SmallFair fair;
    published(fair).when(propose_repair(2, {{1, {aeon, van_ho, nine_25, table_2}}}, {2}, {{metro, ha_giang, nine, table_2}})).is_accepted();
    ASSERT_EQ(drafted(fair).meetings_size(), 2);
    EXPECT_EQ(drafted(fair).meetings(0).moved(), 1U);
    EXPECT_EQ(drafted(fair).meetings(0).from_slot(), nine);
    EXPECT_EQ(drafted(fair).meetings(0).from_table(), table_1);
    EXPECT_EQ(drafted(fair).cancelled(0), 2U);
    EXPECT_EQ(drafted(fair).figures().people_disturbed(), 4U);
    EXPECT_EQ(meeting(fair, 1).slot, SlotId{nine});  // a draft changes nothing
    fair.when(publish(2)).is_accepted();
    EXPECT_EQ(meeting(fair, 1).slot, SlotId{nine_25});
    EXPECT_EQ(meeting(fair, 1).table, TableId{table_2});
    EXPECT_EQ(meeting(fair, 2).status, MeetingStatus::cancelled);
    EXPECT_EQ(*fair.state().cancel_causes.find(MeetingId{2}), "REPAIR");
    EXPECT_EQ(meeting(fair, 3).buyer, BuyerId{metro});  // at the table that became free
    EXPECT_TRUE(broken_rules(fair.state(), day_before_ms).empty());
}

TEST(RepairDraft, TwoMeetingsMayChangePlaces) {
    SmallFair fair;
    published(fair).when(propose_repair(2, {{1, {aeon, van_ho, nine, table_2}}, {2, {brg, dong_trieu, nine, table_1}}}));
    fair.when(publish(2)).is_accepted();
    EXPECT_EQ(meeting(fair, 1).table, TableId{table_2});
    EXPECT_EQ(meeting(fair, 2).table, TableId{table_1});
    EXPECT_TRUE(broken_rules(fair.state(), day_before_ms).empty());
}

TEST(RepairDraft, AMoveThatDoesNotFitStaysAndSoDoesWhoeverCountedOnItsPlace) {
    SmallFair fair;
    published(fair).when(book(aeon, ha_giang, nine_25, table_1)).is_accepted();
    fair.when(propose_repair(2, {{1, {aeon, van_ho, nine_25, table_2}}, {2, {brg, dong_trieu, nine, table_1}}})).is_accepted();
    ASSERT_EQ(drafted(fair).meetings_size(), 3);
    for (const auto& placement : drafted(fair).meetings()) EXPECT_EQ(placement.moved(), 0U);
    EXPECT_EQ(drafted(fair).figures().people_disturbed(), 0U);
}

TEST(RepairDraft, WhatHasBegunNeitherMovesNorEnds) {
    SmallFair fair;
    published(fair).at(nine_ms).when(propose_repair(2, {{1, {aeon, van_ho, nine_25, table_1}}}, {2})).is_accepted();
    EXPECT_EQ(drafted(fair).meetings_size(), 2);
    EXPECT_EQ(drafted(fair).cancelled_size(), 0);
}

TEST(RepairDraft, IsStaleOnceWhatItMovesHasBegunOrMovedOrEnded) {
    const auto move = propose_repair(2, {{1, {aeon, van_ho, two_pm, table_1}}});
    SmallFair begun;
    published(begun).when(move).at(nine_ms).when(publish(2)).refuses(REASON_STALE, name_of(ProgrammeId{2}));
    SmallFair ended;
    published(ended).when(move).when(cancel(1)).when(publish(2)).refuses(REASON_STALE, name_of(ProgrammeId{2}));
    SmallFair moved;
    published(moved).when(move).when(ask_programme()).when(propose_repair(3, {{1, {aeon, van_ho, nine_50, table_1}}})).when(publish(3)).is_accepted();
    moved.when(publish(2)).refuses(REASON_STALE, name_of(ProgrammeId{2}));
    SmallFair kept_elsewhere;  // this draft keeps the meeting where it no longer is
    published(kept_elsewhere).when(propose_repair(2, {})).when(ask_programme());
    kept_elsewhere.when(propose_repair(3, {{1, {aeon, van_ho, two_pm, table_1}}})).when(publish(3)).is_accepted();
    kept_elsewhere.when(publish(2)).refuses(REASON_STALE, name_of(ProgrammeId{2}));
}

TEST(RepairDraft, AnotherMeetingOfTheSamePairIsNoHindrance) {
    SmallFair fair;
    published(fair).when(book(aeon, van_ho, two_pm, table_1, true)).is_accepted();
    fair.when(propose_repair(2, {{1, {aeon, van_ho, nine_50, table_1}}})).when(publish(2)).is_accepted();
    EXPECT_EQ(meeting(fair, 1).slot, SlotId{nine_50});
}

TEST(RepairDraft, AFrontBecomesDraftsOfWhichOneIsPublished) {
    SmallFair fair;
    auto front = propose_repair(2, {});
    auto& other = *front.mutable_propose_programme()->add_others();
    other.add_cancelled(1);
    other.mutable_figures()->set_score(7);
    published(fair).when(front).is_accepted();
    ASSERT_EQ(fair.events().size(), 2U);
    EXPECT_EQ(drafted(fair, 1).programme_id(), 3U);
    EXPECT_EQ(drafted(fair, 1).figures().people_disturbed(), 2U);
    const auto& run = *fair.state().programme_runs.find(ProgrammeRunId{2});
    EXPECT_EQ(run.programme, ProgrammeId{2});
    EXPECT_EQ(run.others, std::vector<ProgrammeId>{ProgrammeId{3}});
    fair.when(publish(3)).is_accepted();
    EXPECT_EQ(meeting(fair, 1).status, MeetingStatus::cancelled);
    fair.when(publish(2)).refuses(REASON_STALE, name_of(ProgrammeId{2}));
}

TEST(RepairDraft, HasABound) {
    SmallFair fair;
    auto front = propose_repair(2, {});
    for (int more = 0; more < 3; ++more) front.mutable_propose_programme()->add_others();
    published(fair).when(front).refuses(REASON_OUT_OF_RANGE, "others");
}

}  // namespace
}  // namespace hoicho::scheduling
