/// What the bound on gaps promises: never above what a programme can reach, exact where only one person's own slots
/// bind.
#include "scheduling/domain/programme/gap_bound.h"

#include <gtest/gtest.h>

#include "scheduling/domain/programme/small_fair.h"

namespace hoicho::scheduling::programme {
namespace {

/// AEON has to meet the three booths; nobody else asks.
Instance three_musts() {
    Instance fair = small_fair();
    for (const int exhibitor : {van_ho, dong_trieu, moc_chau}) wish(fair, exhibitor, aeon).must = true;
    for (auto& meeting : fair.meetings) meeting.withdrawn = !meeting.must;
    return fair;
}

TEST(GapBound, IsNothingWhereNobodyMustMeet) { EXPECT_EQ(gap_bound(reduce(small_fair(), nullptr)).gaps, 0); }

TEST(GapBound, SeesTheHoleInSomebodysOwnSlots) {
    Instance fair = three_musts();
    EXPECT_EQ(gap_bound(reduce(fair, nullptr)).gaps, 0);
    person(fair, aeon).delegates.front().unavailable = {1};
    EXPECT_EQ(gap_bound(reduce(fair, nullptr)).gaps, 1);  // slots 0, 2, 3
}

TEST(GapBound, SeesWhereMeetingsCanLieAtAll) {
    Instance fair = three_musts();
    wish(fair, van_ho, aeon).slots = {0};
    wish(fair, moc_chau, aeon).withdrawn = true;
    wish(fair, dong_trieu, aeon).slots = {2, 3};
    EXPECT_EQ(gap_bound(reduce(fair, nullptr)).gaps, 1);
}

TEST(GapBound, CountsNoNightAsAGap) {
    Instance fair = three_musts();
    person(fair, aeon).delegates.front().unavailable = {1};
    fair.slots[2].day = fair.slots[3].day = 2;
    EXPECT_EQ(gap_bound(reduce(fair, nullptr)).gaps, 0);
}

TEST(GapBound, FindsWhoseMustsDoNotFit) {
    Instance fair = three_musts();
    person(fair, aeon).delegates.front().unavailable = {1};
    EXPECT_EQ(gap_bound(reduce(fair, nullptr)).overbooked, none);
    person(fair, aeon).delegates.front().unavailable = {1, 2};
    EXPECT_EQ(gap_bound(reduce(fair, nullptr)).overbooked, aeon);
    person(fair, aeon).delegates.push_back({});  // a colleague comes along
    EXPECT_EQ(gap_bound(reduce(fair, nullptr)).overbooked, none);
}

TEST(GapBound, ForcesGapsOnOthersByTheSpread) {
    Instance fair = three_musts();
    person(fair, aeon).delegates.front().unavailable = {1};
    fair.limits.max_gap_spread = 1;
    EXPECT_EQ(gap_bound(reduce(fair, nullptr)).unspread, none);
    fair.limits.max_gap_spread = 0;  // Big C meets nobody and can have no gap
    EXPECT_NE(gap_bound(reduce(fair, nullptr)).unspread, none);
}

}  // namespace
}  // namespace hoicho::scheduling::programme
