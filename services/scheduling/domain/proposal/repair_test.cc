// A fair in force is repaired: what stands stays, what cannot is held elsewhere, within the budget, and the domain takes what comes out.
#include "scheduling/domain/invariants.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/validate.h"
#include "scheduling/domain/proposal/solve_programme.h"
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

bool always() { return true; }

v1::Command proposed(SmallFair& fair, ProgrammeOrder order, std::uint64_t now_ms = day_before_ms) {
    v1::Command command;
    order.seed = 1;
    order.steps = 10'000;
    *command.mutable_propose_programme() = solve_programme(pose_programme(fair.state(), FairId{1}, now_ms), order, always);
    return command;
}

/// Published: meeting 1 AEON - Van Ho at nine, meeting 2 BRG - Dong Trieu at nine, meeting 3 Metro - Ha Giang at 9:25.
SmallFair& published(SmallFair& fair) {
    for (const auto buyer : {aeon, brg, metro}) fair.wishes(Side::buyer, buyer, buyer, Level::want);  // each the exhibitor of its number
    fair.when(ask_programme());
    fair.when(propose_programme(1, {{aeon, van_ho, nine, table_1}, {brg, dong_trieu, nine, table_2}, {metro, ha_giang, nine_25, table_1}}));
    fair.when(publish(1)).is_accepted();
    fair.when(ask_programme()).is_accepted();
    return fair;
}

const Meeting& meeting(SmallFair& fair, std::uint32_t id) { return *fair.state().meetings.find(MeetingId{id}); }

TEST(PoseRepair, FreezesWhatHasBegunAndLetsTheRestMove) {
    SmallFair fair;
    const auto posed = pose_programme(published(fair).state(), FairId{1}, nine_ms);
    EXPECT_TRUE(posed.repair);
    EXPECT_EQ(posed.instance.freeze_before_slot, 1);
    EXPECT_TRUE(programme::validate(posed.instance).empty());
    EXPECT_FALSE(posed.instance.meetings[0].must);
    EXPECT_FALSE(posed.instance.meetings[0].slots.has_value());
    EXPECT_TRUE(programme::check(posed.instance, posed.live, &posed.live).broken.empty());
}

TEST(PoseRepair, ANeverAndAnAbsenceCannotStand) {
    SmallFair fair;
    published(fair).wishes(Side::exhibitor, aeon, van_ho, Level::never).sends(Side::buyer, brg, {{nine_ms + 25 * minute_ms, nine_ms + 400 * minute_ms}});
    const auto posed = pose_programme(fair.state(), FairId{1}, day_before_ms);
    EXPECT_TRUE(posed.instance.meetings[0].withdrawn);
    EXPECT_FALSE(programme::check(posed.instance, posed.live, &posed.live).broken.empty());
    const auto later = pose_programme(fair.state(), FairId{1}, nine_ms);  // both lie in the past then
    EXPECT_TRUE(programme::check(later.instance, later.live, &later.live).broken.empty());
}

TEST(Repair, MovesWhoCannotComeAndCancelsANever) {
    SmallFair fair;
    published(fair).wishes(Side::exhibitor, aeon, van_ho, Level::never).sends(Side::buyer, brg, {{nine_ms + 25 * minute_ms, nine_ms + 400 * minute_ms}});
    EXPECT_EQ(conflicts(fair.state()).size(), 2U);
    fair.when(proposed(fair, {.run = ProgrammeRunId{2}})).is_accepted();
    const auto& figures = fair.events().front().programme_drafted().figures();
    EXPECT_TRUE(figures.repair());
    EXPECT_EQ(figures.people_disturbed(), 2U);  // BRG and Dong Trieu; who never wants a meeting is not disturbed by its end
    EXPECT_EQ(figures.unavoidable(), 2U);
    fair.when(publish(2)).is_accepted();
    EXPECT_EQ(meeting(fair, 1).status, MeetingStatus::cancelled);
    EXPECT_EQ(meeting(fair, 2).status, MeetingStatus::scheduled);
    EXPECT_NE(meeting(fair, 2).slot, SlotId{nine});
    EXPECT_EQ(meeting(fair, 3).slot, SlotId{nine_25});
    EXPECT_TRUE(conflicts(fair.state()).empty());
    EXPECT_TRUE(broken_rules(fair.state(), day_before_ms).empty());
}

