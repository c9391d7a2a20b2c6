/// Repairs after something happened: by hand, then on random fairs against the referee.
#include "scheduling/domain/programme/repair.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/random_repair.h"
#include "scheduling/domain/programme/small_fair.h"

namespace hoicho::scheduling::programme {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::UnorderedElementsAreArray;

constexpr std::uint64_t steps = 2'000;

const Programme full_morning{
    .instance = "small fair",
    .meetings = {held(van_ho, aeon, 0), held(van_ho, big_c, 1), held(van_ho, coop, 2), held(dong_trieu, aeon, 1),
                 held(dong_trieu, big_c, 2), held(dong_trieu, coop, 0), held(moc_chau, aeon, 3),
                 held(moc_chau, big_c, 0), held(moc_chau, coop, 1)}};

void stays_away(Instance& fair, int p) { person(fair, p).delegates[0].unavailable = {0, 1, 2, 3}; }

TEST(Repair, LeavesAProgrammeAloneThatStillStands) {
    Instance fair = small_fair();
    fair.objective.moved = 1'000;
    const Repaired repaired = repair(fair, full_morning, 1, steps);
    EXPECT_THAT(repaired.programme.meetings, UnorderedElementsAreArray(full_morning.meetings));
    EXPECT_EQ(repaired.people_disturbed, 0);
    EXPECT_EQ(repaired.unavoidable, 0);
}

TEST(Repair, CountsThoseWhomNobodyCouldSave) {
    Instance fair = small_fair();
    stays_away(fair, coop);
    const Repaired repaired = repair(fair, full_morning, 1, steps, {.disturbed_max = 0});
    EXPECT_EQ(repaired.unavoidable, 4);  // Co.op and its three exhibitors
    EXPECT_EQ(repaired.people_disturbed, 4);
    EXPECT_FALSE(repaired.budget_kept);
    EXPECT_TRUE(repair(fair, full_morning, 1, steps, {.disturbed_max = 4}).budget_kept);
}

TEST(Repair, HoldsElsewhereWhatCannotStayWhereItWas) {
    Instance fair = small_fair();
    fair.places.front().closed = {0};
    Programme previous = full_morning;
    std::erase(previous.meetings, held(moc_chau, aeon, 3));  // so that AEON and Van Ho share the last slot
    fair.meetings[static_cast<std::size_t>(meeting_of(moc_chau, aeon))].withdrawn = true;
    const Repaired repaired = repair(fair, previous, 1, steps, {.disturbed_max = 2});
    EXPECT_EQ(repaired.people_disturbed, 2);
    EXPECT_THAT(repaired.programme.meetings, Contains(held(van_ho, aeon, 3)));
    const Judgement judged = check(fair, repaired.programme, &previous);
    EXPECT_EQ(judged.figures.cancelled, 0);
    EXPECT_EQ(judged.figures.moved, 1);
}

TEST(Repair, LeavesThePastAsItWas) {
    Instance fair = small_fair();
    fair.freeze_before_slot = 2;
    fair.places.front().closed = {2};
    const Repaired repaired = repair(fair, full_morning, 1, steps);
    for (const Entry& entry : full_morning.meetings) {
        if (entry.slot < 2) {
            EXPECT_THAT(repaired.programme.meetings, Contains(entry));
        }
    }
    EXPECT_THAT(repaired.programme.meetings, Not(Contains(held(van_ho, coop, 2))));
}

TEST(Repair, LetsThoseStayWhomNothingElseDisturbs) {
    Instance fair = small_fair();
    fair.places.front().capacity = 2;
    person(fair, van_ho).delegates.resize(2);
    const Programme previous{.instance = "",
                             .meetings = {held(van_ho, aeon, 0), held(van_ho, big_c, 0), held(dong_trieu, aeon, 1)}};
    fair.places[dong_trieu].closed = {0, 1, 2, 3};  // AEON loses a meeting there whatever we do,
    fair.places.front().capacity = 1;               // so of the two at Van Ho's booth Big C stays
    const Repaired repaired = repair(fair, previous, 1, 0, {.disturbed_max = 0});
    EXPECT_THAT(repaired.programme.meetings, Contains(held(van_ho, big_c, 0)));
    EXPECT_EQ(repaired.unavoidable, 3);
}

/// Everything a repair says of itself, against the referee.
void judge(const Instance& fair, const Programme& previous, const Repaired& repaired) {
    const Judgement judged = check(fair, repaired.programme, &previous);
    for (const Broken& broken : judged.broken)
        ASSERT_TRUE(broken.rule == Rule::must || broken.rule == Rule::gap_spread) << name_of(broken.rule);
    ASSERT_EQ(judged.figures.score, repaired.score);
    ASSERT_EQ(judged.figures.people_disturbed, repaired.people_disturbed);
    ASSERT_LE(repaired.unavoidable, repaired.people_disturbed);
    const auto missing = std::count_if(judged.broken.begin(), judged.broken.end(),
                                       [](const Broken& broken) { return broken.rule == Rule::must; });
    ASSERT_EQ(missing, repaired.musts_missing);
}

TEST(Repair, KeepsEveryBudgetOnRandomFairs) {
    int kept = 0;
    int exceeded = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto [fair, previous] = random_upset(seed);
        for (int budget = 0; budget <= static_cast<int>(fair.participants.size()); ++budget) {
            SCOPED_TRACE("seed " + std::to_string(seed) + ", budget " + std::to_string(budget));
            const Repaired repaired = repair(fair, previous, seed, steps / 4, {.disturbed_max = budget});
            judge(fair, previous, repaired);
            if (HasFatalFailure()) return;
            ASSERT_LE(repaired.people_disturbed, std::max(budget, repaired.unavoidable));
            ASSERT_EQ(repaired.budget_kept, repaired.people_disturbed <= budget);
            ++(repaired.budget_kept ? kept : exceeded);
        }
    }
    EXPECT_GT(kept, 200);
    EXPECT_GT(exceeded, 50);
}

TEST(Repair, AnswersTheSameTwice) {
    const auto [fair, previous] = random_upset(3);
    EXPECT_EQ(repair(fair, previous, 5, steps).programme, repair(fair, previous, 5, steps).programme);
}

TEST(RepairFront, ScoresMoreTheMoreItDisturbs) {
    int choices = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        auto [fair, previous] = random_upset(seed);
        fair.objective.moved = 5;
        const auto front = repair_front(fair, previous, seed, steps);
        ASSERT_FALSE(front.empty());
        ASSERT_LE(front.size(), static_cast<std::size_t>(front_answers_max));
        choices += front.size() > 1;
        for (std::size_t i = 0; i < front.size(); ++i) {
            judge(fair, previous, front[i]);
            if (HasFatalFailure()) return;
            if (i == 0) continue;
            ASSERT_GT(front[i].people_disturbed, front[i - 1].people_disturbed);
            ASSERT_LE(front[i].musts_missing, front[i - 1].musts_missing);
            ASSERT_TRUE(front[i].score > front[i - 1].score || front[i].musts_missing < front[i - 1].musts_missing ||
                        (front[i].spread_kept && !front[i - 1].spread_kept));
        }
    }
    EXPECT_GT(choices, 10);
}

}  // namespace
}  // namespace hoicho::scheduling::programme
