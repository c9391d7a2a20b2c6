// Accepting: the asked side, in time, at the free table with the lowest number.
#include "scheduling/domain/testing.h"

namespace hoicho::scheduling {
namespace {

TEST(AcceptRequest, BooksTheFreeTableWithTheLowestNumber) {
    SmallFair fair;
    fair.when(book(brg, dong_trieu, nine, table_1)).when(request(aeon, van_ho, nine)).when(accept(1)).creates(ID_KIND_MEETING, 2);
    ASSERT_EQ(fair.events().size(), 2U);
    EXPECT_EQ(fair.events()[1].SerializeAsString(), scheduled(2, {aeon, van_ho, nine, table_2}, 1).SerializeAsString());
    fair.when(accept(1)).refuses({REASON_WRONG_STATUS, name_of(RequestId{1}), "ACCEPTED", "OPEN"});
}

TEST(AcceptRequest, IsForTheOtherSide) {
    SmallFair{}.when(request(aeon, van_ho, nine)).when(accept(1, v1::SIDE_BUYER)).refuses(REASON_NOT_YOURS, "SIDE_BUYER");
    SmallFair{}.when(request(aeon, van_ho, nine, v1::SIDE_EXHIBITOR)).when(accept(1, v1::SIDE_BUYER)).is_accepted();
}

TEST(AcceptRequest, IsRefusedAtTheMomentTheRequestEnds) {
    SmallFair fair;
    fair.when(request(aeon, van_ho, nine, v1::SIDE_BUYER, nine_ms - minute_ms));
    fair.at(nine_ms - minute_ms).when(accept(1)).refuses({REASON_WRONG_STATUS, name_of(RequestId{1}), "EXPIRED", "OPEN"});
    fair.at(nine_ms - minute_ms - 1).when(accept(1)).is_accepted();
}

TEST(AcceptRequest, SaysWhatCameInBetween) {
    SmallFair fair;
    fair.when(request(aeon, van_ho, nine)).when(book(brg, van_ho, nine, table_1)).when(accept(1));
    fair.refuses(REASON_ALREADY_MEETING, the_exhibitor(van_ho));
    fair.when(cancel(1)).when(book(brg, dong_trieu, nine, table_1)).when(book(metro, ha_giang, nine, table_2)).is_accepted();
    fair.when(accept(1)).refuses({REASON_FULL, "tables", name_of(SlotId{nine}), "2"});
    fair.when(accept(9)).refuses(REASON_UNKNOWN, "request");
}

}  // namespace
}  // namespace hoicho::scheduling
