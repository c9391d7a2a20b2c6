/// Why a wish is not held: each reason by hand, then on random fairs against the referee.
#include "scheduling/domain/programme/explain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "scheduling/domain/programme/bound.h"
#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/random_fair.h"
#include "scheduling/domain/programme/small_fair.h"
#include "scheduling/domain/programme/solve.h"

namespace hoicho::scheduling::programme {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;

auto is(int meeting) { return Field(&Blocker::meeting, meeting); }

Explanation why(const Instance& fair, std::vector<Entry> entries, int exhibitor, int buyer) {
    return Explainer{fair, {.instance = "", .meetings = std::move(entries)}}.explain(meeting_of(exhibitor, buyer));
}

TEST(Explain, SaysWhereAHeldMeetingIs) {
    const Explanation answer = why(small_fair(), {held(van_ho, aeon, 2)}, van_ho, aeon);
    EXPECT_EQ(answer.finding, Finding::held);
    EXPECT_EQ(answer.spot, held(van_ho, aeon, 2));
}

TEST(Explain, OffersTheFirstSlotThatIsFreeForBoth) {
    const Explanation answer = why(small_fair(), {held(van_ho, big_c, 0), held(dong_trieu, aeon, 1)}, van_ho, aeon);
    EXPECT_EQ(answer.finding, Finding::could_fit);
    EXPECT_EQ(answer.spot, held(van_ho, aeon, 2));
}

TEST(Explain, NamesTheMeetingsInTheWayOfEverySlot) {
    Instance fair = small_fair();
    wish(fair, van_ho, aeon).slots = {0, 1};
    const Explanation answer = why(fair, {held(van_ho, big_c, 0), held(dong_trieu, aeon, 1)}, van_ho, aeon);
    EXPECT_EQ(answer.finding, Finding::blocked);
    ASSERT_EQ(answer.slots.size(), 2U);
    EXPECT_EQ(answer.slots[0].slot, 0);
    EXPECT_THAT(answer.slots[0].of_a, ElementsAre(is(meeting_of(van_ho, big_c))));
    EXPECT_THAT(answer.slots[0].at_places, ElementsAre(is(meeting_of(van_ho, big_c))));
    EXPECT_THAT(answer.slots[1].of_b, ElementsAre(is(meeting_of(dong_trieu, aeon))));
}

TEST(Explain, TellsAnImpossibleWishFromABlockedOne) {
    Instance fair = small_fair();
    wish(fair, van_ho, aeon).withdrawn = true;
    EXPECT_EQ(why(fair, {}, van_ho, aeon).cause, Cause::withdrawn);

    fair = small_fair();
    person(fair, aeon).delegates[0].unavailable = {0, 1};
    person(fair, van_ho).delegates[0].unavailable = {2, 3};
    EXPECT_EQ(why(fair, {}, van_ho, aeon).cause, Cause::no_common_slot);

    fair = small_fair();
    fair.places.front().step_free = false;
    person(fair, aeon).step_free = true;
    EXPECT_EQ(why(fair, {}, van_ho, aeon).cause, Cause::no_step_free_place);

    fair = small_fair();
    fair.places.front().closed = {0, 1, 2, 3};
    EXPECT_EQ(why(fair, {}, van_ho, aeon).cause, Cause::always_closed);
    fair.places.front().capacity = 0;
    EXPECT_EQ(why(fair, {}, van_ho, aeon).cause, Cause::no_place);
    person(fair, aeon).max_meetings = 0;
    EXPECT_EQ(why(fair, {}, van_ho, aeon).cause, Cause::no_meetings_wished);
}

TEST(Explain, SaysThatTheTimeHasPassed) {
    Instance fair = small_fair();
    fair.freeze_before_slot = 2;
    wish(fair, van_ho, aeon).slots = {0, 1};
    const Programme before;
    EXPECT_EQ(Explainer(fair, {}, &before).explain(meeting_of(van_ho, aeon)).cause, Cause::past);
}

TEST(Explain, ListsWhatFillsAWishedMaximum) {
    Instance fair = small_fair();
    person(fair, aeon).max_meetings = 1;
    const Explanation answer = why(fair, {held(moc_chau, aeon, 0)}, van_ho, aeon);
    EXPECT_EQ(answer.finding, Finding::at_maximum);
    EXPECT_EQ(answer.participant, aeon);
    EXPECT_THAT(answer.in_the_way, ElementsAre(is(meeting_of(moc_chau, aeon))));
}

TEST(Explain, SeesThatSomebodyWouldHaveToRush) {
    Instance fair = small_fair();
    person(fair, aeon).no_rush = true;
    wish(fair, van_ho, aeon).slots = {1};
    const Explanation answer = why(fair, {held(moc_chau, aeon, 2)}, van_ho, aeon);
    EXPECT_EQ(answer.finding, Finding::blocked);
    EXPECT_TRUE(answer.slots.front().rushed);
}

/// Is there any slot and place where the referee would let the meeting in?
bool referee_lets_it_in(const Instance& fair, const Programme& programme, int meeting) {
    const std::size_t before = check(fair, programme).broken.size();
    for (int t = 0; t < static_cast<int>(fair.slots.size()); ++t)
        for (int k = 0; k < static_cast<int>(fair.places.size()); ++k) {
            Programme tried = programme;
            tried.meetings.push_back({meeting, t, k});
            const auto broken = check(fair, tried).broken;
            const bool must_came_in = fair.meetings[static_cast<std::size_t>(meeting)].must;
            if (broken.size() + (must_came_in ? 1 : 0) <= before) return true;
        }
    return false;
}

TEST(Explain, AgreesWithTheRefereeOnRandomFairs) {
    int not_held = 0;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Instance fair = RandomFair{seed}.make();
        fair.limits = {};
        Programme programme = improve(fair, {}, seed, 500).programme;
        if (seed % 2 == 0 && programme.meetings.size() > 3) programme.meetings.resize(programme.meetings.size() - 3);
        Explainer explainer{fair, programme};
        for (int m = 0; m < static_cast<int>(fair.meetings.size()); ++m) {
            const Explanation answer = explainer.explain(m);
            if (answer.finding == Finding::held) continue;
            ++not_held;
            ASSERT_EQ(answer.finding == Finding::could_fit, referee_lets_it_in(fair, programme, m)) << "meeting " << m;
            ASSERT_EQ(answer.finding == Finding::impossible, answer.cause != Cause::possible);
        }
    }
    EXPECT_GT(not_held, 200);
}

