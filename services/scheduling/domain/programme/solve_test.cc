/// The solver's promises: every rule kept, the score honest, the same bytes for the same seed, the past left alone.
#include "scheduling/domain/programme/solve.h"

#include <gtest/gtest.h>

#include "scheduling/domain/programme/acceptance.h"
#include "scheduling/domain/programme/bound.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/random_fair.h"
#include "scheduling/domain/programme/validate.h"

namespace hoicho::scheduling::programme {
namespace {

std::vector<std::string> broken_rules(const Judgement& judgement) {
    std::vector<std::string> out;
    for (const Broken& broken : judgement.broken) out.emplace_back(name_of(broken.rule));
    return out;
}

/// FNV-1a over the entries: a literal for a whole programme.
std::uint64_t fingerprint(const Programme& programme) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const Entry& entry : programme.meetings)
        for (const int number : {entry.meeting, entry.slot, entry.place})
            hash = (hash ^ static_cast<std::uint64_t>(number)) * 0x100000001b3U;
    return hash;
}

/// A fair in the middle: the people who come back late, the closed booth, the withdrawn wish are the instance's;
/// `before` was the programme.
Instance half_way(Instance fair, std::uint64_t seed) {
    Random random{seed};
    fair.freeze_before_slot = random.below(static_cast<int>(fair.slots.size()));
    for (int t = fair.freeze_before_slot; t < static_cast<int>(fair.slots.size()); ++t) {
        if (random.below(2) == 0) fair.participants.front().delegates.front().unavailable.push_back(t);
        if (random.below(3) == 0) fair.places.front().closed.push_back(t);
    }
    return fair;
}

TEST(Improve, KeepsEveryRuleAndCountsLikeTheReferee) {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        ASSERT_EQ(validate(fair), Complaints{});
        const Improved improved = improve(fair, {}, seed, 3'000);
        const Judgement judgement = check(fair, improved.programme);
        EXPECT_EQ(judgement.figures.score, improved.score);
        int musts_missing = 0;
        for (const Broken& broken : judgement.broken) {
            musts_missing += broken.rule == Rule::must;
            EXPECT_TRUE(broken.rule == Rule::must || broken.rule == Rule::gap_spread) << name_of(broken.rule);
            EXPECT_TRUE(broken.rule != Rule::gap_spread || !improved.spread_kept);
        }
        EXPECT_EQ(musts_missing, improved.musts_missing);
    }
}

TEST(Improve, GetsNoWorseWithSteps) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        const Improved greedy = improve(fair, {}, seed, 0);
        const Improved searched = improve(fair, {}, seed, 2'000);
        EXPECT_LE(searched.musts_missing, greedy.musts_missing);
        if (searched.musts_missing == greedy.musts_missing && searched.spread_kept == greedy.spread_kept) {
            EXPECT_GE(searched.score, greedy.score);
        }
        const Improved again = improve(fair, searched.programme, seed + 1, 2'000);
        EXPECT_LE(again.musts_missing, searched.musts_missing);
        if (again.musts_missing == searched.musts_missing && again.spread_kept == searched.spread_kept) {
            EXPECT_GE(again.score, searched.score);
        }
    }
}

TEST(Improve, NeverScoresAboveTheBound) {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        const Improved improved = improve(fair, {}, seed, 1'000);
        const Bound bound = upper_bound(fair);
        EXPECT_LE(improved.score, bound.score);
        EXPECT_LE(check(fair, improved.programme).figures.value_held, bound.value_flow);
        EXPECT_LE(bound.value_flow, bound.value_alone);
        EXPECT_LE(bound.value_alone, bound.value_asked);
        const Programme before = improved.programme;
        const Instance later = half_way(fair, seed);
        const Improved repaired = improve(later, before, seed, 1'000, &before);
        EXPECT_LE(repaired.score, upper_bound(later, &before).score);
    }
}

TEST(Improve, LeavesThePastAloneAndCountsWhatItMoves) {
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Instance fair = RandomFair{seed}.make();
        const Programme before = improve(fair, {}, seed, 1'000).programme;
        const Instance later = half_way(fair, seed);
        const Improved repaired = improve(later, before, seed, 2'000, &before);
        const Judgement judgement = check(later, repaired.programme, &before);
        EXPECT_EQ(judgement.figures.score, repaired.score);
        for (const std::string& rule : broken_rules(judgement))
            EXPECT_TRUE(rule == "must" || rule == "gap_spread") << rule;
    }
}

TEST(Improve, GivesTheSameBytesForTheSameSeedOnEveryCompiler) {
    const Instance fair = RandomFair{11}.make();
    const Improved one = improve(fair, {}, 5, 20'000);
    const Improved two = improve(fair, {}, 5, 20'000);
    EXPECT_EQ(one.programme, two.programme);
    EXPECT_EQ(one.score, 820);
    EXPECT_EQ(fingerprint(one.programme), 13865147912678137160U);
}

TEST(Improve, HasNothingToDoAtAnEmptyFair) {
    EXPECT_TRUE(improve({}, {}, 1, 1'000).programme.meetings.empty());
    Instance fair;
    fair.slots.push_back({.day = 1, .start_s = 0, .duration_s = 1'200});
    fair.participants.resize(2);
    fair.meetings.push_back({.a = 0, .b = 1, .value = 5});
    EXPECT_TRUE(improve(fair, {}, 1, 1'000).programme.meetings.empty());  // no place to sit
}

TEST(Improve, IgnoresWhatItCannotKeepOfAStart) {
    const Instance fair = RandomFair{3}.make();
    const Programme start{.instance = "",
                          .meetings = {{0, 0, 0}, {0, 0, 0}, {-1, 0, 0}, {0, 999, 0}, {1, 0, -7}, {100'000, 0, 0}}};
    EXPECT_EQ(broken_rules(check(fair, improve(fair, start, 1, 100).programme)), std::vector<std::string>{});
}

TEST(Acceptance, TakesGainsAlwaysAndLossesByTheTable) {
    EXPECT_TRUE(accepts(0, 0, 0));
    EXPECT_TRUE(accepts(-5, 0, thresholds - 1));
    EXPECT_FALSE(accepts(1, 0, 0));
    EXPECT_FALSE(accepts(1, fixed_one, thresholds - 1));  // the unluckiest draw forgives next to nothing
    EXPECT_TRUE(accepts(7, fixed_one, 0));                // the luckiest 7.6 temperatures
    EXPECT_FALSE(accepts(8, fixed_one, 0));
    EXPECT_EQ(log2_fixed(1), 0);
    EXPECT_EQ(log2_fixed(1024), 10 * fixed_one);
    EXPECT_NEAR(static_cast<double>(log2_fixed(10)) / fixed_one, 3.321928, 0.0001);
}

}  // namespace
}  // namespace hoicho::scheduling::programme
