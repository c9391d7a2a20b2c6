/// Booths: the referee's rules by hand, and the search against the referee on random floors.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scheduling/domain/floor/allocate.h"
#include "scheduling/domain/floor/check.h"
#include "scheduling/domain/floor/test_floors.h"
#include "scheduling/domain/floor/validate.h"

namespace hoicho::scheduling::floor {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> broken(const Floor& floor, std::vector<Stand> stands) {
    std::vector<std::string> out;
    for (const Broken& one : check(floor, {.floor = "", .allocations = std::move(stands)}).broken)
        out.emplace_back(name_of(one.rule));
    return out;
}

std::int64_t score(const Floor& floor, std::vector<Stand> stands, const Allocation* previous = nullptr) {
    return check(floor, {.floor = "", .allocations = std::move(stands)}, previous).figures.score;
}

TEST(CheckFloor, NamesEveryRuleThatIsBroken) {
    Floor floor = small_floor(2);
    EXPECT_THAT(broken(floor, {{0, {0}}, {1, {1}}}), IsEmpty());
    EXPECT_THAT(broken(floor, {{2, {0}}, {0, {6}}}), ElementsAre("unknown", "unknown"));
    EXPECT_THAT(broken(floor, {{0, {0}}, {0, {1}}}), ElementsAre("twice"));
    EXPECT_THAT(broken(floor, {{0, {0, 1}}}), ElementsAre("units"));
    EXPECT_THAT(broken(floor, {{0, {0}}, {1, {0}}}), ElementsAre("clash"));
    floor.exhibitors[0].units = 2;
    EXPECT_THAT(broken(floor, {{0, {2, 1}}}), IsEmpty());
    EXPECT_THAT(broken(floor, {{0, {2, 3}}}), ElementsAre("joined"));  // consecutive, but an aisle lies between
    floor.exhibitors[1].water = true;
    EXPECT_THAT(broken(floor, {{1, {0}}}), ElementsAre("needs"));
}

TEST(CheckFloor, ScoresWishesCornersAndNeighbours) {
    Floor floor = small_floor(2);
    floor.exhibitors[0].wishes = {4, 1};
    floor.exhibitors[0].corner = true;
    floor.booths[1].open_sides = 2;
    EXPECT_EQ(score(floor, {{0, {1}}}), 100 + 10 * 4 + 15);
    floor.exhibitors[1].competitors = {0};
    EXPECT_EQ(score(floor, {{0, {1}}, {1, {2}}}), 100 + 55 + 100 - 40);
    EXPECT_EQ(score(floor, {{0, {1}}, {1, {4}}}), 100 + 55 + 100 - 15);
    floor.exhibitors[0].friends = {1};
    floor.exhibitors[1].region = 0;
    EXPECT_EQ(score(floor, {{0, {1}}, {1, {2}}}), 100 + 55 + 100 - 40 + 20 + 6);
    const Allocation before{.floor = "", .allocations = {{0, {0}}, {1, {2}}}};
    EXPECT_EQ(score(floor, {{0, {1}}}, &before), 100 + 55 - 25);  // moved; the other left and is not counted
}

TEST(Allocate, LetsTheExhibitorWithMorePointsChooseFirst) {
    Floor floor = small_floor(2);
    floor.exhibitors[0].wishes = {4};
    floor.exhibitors[0].points = 10;
    floor.exhibitors[1].wishes = {4};
    floor.exhibitors[1].points = 20;
    const Allocation by_points = allocate(floor, 1, 0).allocation;
    EXPECT_THAT(by_points.allocations, ElementsAre(Stand{0, {0}}, Stand{1, {4}}));
}

TEST(Allocate, KeepsEveryRuleAndCountsLikeTheReferee) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Floor floor = random_floor(seed);
        ASSERT_THAT(validate(floor), IsEmpty());
        const Allocated greedy = allocate(floor, seed, 0);
        const Allocated searched = allocate(floor, seed, 3'000);
        EXPECT_THAT(broken(floor, greedy.allocation.allocations), IsEmpty());
        EXPECT_THAT(broken(floor, searched.allocation.allocations), IsEmpty());
        EXPECT_EQ(score(floor, greedy.allocation.allocations), greedy.score);
        EXPECT_EQ(score(floor, searched.allocation.allocations), searched.score);
        EXPECT_GE(searched.score, greedy.score);
    }
}

TEST(Allocate, MovesNobodyWithoutNeed) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Floor floor = random_floor(seed);
        const Allocation before = allocate(floor, seed, 3'000).allocation;
        EXPECT_EQ(check(floor, allocate(floor, seed, 0, &before).allocation, &before).figures.moved, 0);
        floor.exhibitors.front().units = 2;  // one wants more: its old booth does not do any more
        const Allocated later = allocate(floor, seed, 2'000, &before);
        EXPECT_EQ(score(floor, later.allocation.allocations, &before), later.score);
        EXPECT_THAT(broken(floor, later.allocation.allocations), IsEmpty());
    }
}

TEST(Allocate, GivesTheSameBytesForTheSameSeedOnEveryCompiler) {
    const Allocated one = allocate(random_floor(7), 3, 20'000);
    EXPECT_EQ(one.allocation, allocate(random_floor(7), 3, 20'000).allocation);
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const Stand& stand : one.allocation.allocations)
        for (const int booth : stand.booths)
            hash = (hash ^ static_cast<std::uint64_t>(stand.exhibitor * 1'000 + booth)) * 0x100000001b3U;
    EXPECT_EQ(one.score, 2'373);
    EXPECT_EQ(hash, 7870855948617188013U);
}

TEST(Allocate, HasNothingToDoOnAnEmptyFloor) {
    EXPECT_THAT(allocate({}, 1, 100).allocation.allocations, IsEmpty());
    Floor floor = small_floor(1);
    floor.exhibitors[0].units = units_max;  // no run of sixteen booths here
    EXPECT_THAT(allocate(floor, 1, 100).allocation.allocations, IsEmpty());
}

TEST(ValidateFloor, NamesTheFieldToMend) {
    Floor floor = small_floor(2);
    floor.beside.push_back({2, 4});
    floor.facing.push_back({3, 0});
    floor.exhibitors[0].units = units_max + 1;
    floor.exhibitors[1].wishes = {0, 6};
    floor.exhibitors[1].friends = {1};
    std::vector<std::string> fields;
    for (const Complaint& complaint : validate(floor)) fields.push_back(complaint.field);
    EXPECT_THAT(fields, ElementsAre("facing[3]", "beside[4]", "exhibitors[0].units", "exhibitors[1].wishes[1]",
                                    "exhibitors[1].friends[0]"));
}

}  // namespace
}  // namespace hoicho::scheduling::floor