TEST(UpperBound, IsTheOptimumWhereEverybodyIsFree) {
    const Bound bound = upper_bound(small_fair());  // three booths, three buyers, four slots: all nine meetings fit
    EXPECT_EQ(bound.value_asked, 90);
    EXPECT_EQ(bound.value_flow, 90);
    EXPECT_EQ(bound.score, 900);
}

TEST(UpperBound, CountsTheRoomOfTheHallAndTheWishedMaximum) {
    Instance fair = small_fair();
    fair.places = {{.name = "tables", .zone = 0, .capacity = 1}};
    EXPECT_EQ(upper_bound(fair).value_flow, 40);  // one table, four slots
    person(fair, aeon).max_meetings = 0;
    person(fair, big_c).max_meetings = 1;
    person(fair, coop).max_meetings = 1;
    EXPECT_EQ(upper_bound(fair).value_flow, 20);
}

TEST(UpperBound, RelaxesThreePeopleWhoAllWantEachOtherByHalves) {
    Instance fair = small_fair();
    fair.slots.resize(1);
    fair.places = {{.name = "tables", .zone = 0, .capacity = 9}};
    fair.meetings = {{.a = 0, .b = 1, .value = 10}, {.a = 1, .b = 2, .value = 10}, {.a = 2, .b = 0, .value = 10}};
    EXPECT_EQ(upper_bound(fair).value_flow, 15);  // held: one meeting; half of each would be 15
}

}  // namespace
}  // namespace hoicho::scheduling::programme
