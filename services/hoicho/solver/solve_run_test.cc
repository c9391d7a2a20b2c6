/// Searches side by side: with steps the race of the threads decides nothing, and a request ends them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hoicho/solver/solve_report.h"
#include "hoicho/solver/solve_run.h"
#include "scheduling/domain/programme/small_fair.h"

namespace hoicho::cli {
namespace {

namespace programme = scheduling::programme;

Found run_to_end(const Task& task, const Effort& effort) {
    SolveRun run{task, effort};
    while (run.running()) std::this_thread::yield();
    return *run.best();
}

TEST(SolveRun, FindsTheSameWithTheSameStepsHoweverThreadsRace) {
    const auto fair = programme::small_fair();
    const Task task{.instance = &fair};
    const Effort effort{.seed = 7, .threads = 3, .steps = 50'000};
    const Found first = run_to_end(task, effort);
    for (int i = 0; i < 5; ++i) {
        const Found again = run_to_end(task, effort);
        EXPECT_EQ(again.programme, first.programme);
        EXPECT_EQ(again.seed, first.seed);
    }
}

TEST(SolveRun, EndsWhenAskedAndKeepsWhatItHas) {
    const auto fair = programme::small_fair();
    const Task task{.instance = &fair};
    SolveRun run{task, {.threads = 2, .time_s = forever_s}};
    run.stop();
    EXPECT_FALSE(run.running());
    EXPECT_FALSE(run.best()->programme.meetings.empty());
}

TEST(SolveRun, TakesAtLeastOneLookHoweverLittleTimeThereIs) {
    const auto fair = programme::small_fair();
    const Task task{.instance = &fair};
    EXPECT_FALSE(run_to_end(task, {.time_s = 0}).programme.meetings.empty());
}

TEST(Found, PrefersABudgetKeptThenMustsThenSpreadThenScoreThenTheLowerSeed) {
    const Found plain{.score = 5, .seed = 2};
    EXPECT_TRUE((Found{.score = 1, .seed = 3}.better_than({.score = 9, .budget_kept = false, .seed = 1})));
    EXPECT_TRUE(plain.better_than({.score = 9, .musts_missing = 1, .seed = 1}));
    EXPECT_TRUE(plain.better_than({.score = 9, .spread_kept = false, .seed = 1}));
    EXPECT_TRUE((Found{.score = 6, .seed = 3}.better_than(plain)));
    EXPECT_TRUE((Found{.score = 5, .seed = 1}.better_than(plain)));
    EXPECT_FALSE(plain.better_than(plain));
}

TEST(Report, CountsTheGapAgainstTheScore) {
    Report report;
    report.judged.figures.score = 200;
    report.score_bound = 210;
    EXPECT_DOUBLE_EQ(report.gap_percent(), 5);
    report.score_bound = 200;
    EXPECT_DOUBLE_EQ(report.gap_percent(), 0);
    report.judged.figures.score = -5;  // five gaps where none may be needed
    report.score_bound = 0;
    EXPECT_DOUBLE_EQ(report.gap_percent(), 100);
}

TEST(Report, CallsAProgrammeOptimalOnlyIfItReachesTheBoundAndKeepsEveryRule) {
    auto fair = programme::small_fair();
    const Task task{.instance = &fair};
    const Limits limits = limits_of(task);
    const Found best = run_to_end(task, {.steps = 50'000});
    const Report report = report_on(task, limits, best, 0);
    EXPECT_EQ(report.judged.figures.score, best.score);
    EXPECT_LE(best.score, report.score_bound);
    fair.meetings[0].must = true;
    const Report empty = report_on(task, limits, {}, 0);
    EXPECT_FALSE(empty.judged.broken.empty());
    EXPECT_NE(empty.verdict, programme::Verdict::optimal);
}

}  // namespace
}  // namespace hoicho::cli
