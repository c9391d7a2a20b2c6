// Gifts of booths are checked one by one, and everyone without booths is told why.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

/// Booths 1 - 2 - 3 share walls in a row; exhibitors 1 and 2 have asked.
SmallFair& floor_of_three(SmallFair& fair) {
    fair.when(place_booth("A1", {"A2"})).when(place_booth("A2", {"A3"})).when(place_booth("A3"));
    fair.when(request_booths(van_ho, 2)).when(request_booths(dong_trieu, 1, 5)).when(ask_allocation()).is_accepted();
    return fair;
}

const v1::BoothsAllocated& allocated(const SmallFair& fair) { return fair.events().front().booths_allocated(); }

TEST(ProposeAllocation, GivesJoinedBoothsAndSaysWhyOthersGotNone) {
    SmallFair fair;
    floor_of_three(fair).when(propose_allocation(1, {{van_ho, {1, 2}}})).is_accepted();
    EXPECT_EQ(fair.state().booth_holders.find(BoothId{2})->exhibitor, ExhibitorId{van_ho});
    ASSERT_EQ(allocated(fair).unplaced_size(), 1);
    EXPECT_EQ(from_proto(allocated(fair).unplaced(0).why()), (Refusal{REASON_NO_BOOTH_FITS, "needs", "1 joined: any kind, 5 kW", "0 of 1"}));
    fair.when(propose_allocation(1, {})).refuses(REASON_ALREADY_DONE, name_of(AllocationRunId{1}));
}

TEST(ProposeAllocation, NoBoothIsGivenTwice) {
    SmallFair fair;
    floor_of_three(fair).when(request_booths(ha_giang)).when(propose_allocation(1, {{van_ho, {1, 2}}, {ha_giang, {2}}})).is_accepted();
    EXPECT_EQ(allocated(fair).gifts_size(), 1);
    EXPECT_EQ(allocated(fair).unplaced(0).why().reason(), REASON_BOOTH_TAKEN);
    fair.when(ask_allocation()).when(propose_allocation(2, {{ha_giang, {1}}})).is_accepted();
    EXPECT_EQ(from_proto(allocated(fair).unplaced(0).why()), (Refusal{REASON_BOOTH_TAKEN, name_of(BoothId{1}), the_exhibitor(van_ho), ""}));
}

TEST(ProposeAllocation, SeveralBoothsShareWallsAndHaveWhatWasAsked) {
    SmallFair fair;
    floor_of_three(fair).when(propose_allocation(1, {{van_ho, {1, 3}}, {dong_trieu, {2}}})).is_accepted();
    ASSERT_EQ(allocated(fair).unplaced_size(), 2);
    EXPECT_EQ(allocated(fair).unplaced(0).why().reason(), REASON_BOOTHS_NOT_JOINED);
    EXPECT_EQ(allocated(fair).unplaced(1).why().reason(), REASON_NO_BOOTH_FITS);  // 5 kW wanted, 2 there
    EXPECT_EQ(fair.state().booth_holders.size(), 0U);
}

}  // namespace
}  // namespace hoicho::scheduling