TEST(Repair, DisturbsNobodyWhenNothingHappened) {
    SmallFair fair;
    published(fair).wishes(Side::buyer, aeon, dong_trieu, Level::want);
    fair.when(proposed(fair, {.run = ProgrammeRunId{2}})).is_accepted();
    const auto& drafted = fair.events().front().programme_drafted();
    EXPECT_EQ(drafted.figures().people_disturbed(), 0U);
    EXPECT_EQ(drafted.meetings_size(), 4);
    EXPECT_EQ(drafted.cancelled_size(), 0);
}

/// Metro must see Van Ho, and is there only when AEON sees Van Ho.
SmallFair& a_must_in_the_way(SmallFair& fair) {
    published(fair).sends(Side::buyer, metro, {{nine_ms, nine_ms + 45 * minute_ms}}).wishes(Side::buyer, metro, van_ho, Level::must);
    fair.sends(Side::exhibitor, van_ho, {{nine_ms, nine_ms + 20 * minute_ms}});
    return fair;
}

TEST(Repair, KeepsTheBudgetOfPeopleDisturbed) {
    SmallFair strict;
    a_must_in_the_way(strict).when(proposed(strict, {.run = ProgrammeRunId{2}, .disturbed_max = 0})).is_accepted();
    EXPECT_EQ(strict.events().front().programme_drafted().figures().people_disturbed(), 0U);
    EXPECT_EQ(strict.events().front().programme_drafted().figures().musts_missing(), 1U);
    SmallFair free;
    a_must_in_the_way(free).when(proposed(free, {.run = ProgrammeRunId{2}})).is_accepted();
    EXPECT_GT(free.events().front().programme_drafted().figures().people_disturbed(), 0U);
    EXPECT_EQ(free.events().front().programme_drafted().figures().musts_missing(), 0U);
}

TEST(Repair, AFrontGoesFromFewDisturbedToAHighScore) {
    SmallFair fair;
    a_must_in_the_way(fair).when(proposed(fair, {.run = ProgrammeRunId{2}, .front = true})).is_accepted();
    const auto& run = *fair.state().programme_runs.find(ProgrammeRunId{2});
    ASSERT_FALSE(run.others.empty());
    EXPECT_EQ(fair.state().programmes.find(run.programme)->people_disturbed, 0U);
    EXPECT_GT(fair.state().programmes.find(run.others.back())->people_disturbed, 0U);
    fair.when(publish(number(run.others.back()))).is_accepted();
    EXPECT_TRUE(broken_rules(fair.state(), day_before_ms).empty());
}

TEST(Repair, GivesTheSameBytesForTheSameOrder) {
    SmallFair fair;
    a_must_in_the_way(fair);
    const ProgrammeOrder order{.run = ProgrammeRunId{2}, .front = true};
    EXPECT_EQ(proposed(fair, order).SerializeAsString(), proposed(fair, order).SerializeAsString());
}

TEST(ProgrammeIn, FindsADraftsMeetingsInTheFairAsPosed) {
    SmallFair fair;
    published(fair).when(proposed(fair, {.run = ProgrammeRunId{2}})).is_accepted();
    const auto posed = pose_programme(fair.state(), FairId{1}, day_before_ms);
    const auto found = programme_in(posed, fair.state().drafts.find(ProgrammeId{2})->meetings);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->meetings, posed.live.meetings);
    fair.withdraws(Side::buyer, aeon, van_ho).when(cancel(1));
    EXPECT_FALSE(programme_in(pose_programme(fair.state(), FairId{1}, day_before_ms), fair.state().drafts.find(ProgrammeId{2})->meetings).has_value());
}

}  // namespace
}  // namespace hoicho::scheduling
