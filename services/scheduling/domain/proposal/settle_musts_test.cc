// Musts that cannot all be held are proven so, give way as few as must, and the draft says it.
#include "scheduling/domain/proposal/settle_musts.h"

#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/proposal/solve_programme.h"
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

bool always() { return true; }

v1::ProposeProgramme solved(SmallFair& fair) {
    return solve_programme(pose_programme(fair.state(), FairId{1}, day_before_ms), {.run = ProgrammeRunId{1}, .seed = 1, .steps = 20'000}, always);
}

/// AEON comes for two slots and must meet all three exhibitors; the least it cares for is Ha Giang.
SmallFair& three_musts_in_two_slots(SmallFair& fair) {
    fair.sends(Side::buyer, aeon, {{nine_ms, nine_ms + 45 * minute_ms}});
    for (const auto exhibitor : {van_ho, dong_trieu, ha_giang}) fair.wishes(Side::buyer, aeon, exhibitor, Level::must);
    for (const auto exhibitor : {van_ho, dong_trieu}) fair.wishes(Side::exhibitor, aeon, exhibitor, Level::want);
    return fair;
}

TEST(SettleMusts, LetsTheLeastValuedOfTooManyGo) {
    SmallFair fair;
    auto posed = pose_programme(three_musts_in_two_slots(fair).state(), FairId{1}, day_before_ms);
    const auto settled = settle_musts(posed.instance, posed.live);
    ASSERT_EQ(settled.clashes.size(), 1U);
    EXPECT_TRUE(settled.settled);
    EXPECT_EQ(settled.clashes[0].hall_set.seats, 2);
    for (std::size_t m = 0; m < posed.meetings.size(); ++m) {
        const bool is_ha_giang = posed.participants[static_cast<std::size_t>(posed.instance.meetings[m].b)].id == ha_giang;
        EXPECT_EQ(posed.instance.meetings[m].must, !is_ha_giang);
    }
}

TEST(SettleMusts, LetsNothingGoThatFits) {
    SmallFair fair;
    for (const auto exhibitor : {van_ho, dong_trieu, ha_giang}) fair.wishes(Side::buyer, aeon, exhibitor, Level::must);
    auto posed = pose_programme(fair.state(), FairId{1}, day_before_ms);
    EXPECT_TRUE(settle_musts(posed.instance, posed.live).clashes.empty());
    EXPECT_TRUE(posed.instance.meetings[0].must);
}

TEST(SettleMusts, ALiveMeetingGivesWayLast) {
    SmallFair fair;
    three_musts_in_two_slots(fair).when(book(aeon, ha_giang, nine, table_1)).is_accepted();
    auto posed = pose_programme(fair.state(), FairId{1}, day_before_ms);
    EXPECT_EQ(settle_musts(posed.instance, posed.live).clashes.size(), 1U);
    EXPECT_TRUE(posed.instance.meetings[0].must);  // the live one is posed first
}

TEST(SolveProgramme, SaysWhichMustsCannotAllBeHeldAndHoldsTheRest) {
    SmallFair fair;
    const auto proposal = solved(three_musts_in_two_slots(fair));
    EXPECT_EQ(proposal.figures().verdict(), v1::VERDICT_INFEASIBLE);
    EXPECT_EQ(proposal.figures().musts_missing(), 1U);
    ASSERT_EQ(proposal.clashes_size(), 1);
    EXPECT_EQ(proposal.clashes(0).buyer(), aeon);
    EXPECT_EQ(proposal.clashes(0).seats(), 2U);
    EXPECT_EQ(proposal.clashes(0).meetings_size(), 3);
    EXPECT_EQ(proposal.clashes(0).slots_size(), 2);
    EXPECT_TRUE(proposal.clashes(0).counted());
    EXPECT_EQ(proposal.meetings_size(), 2);
    v1::Command command;
    *command.mutable_propose_programme() = proposal;
    fair.when(ask_programme()).when(command).is_accepted();
    EXPECT_EQ(fair.state().drafts.find(ProgrammeId{1})->clashes[0].meetings.size(), 3U);
    EXPECT_EQ(fair.state().programmes.find(ProgrammeId{1})->verdict, Proven::infeasible);
}

TEST(SolveProgramme, AnImpossibleMustIsAClashByItself) {
    SmallFair fair;
    fair.sends(Side::buyer, aeon, {{1, 2}}).wishes(Side::buyer, aeon, van_ho, Level::must).wishes(Side::buyer, brg, van_ho, Level::want);
    const auto proposal = solved(fair);
    ASSERT_EQ(proposal.clashes_size(), 1);
    EXPECT_FALSE(proposal.clashes(0).counted());
    EXPECT_TRUE(proposal.clashes(0).minimal());
    EXPECT_EQ(proposal.clashes(0).meetings(0).exhibitor(), van_ho);
    EXPECT_EQ(proposal.meetings_size(), 1);
}

TEST(SolveProgramme, ProvesASmallFairAndEndsEarly) {
    SmallFair fair;
    fair.wishes(Side::buyer, aeon, van_ho, Level::want).wishes(Side::buyer, brg, van_ho, Level::must);
    auto posed = pose_programme(fair.state(), FairId{1}, day_before_ms);
    const auto proposal = solve_programme(posed, {.run = ProgrammeRunId{1}, .seed = 1}, always);
    const auto& figures = proposal.figures();
    EXPECT_EQ(figures.verdict(), v1::VERDICT_OPTIMAL);
    EXPECT_LT(figures.steps(), programme_steps_default);
    EXPECT_EQ(figures.score(), 140);
    EXPECT_EQ(figures.score_bound(), figures.score());
    EXPECT_EQ(figures.value_bound(), 140);
    EXPECT_EQ(figures.gap_bound(), 0U);
    EXPECT_EQ(figures.satisfaction_min_millionths(), 1'000'000U);
    EXPECT_EQ(figures.jain_millionths(), 1'000'000U);
    EXPECT_EQ(figures.musts_missing(), 0U);
}

TEST(SolveProgramme, HalfDayMaximaAreNoPartOfTheBoundButOfTheDraft) {
    SmallFair fair{1};
    for (const auto exhibitor : {van_ho, dong_trieu, ha_giang}) fair.wishes(Side::buyer, aeon, exhibitor, Level::must);
    const auto proposal = solved(fair);
    EXPECT_EQ(proposal.meetings_size(), 2);  // one in each half-day
    EXPECT_EQ(proposal.figures().musts_missing(), 1U);
}

}  // namespace
}  // namespace hoicho::scheduling
