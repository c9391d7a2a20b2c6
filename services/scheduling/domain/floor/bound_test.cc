/// The bound on an allocation: never below what a search finds, and reached where booths are single and alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scheduling/domain/floor/allocate.h"
#include "scheduling/domain/floor/bound.h"
#include "scheduling/domain/floor/check.h"
#include "scheduling/domain/floor/test_floors.h"

namespace hoicho::scheduling::floor {
namespace {

/// The best score there is, by trying everything: for a few exhibitors on a few booths.
std::int64_t best_of_all(const Floor& floor, Allocation& chosen, int e = 0) {
    if (e == static_cast<int>(floor.exhibitors.size())) {
        const Judgement judged = check(floor, chosen);
        return judged.broken.empty() ? judged.figures.score : 0;
    }
    std::int64_t best = best_of_all(floor, chosen, e + 1);
    const int units = floor.exhibitors[static_cast<std::size_t>(e)].units;
    for (int first = 0; first + units <= static_cast<int>(floor.booths.size()); ++first) {
        Stand stand{.exhibitor = e, .booths = {}};
        for (int unit = 0; unit < units; ++unit) stand.booths.push_back(first + unit);
        chosen.allocations.push_back(stand);
        best = std::max(best, best_of_all(floor, chosen, e + 1));
        chosen.allocations.pop_back();
    }
    return best;
}

Floor without_neighbours(std::uint64_t seed) {
    Floor floor = random_floor(seed);
    for (Exhibitor& e : floor.exhibitors) e.units = 1;
    floor.objective.competitor_beside = floor.objective.competitor_facing = 0;
    floor.objective.friend_ = floor.objective.region = 0;
    return floor;
}

TEST(FloorBound, IsNeverBelowTheBestAllocation) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Floor floor = random_floor(seed);
        floor.exhibitors.resize(std::min<std::size_t>(floor.exhibitors.size(), 3));
        for (Exhibitor& e : floor.exhibitors) {
            std::erase_if(e.competitors, [](int other) { return other > 2; });
            std::erase_if(e.friends, [](int other) { return other > 2; });
        }
        Allocation chosen;
        EXPECT_GE(upper_bound(floor).score, best_of_all(floor, chosen));
    }
}

TEST(FloorBound, IsNeverBelowWhatTheSearchFinds) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Floor floor = random_floor(seed);
        const Allocation before = allocate(floor, seed, 0).allocation;
        EXPECT_GE(upper_bound(floor).score, allocate(floor, seed, 5'000).score);
        EXPECT_GE(upper_bound(floor, &before).score, allocate(floor, seed, 5'000, &before).score);
    }
}

TEST(FloorBound, IsReachedWhereBoothsAreSingleAndNeighboursDoNotCount) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Floor floor = without_neighbours(seed);
        const Allocation before = allocate(floor, seed, 0).allocation;
        for (const Allocation* previous : {static_cast<const Allocation*>(nullptr), &before}) {
            const Bound bound = upper_bound(floor, previous);
            ASSERT_TRUE(bound.best);
            const Judgement judged = check(floor, *bound.best, previous);
            EXPECT_TRUE(judged.broken.empty());
            EXPECT_EQ(judged.figures.score, bound.score);
            EXPECT_EQ(allocate(floor, seed, 1, previous).score, bound.score);
        }
    }
}

TEST(FloorBound, CountsTheBestNeighboursOnceForEachOfTheTwo) {
    Floor floor = small_floor(2);
    floor.exhibitors[0].friends = {1};
    EXPECT_EQ(upper_bound(floor).score, 200 + 20);  // as placing them side by side scores
    EXPECT_FALSE(upper_bound(floor).best);
    floor.exhibitors[1].region = 0;
    EXPECT_EQ(upper_bound(floor).score, 200 + 26);
    floor.exhibitors[0].competitors = {1};
    EXPECT_EQ(upper_bound(floor).score, 200);  // apart is better
}

TEST(FloorBound, OfAnEmptyFloorIsNothing) {
    EXPECT_EQ(upper_bound({}).score, 0);
    EXPECT_TRUE(upper_bound({}).best);
    Floor floor = small_floor(1);
    floor.exhibitors[0].units = units_max;
    EXPECT_EQ(upper_bound(floor).score, 0);
}

}  // namespace
}  // namespace hoicho::scheduling::floor
