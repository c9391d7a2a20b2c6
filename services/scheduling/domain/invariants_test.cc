// The auditor finds what is wrong, and keeps it apart from what was overtaken.
#include "scheduling/domain/invariants.h"

#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(Invariants, HoldForAFairThatWasDecided) {
    SmallFair fair;
    fair.when(book(aeon, van_ho, nine, table_1)).when(request(brg, van_ho, nine_25)).when(accept(1)).is_accepted();
    EXPECT_TRUE(broken_rules(fair.state(), nine_ms).empty());
    EXPECT_TRUE(conflicts(fair.state()).empty());
}

TEST(Invariants, TellOfADoubleBookingThatNobodyDecided) {
    SmallFair fair;
    fair.when(book(aeon, van_ho, nine, table_1)).given(scheduled(2, {aeon, dong_trieu, nine, table_2}));
    ASSERT_EQ(broken_rules(fair.state(), nine_ms).size(), 1U);
    EXPECT_EQ(broken_rules(fair.state(), nine_ms)[0], the_buyer(aeon) + " has 2 meetings in " + name_of(SlotId{nine}) + " and 1 people");
}

TEST(Invariants, TellOfARequestThatNobodyEnded) {
    SmallFair fair;
    fair.when(request(aeon, van_ho, nine, v1::SIDE_BUYER, nine_ms));
    EXPECT_TRUE(broken_rules(fair.state(), nine_ms + 60'000).empty());
    EXPECT_EQ(broken_rules(fair.state(), nine_ms + 60'001).size(), 1U);
}

TEST(Conflicts, AreMeetingsOvertakenByWishesAndWindows) {
    SmallFair fair;
    fair.when(book(aeon, van_ho, nine, table_1)).is_accepted();
    fair.wishes(Side::exhibitor, aeon, van_ho, Level::never).sends(Side::buyer, aeon, {{1, 2}});
    EXPECT_EQ(conflicts(fair.state()).size(), 2U);
    EXPECT_TRUE(broken_rules(fair.state(), nine_ms).empty());
}

}  // namespace
}  // namespace hoicho::scheduling
