// A posed fair is always feasible, and what comes back from the solvers fits the state it was posed from.
#include "scheduling/domain/floor/check.h"
#include "scheduling/domain/floor/validate.h"
#include "scheduling/domain/invariants.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/validate.h"
#include "scheduling/domain/proposal/pose_floor.h"
#include "scheduling/domain/proposal/solve_programme.h"
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

constexpr std::uint64_t few_steps = 5'000;

bool always() { return true; }

v1::Command solved(const PosedProgramme& posed) {
    v1::Command command;
    *command.mutable_propose_programme() = solve_programme(posed, {.run = ProgrammeRunId{1}, .seed = 1, .steps = few_steps}, always);
    return command;
}

SmallFair& everyone_wishes(SmallFair& fair) {
    for (const auto buyer : {aeon, brg, metro})
        for (const auto exhibitor : {van_ho, dong_trieu, ha_giang}) fair.wishes(Side::buyer, buyer, exhibitor, Level::want);
    return fair;
}

PosedProgramme pose(SmallFair& fair, std::uint64_t now_ms = day_before_ms) { return pose_programme(fair.state(), FairId{1}, now_ms); }

TEST(PoseProgramme, SaysTheFairInTheSolversWords) {
    SmallFair fair;
    fair.sends(Side::buyer, aeon, {{nine_ms, nine_ms + 20 * minute_ms}}).wishes(Side::buyer, aeon, van_ho, Level::must);
    fair.wishes(Side::exhibitor, aeon, van_ho, Level::want).wishes(Side::buyer, brg, van_ho, Level::never);
    const auto posed = pose(fair);
    EXPECT_TRUE(programme::validate(posed.instance).empty());
    ASSERT_EQ(posed.instance.meetings.size(), 1U);
    EXPECT_EQ(posed.instance.meetings[0].value, 170);  // must, want, and both
    EXPECT_EQ(posed.instance.participants[0].delegates[0].unavailable, (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(posed.instance.places[0].capacity, 2);
    EXPECT_EQ(posed.instance.slots.back().day, 0);  // the afternoon is no new day
}

TEST(PoseProgramme, LiveMeetingsAloneKeepItsRulesWhateverWasToldSince) {
    SmallFair fair;
    fair.sends(Side::buyer, aeon).when(book(aeon, van_ho, nine, table_1)).is_accepted();
    fair.wishes(Side::exhibitor, aeon, van_ho, Level::never).sends(Side::exhibitor, van_ho, {{1, 2}});
    const auto posed = pose(everyone_wishes(fair), nine_ms);
    EXPECT_TRUE(programme::validate(posed.instance).empty());
    EXPECT_TRUE(programme::check(posed.instance, posed.live).broken.empty());
}

TEST(SolveProgramme, WhatItProposesFitsTheStateItWasPosedFrom) {
    SmallFair fair{2};
    fair.when(book(aeon, van_ho, nine_25, table_2)).is_accepted();
    everyone_wishes(fair).when(ask_programme());
    fair.when(solved(pose(fair))).is_accepted();
    const auto& drafted = fair.events().front().programme_drafted();
    EXPECT_GE(drafted.meetings_size(), 7);  // eight is the most that two tables hold in four slots
    for (const auto& missed : drafted.not_held()) EXPECT_NE(missed.why().reason(), REASON_NOT_CHOSEN) << missed.DebugString();
    fair.when(publish(1)).is_accepted();
    EXPECT_TRUE(broken_rules(fair.state(), day_before_ms).empty());
}

TEST(SolveProgramme, KeepsHalfDayMaximaThatTheSolverCannotSee) {
    SmallFair fair{1};  // at most one in the morning and one in the afternoon
    everyone_wishes(fair).when(ask_programme()).when(solved(pose(fair))).is_accepted();
    const auto& drafted = fair.events().front().programme_drafted();
    EXPECT_EQ(drafted.meetings_size(), 5);  // three in the morning, two tables in the afternoon
    for (const auto& missed : drafted.not_held()) EXPECT_NE(missed.why().reason(), REASON_NOT_CHOSEN);
}

TEST(SolveProgramme, LeavesOutSlotsThatHaveBegun) {
    SmallFair fair;
    everyone_wishes(fair).when(ask_programme()).at(nine_ms + 25 * minute_ms);
    fair.when(solved(pose(fair, nine_ms + 25 * minute_ms))).is_accepted();
    EXPECT_EQ(fair.events().front().programme_drafted().meetings_size(), 4);
}

TEST(SolveProgramme, GivesTheSameBytesForTheSameSeed) {
    SmallFair fair;
    const auto posed = pose(everyone_wishes(fair));
    EXPECT_EQ(solved(posed).SerializeAsString(), solved(posed).SerializeAsString());
}

TEST(FinishProgramme, KeepsEveryRuleOfTheInstance) {
    SmallFair fair{2};
    const auto posed = pose(everyone_wishes(fair));
    const auto finished = finish_programme(posed, {});  // greedily
    EXPECT_TRUE(programme::check(posed.instance, finished.programme, &posed.live).broken.empty());
    EXPECT_GE(finished.tables.size(), 6U);
}

TEST(PoseFloor, NumbersARowOfBoothsAlongItsWalls) {
    SmallFair fair;
    fair.when(place_booth("A3", {"A2"})).when(place_booth("A1", {"A2"})).when(place_booth("A2", {"A1", "A3", "B2"})).when(place_booth("B2"));
    const auto posed = pose_floor(fair.state(), FairId{1});
    EXPECT_TRUE(floor::validate(posed.floor).empty());
    EXPECT_EQ(posed.booths, (std::vector<BoothId>{BoothId{1}, BoothId{3}, BoothId{2}, BoothId{4}}));
    EXPECT_EQ(posed.floor.beside, (std::vector<floor::Pair>{{0, 1}, {1, 2}}));
    EXPECT_EQ(posed.floor.facing, (std::vector<floor::Pair>{{1, 3}}));  // back to back: neighbours, but no row
}

TEST(SolveFloor, WhatItProposesFitsTheStateItWasPosedFrom) {
    SmallFair fair;
    fair.when(place_booth("A1", {"A2"})).when(place_booth("A2", {"A3"})).when(place_booth("A3", {}, 6));
    fair.when(request_booths(van_ho, 2)).when(request_booths(dong_trieu, 1, 5)).when(request_booths(ha_giang)).when(ask_allocation());
    v1::Command command;
    *command.mutable_propose_allocation() = solve_floor(pose_floor(fair.state(), FairId{1}), AllocationRunId{1}, 1, few_steps);
    fair.when(command).is_accepted();
    const auto& allocated = fair.events().front().booths_allocated();
    EXPECT_EQ(allocated.gifts_size(), 2);
    ASSERT_EQ(allocated.unplaced_size(), 1);
    EXPECT_EQ(allocated.unplaced(0).why().reason(), REASON_FULL);
}

}  // namespace
}  // namespace hoicho::scheduling
