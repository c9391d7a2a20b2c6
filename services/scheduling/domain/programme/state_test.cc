/// The programme under search against the referee: whatever is done to it, its score is the one counted from scratch.
#include "scheduling/domain/programme/state.h"

#include <gtest/gtest.h>

#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/day_mask.h"
#include "scheduling/domain/programme/state_testing.h"

namespace hoicho::scheduling::programme {
namespace {

/// All rules but the two that the search may break on its way.
std::vector<std::string> broken_rules(const Instance& fair, const Programme& programme,
                                      const Programme* previous = nullptr) {
    std::vector<std::string> out;
    for (const Broken& broken : check(fair, programme, previous).broken)
        if (broken.rule != Rule::must && broken.rule != Rule::gap_spread) out.emplace_back(name_of(broken.rule));
    return out;
}

TEST(DayMask, CountsGapsAndIdleSlotsStrictlyBetweenMeetings) {
    EXPECT_EQ(idleness_of(0).gaps, 0);
    EXPECT_EQ(idleness_of(0b0110).gaps, 0);
    EXPECT_EQ(idleness_of(0b1001101).gaps, 2);
    EXPECT_EQ(idleness_of(0b1001101).idle_slots, 3);
    EXPECT_EQ(idleness_of(std::uint64_t{1} << 63 | 1).gaps, 1);
    EXPECT_EQ(idleness_of(std::uint64_t{1} << 63 | 1).idle_slots, 62);
    EXPECT_EQ(idleness_of(~std::uint64_t{0}).gaps, 0);
}

TEST(State, KeepsTheScoreOfTheRefereeThroughEveryMove) {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        const Reduced reduced = reduce(fair, nullptr);
        State state{reduced, penalties_for(reduced)};
        construct(state, {});
        Random random{seed};
        Scratch scratch{reduced};
        for (int i = 0; i < 60; ++i) {
            propose_any(state, random, scratch);
            const Programme programme = programme_of(state);
            const Figures figures = check(fair, programme).figures;
            ASSERT_EQ(figures.score, state.score());
            ASSERT_EQ(figures.rushed == 0, state.people_rushed().empty());
            ASSERT_EQ(figures.gaps == 0, state.people_with_gaps().empty());
            ASSERT_EQ(broken_rules(fair, programme), std::vector<std::string>{});
        }
    }
}

TEST(State, IsAsBeforeWhenEveryMoveIsTakenBack) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        const Reduced reduced = reduce(fair, nullptr);
        State state{reduced, penalties_for(reduced)};
        construct(state, {});
        Random random{seed};
        Scratch scratch{reduced};
        const Programme before = programme_of(state);
        const std::int64_t energy = state.energy();
        for (int i = 0; i < 40; ++i) propose_any(state, random, scratch);
        state.undo_to(0);
        EXPECT_EQ(programme_of(state), before);
        EXPECT_EQ(state.energy(), energy);
    }
}

TEST(State, KeepsTheScoreOfTheRefereeThroughAMillionMoves) {
    const Instance fair = RandomFair{9}.make();
    const Reduced reduced = reduce(fair, nullptr);
    State state{reduced, penalties_for(reduced)};
    construct(state, {});
    Random random{9};
    Scratch scratch{reduced};
    for (int i = 0; i < 1'000'000; ++i) {
        propose_any(state, random, scratch);
        if (random.chance_in_1024(512)) state.undo_to(0);
        state.forget();
    }
    EXPECT_EQ(check(fair, programme_of(state)).figures.score, state.score());
    EXPECT_EQ(broken_rules(fair, programme_of(state)), std::vector<std::string>{});
}

TEST(State, LeavesNoTraceOfAMoveThatWasNotPossible) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        const Reduced reduced = reduce(fair, nullptr);
        State state{reduced, penalties_for(reduced)};
        construct(state, {});
        Random random{seed};
        Scratch scratch{reduced};
        for (int i = 0; i < 60; ++i) {
            const Programme before = programme_of(state);
            const std::int64_t energy = state.energy();
            if (propose_any(state, random, scratch)) continue;
            ASSERT_EQ(programme_of(state), before);
            ASSERT_EQ(state.energy(), energy);
        }
    }
}

TEST(State, KnowsBeforehandWhatAMeetingWouldAdd) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        const Reduced reduced = reduce(fair, nullptr);
        State state{reduced, penalties_for(reduced)};
        for (int m = 0; m < reduced.meetings; ++m) {
            if (!reduced.wishes[static_cast<std::size_t>(m)].possible) continue;
            const Spot spot = best_spot(state, m, none, 0);
            if (spot.slot == none) continue;
            const std::int64_t before = state.energy();
            ASSERT_TRUE(state.fits(m, spot.slot, spot.place));
            state.add(m, spot.slot, spot.place);
            ASSERT_EQ(state.energy() - before, spot.gain);
        }
    }
}

TEST(State, CountsThePeopleDisturbedLikeTheReferee) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Repair repair{seed};
        construct(repair.state, repair.before);
        Random random{seed};
        Scratch scratch{repair.reduced};
        const int at_first = repair.state.people_disturbed();
        for (int i = 0; i < 40; ++i) {
            propose_any(repair.state, random, scratch);
            ASSERT_EQ(check(repair.fair, programme_of(repair.state), &repair.before).figures.people_disturbed,
                      repair.state.people_disturbed());
        }
        repair.state.undo_to(0);
        ASSERT_EQ(repair.state.people_disturbed(), at_first);
    }
}

}  // namespace
}  // namespace hoicho::scheduling::programme
