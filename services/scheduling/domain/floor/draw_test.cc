/// Points and draw: whose turn it is, and what each takes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scheduling/domain/floor/check.h"
#include "scheduling/domain/floor/draw.h"
#include "scheduling/domain/floor/test_floors.h"

namespace hoicho::scheduling::floor {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> fields(const Complaints& complaints) {
    std::vector<std::string> out;
    for (const Complaint& complaint : complaints) out.push_back(complaint.field);
    return out;
}

TEST(Draw, GivesTheTurnToMorePointsAndThenToTheLowerTicket) {
    Floor floor = small_floor(4);
    floor.exhibitors[1].points = 7;
    floor.exhibitors[3].points = 7;
    const std::vector<Ticket> tickets = {{9}, {0, 2}, {3}, {0, 1}};
    EXPECT_THAT(turn_order(floor, tickets), ElementsAre(3, 1, 2, 0));
}

TEST(Draw, GivesTheBestWishThatIsFree) {
    Floor floor = small_floor(3);
    floor.exhibitors[0].wishes = {4, 1};
    floor.exhibitors[1].wishes = {4, 2};
    floor.exhibitors[2].wishes = {4};
    EXPECT_THAT(choose_in_turn(floor, {1, 0, 2}), ElementsAre(Turn{1, {4}, 1}, Turn{0, {1}, 2}, Turn{2, {0}, 0}));
}

TEST(Draw, PrefersACornerToALowNumberIfOneWasWishedFor) {
    Floor floor = small_floor(2);
    floor.booths[2].open_sides = 2;
    floor.exhibitors[1].corner = true;
    EXPECT_THAT(choose_in_turn(floor, {0, 1}), ElementsAre(Turn{0, {0}, 0}, Turn{1, {2}, 0}));
    floor.exhibitors[1].wishes = {3};  // but a wish goes before a corner
    EXPECT_THAT(choose_in_turn(floor, {1}), ElementsAre(Turn{1, {3}, 1}));
}

TEST(Draw, SaysWhoGotNoStand) {
    Floor floor = small_floor(2);
    floor.exhibitors[0].units = 3;
    floor.exhibitors[1].units = 3;
    floor.exhibitors[1].water = true;
    const auto turns = choose_in_turn(floor, {1, 0});
    EXPECT_THAT(turns, ElementsAre(Turn{1, {}, 0}, Turn{0, {0, 1, 2}, 0}));
    EXPECT_THAT(allocation_of(floor, turns).allocations, ElementsAre(Stand{0, {0, 1, 2}}));
}

TEST(Draw, LooksAtNobodysNeighbours) {
    Floor floor = small_floor(2);
    floor.exhibitors[1].competitors = {0};
    floor.exhibitors[1].wishes = {1};
    EXPECT_THAT(choose_in_turn(floor, {0, 1}), ElementsAre(Turn{0, {0}, 0}, Turn{1, {1}, 1}));
}

TEST(Draw, KeepsEveryRuleOnRandomFloors) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Floor floor = random_floor(seed);
        const auto order = turn_order(floor, std::vector<Ticket>(floor.exhibitors.size()));
        const auto turns = choose_in_turn(floor, order);
        EXPECT_EQ(turns.size(), floor.exhibitors.size());
        EXPECT_THAT(check(floor, allocation_of(floor, turns)).broken, IsEmpty());
    }
}

TEST(Draw, NeedsNamesThatTellExhibitorsApart) {
    Floor floor = small_floor(3);
    floor.exhibitors[0].name = "HTX Vân Hồ";
    floor.exhibitors[1].name = "AEON\nMall";
    EXPECT_THAT(fields(validate_for_draw(floor)), ElementsAre("exhibitors[1].name"));
    floor.exhibitors[2].name = "HTX Vân Hồ";
    floor.name = "hall\r";
    EXPECT_THAT(fields(validate_for_draw(floor)), ElementsAre("name", "exhibitors[1].name", "exhibitors[2].name"));
}

}  // namespace
}  // namespace hoicho::scheduling::floor
