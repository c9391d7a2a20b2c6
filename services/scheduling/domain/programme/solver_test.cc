/// The anytime door: pieces do not matter, proofs hold, and what it says about its result is what the referee says.
#include <gtest/gtest.h>

#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/random_fair.h"
#include "scheduling/domain/programme/small_fair.h"
#include "scheduling/domain/programme/solve.h"

namespace hoicho::scheduling::programme {
namespace {

TEST(Solver, HoldsTheSameAfterTheSameStepsInAnyPieces) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        Solver whole{fair, {}, seed, {}};
        whole.advance(120'000);
        Solver pieces{fair, {}, seed, {}};
        for (int i = 0; i < 12; ++i) {
            pieces.advance(10'000);
            pieces.result();  // looking changes nothing
        }
        EXPECT_EQ(whole.result().programme, pieces.result().programme);
        EXPECT_EQ(whole.result().score_bound, pieces.result().score_bound);
        EXPECT_EQ(whole.steps(), pieces.steps());
    }
}

TEST(Solver, IsLocalSearchAloneIfAskedTo) {
    const Instance fair = RandomFair{11}.make();
    Solver solver{fair, {}, 5, {.steps_planned = 20'000, .close = false}};
    for (int i = 0; i < 4; ++i) solver.advance(5'000);
    if (!solver.finished()) {
        EXPECT_EQ(solver.result().programme, improve(fair, {}, 5, 20'000).programme);
    }
}

TEST(Solver, CountsLikeTheRefereeAndStaysBelowItsBounds) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        Solver solver{fair, {}, seed, {}};
        solver.advance(60'000);
        const Solved solved = solver.result();
        const Figures figures = check(fair, solved.programme).figures;
        EXPECT_EQ(solved.score, figures.score);
        EXPECT_EQ(solved.gaps, figures.gaps);
        EXPECT_EQ(solved.value_held, figures.value_held);
        EXPECT_EQ(solved.satisfaction.left_out, figures.left_out);
        EXPECT_LE(solved.value_held, solved.value_bound);
        if (solved.valid()) {
            EXPECT_LE(solved.score, solved.score_bound);
            EXPECT_GE(solved.gaps, solved.gap_bound);
            EXPECT_NE(solved.verdict, Verdict::infeasible);
        }
        if (solved.verdict == Verdict::optimal) {
            EXPECT_TRUE(solved.valid());
            EXPECT_EQ(check(fair, solved.programme).broken, std::vector<Broken>{});
        }
    }
}

TEST(Solver, SaysWhyThereIsNoProgramme) {
    Instance fair = small_fair();
    for (const int exhibitor : {van_ho, dong_trieu, moc_chau}) wish(fair, exhibitor, aeon).must = true;
    person(fair, aeon).delegates.front().unavailable = {1, 2};
    Solver overbooked{fair, {}, 1, {}};
    EXPECT_TRUE(overbooked.finished());
    EXPECT_EQ(overbooked.result().obstacle, Obstacle::overbooked);
    EXPECT_EQ(overbooked.result().participant, aeon);

    person(fair, aeon).delegates.front().unavailable = {};
    wish(fair, van_ho, aeon).slots = std::vector<int>{};
    const Solved impossible = Solver{fair, {}, 1, {}}.result();
    EXPECT_EQ(impossible.verdict, Verdict::infeasible);
    EXPECT_EQ(impossible.obstacle, Obstacle::impossible);
    EXPECT_EQ(impossible.meeting, meeting_of(van_ho, aeon));
}

TEST(BestOf, PrefersRulesToScoreAndTheFirstOfEquals) {
    std::vector<Solved> results(4);
    results[0].musts_missing = 1;
    results[0].score = 99;
    results[1].score = 5;
    results[2].score = 7;
    results[3].score = 7;
    EXPECT_EQ(best_of(results), 2U);
    results[3].verdict = Verdict::infeasible;
    EXPECT_EQ(best_of(results), 3U);
}

}  // namespace
}  // namespace hoicho::scheduling::programme
