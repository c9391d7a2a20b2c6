/// The annealing's promises: chunks change nothing, nobody is disturbed beyond the limit, a focus keeps every rule.
#include "scheduling/domain/programme/anneal.h"

#include <gtest/gtest.h>

#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/state_testing.h"

namespace hoicho::scheduling::programme {
namespace {

TEST(Annealing, DisturbsNoMorePeopleThanAllowed) {
    int reached = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Repair repair{seed};
        construct(repair.state, repair.before);
        const int at_first = repair.state.people_disturbed();  // those whom nobody could spare
        repair.state.limit_disturbance(at_first + 2);
        Random random{seed};
        Annealing annealing{repair.state, random, schedule_for(repair.reduced, 2'000, false)};
        for (int chunk = 0; chunk < 20; ++chunk) {
            annealing.advance(100);
            ASSERT_LE(repair.state.people_disturbed(), at_first + 2);
            reached += repair.state.people_disturbed() == at_first + 2;
        }
        annealing.settle();
        ASSERT_LE(repair.state.people_disturbed(), at_first + 2);
    }
    EXPECT_GT(reached, 20);  // so the limit was in the way
}

TEST(Annealing, DisturbsNobodyMoreWhereTheLimitIsAlreadyBroken) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Repair repair{seed};
        construct(repair.state, repair.before);
        const int at_first = repair.state.people_disturbed();
        repair.state.limit_disturbance(0);
        Random random{seed};
        anneal(repair.state, random, schedule_for(repair.reduced, 2'000, false));
        EXPECT_LE(repair.state.people_disturbed(), at_first) << "seed " << seed;
    }
}

TEST(Annealing, InChunksIsTheSameAsInOneGo) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Instance fair = RandomFair{seed}.make();
        const Reduced reduced = reduce(fair, nullptr);
        const Schedule schedule = schedule_for(reduced, 3'000, false);
        State whole{reduced, penalties_for(reduced)};
        State chunked = whole;
        Random random_whole{seed};
        Random random_chunked{seed};
        anneal(whole, random_whole, schedule);
        Annealing annealing{chunked, random_chunked, schedule};
        for (const std::uint64_t steps : {1U, 999U, 0U, 1'500U, 500U}) annealing.advance(steps);
        EXPECT_EQ(annealing.steps_left(), 0U);
        annealing.settle();
        EXPECT_EQ(programme_of(whole), programme_of(chunked));
    }
}

TEST(Annealing, InAFocusTouchesTheNeighbourhoodAndKeepsEveryRule) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Repair repair{seed};
        construct(repair.state, repair.before);
        const std::int64_t score = repair.state.score();
        const int musts_missing = repair.state.musts_missing();
        const bool spread_kept = repair.state.spread_kept();
        Random random{seed};
        Annealing annealing{repair.state, random, schedule_for(repair.reduced, 1'000, true),
                            focus_around(repair.state, {0, 1}, {0})};
        annealing.advance(1'000);
        annealing.settle();
        if (repair.state.musts_missing() == musts_missing && spread_kept) {
            EXPECT_GE(repair.state.score(), score);
        }
        EXPECT_EQ(check(repair.fair, programme_of(repair.state), &repair.before).figures.score, repair.state.score());
    }
}

}  // namespace
}  // namespace hoicho::scheduling::programme
