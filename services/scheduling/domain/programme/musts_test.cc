/// Whether musts fit together: by hand, then every answer on random fairs against trying everything.
#include "scheduling/domain/programme/musts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>

#include "scheduling/domain/programme/hall_set_matching.h"
#include "scheduling/domain/programme/random_fair.h"
#include "scheduling/domain/programme/small_fair.h"
#include "scheduling/domain/programme/state.h"

namespace hoicho::scheduling::programme {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Musts, AreFineWhereThereAreNone) { EXPECT_EQ(examine_musts(small_fair()).answer, MustsAnswer::possible); }

TEST(Musts, OfOneBoothCompeteForItsSlots) {
    Instance fair = small_fair();
    fair.slots.resize(2);
    for (const int buyer : {aeon, big_c, coop}) wish(fair, van_ho, buyer).must = true;
    const MustsFinding finding = examine_musts(fair);
    ASSERT_EQ(finding.answer, MustsAnswer::hall_set);
    EXPECT_THAT(finding.hall_set.participants, ElementsAre(van_ho));
    EXPECT_THAT(finding.hall_set.meetings,
                ElementsAre(meeting_of(van_ho, aeon), meeting_of(van_ho, big_c), meeting_of(van_ho, coop)));
    EXPECT_EQ(finding.hall_set.seats, 2);
    EXPECT_THAT(finding.hall_set.slots, ElementsAre(0, 1));
}

TEST(Musts, OfOneBuyerMayBeMoreThanItWishesFor) {
    Instance fair = small_fair();
    person(fair, aeon).max_meetings = 1;
    for (const int exhibitor : {van_ho, dong_trieu}) wish(fair, exhibitor, aeon).must = true;
    const MustsFinding finding = examine_musts(fair);
    ASSERT_EQ(finding.answer, MustsAnswer::hall_set);
    EXPECT_EQ(finding.hall_set.seats, 1);
    EXPECT_THAT(finding.hall_set.slots, IsEmpty());
}

TEST(Musts, CompeteForTheTablesOfTheHall) {
    Instance fair = small_fair();
    fair.places = {{.name = "tables", .zone = 0, .capacity = 2}};
    for (const int exhibitor : {van_ho, dong_trieu, moc_chau}) {
        Meeting& meeting =
            wish(fair, exhibitor, exhibitor + 3);  // three pairs of different people, one slot, two tables
        meeting.must = true;
        meeting.slots = {1};
    }
    const MustsFinding finding = examine_musts(fair);
    ASSERT_EQ(finding.answer, MustsAnswer::hall_set);
    EXPECT_THAT(finding.hall_set.participants, IsEmpty());
    EXPECT_EQ(finding.hall_set.meetings.size(), 3U);
    EXPECT_EQ(finding.hall_set.seats, 2);
}

TEST(Musts, ThatClashWithoutAHallSetAreNarrowedDown) {
    Instance fair = small_fair();
    fair.slots.resize(2);
    fair.places = {{.name = "tables", .zone = 0, .capacity = 9}};
    fair.meetings = {{.a = 0, .b = 1}, {.a = 1, .b = 2}, {.a = 2, .b = 0}, {.a = 3, .b = 4}};
    for (Meeting& meeting : fair.meetings) meeting.must = true;  // a triangle needs three slots
    const MustsFinding finding = examine_musts(fair);
    ASSERT_EQ(finding.answer, MustsAnswer::clashing);
    EXPECT_THAT(finding.clashing, ElementsAre(0, 1, 2));
    EXPECT_TRUE(finding.minimal);
}

TEST(Musts, ThatCannotBeHeldAtAllAreNamedAlone) {
    Instance fair = small_fair();
    fair.places.front().closed = {0, 1, 2, 3};
    wish(fair, van_ho, aeon).must = true;
    const MustsFinding finding = examine_musts(fair);
    ASSERT_EQ(finding.answer, MustsAnswer::clashing);
    EXPECT_THAT(finding.clashing, ElementsAre(meeting_of(van_ho, aeon)));
}

TEST(SeatMatching, MovesOthersOnToMakeRoom) {
    SeatMatching matching{{1, 1}};
    EXPECT_FALSE(matching.seat(7, {0, 1}));
    EXPECT_FALSE(matching.seat(8, {0}));
    const auto crowd = matching.seat(9, {1});
    ASSERT_TRUE(crowd);
    EXPECT_THAT(crowd->members, ElementsAre(7, 8, 9));
    EXPECT_THAT(crowd->bins, ElementsAre(0, 1));
}

/// Tries every slot and place for every meeting.
bool all_fit(State& state, const std::vector<int>& meetings, std::size_t next = 0) {
    if (next == meetings.size()) return true;
    const Reduced& reduced = state.reduced();
    const int m = meetings[next];
    for (int t = 0; t < reduced.slots; ++t)
        for (int k = 0; k < reduced.places; ++k) {
            if (!state.fits(m, t, k)) continue;
            state.add(m, t, k);
            if (all_fit(state, meetings, next + 1)) return true;
            state.remove(m);
        }
    return false;
}

bool fit(const Reduced& reduced, const std::vector<int>& meetings) {
    State state{reduced};
    return all_fit(state, meetings);
}

/// Counts the seats of a Hall set anew, for participants; a seat counts only where one of the meetings could use it.
int seats_of(const Instance& fair, const HallSet& set) {
    const Participant& person = fair.participants[static_cast<std::size_t>(set.participants.front())];
    if (set.slots.empty()) return person.max_meetings.value_or(-1);
    int seats = 0;
    for (const int t : set.slots)
        for (const Delegate& delegate : person.delegates)
            seats +=
                std::find(delegate.unavailable.begin(), delegate.unavailable.end(), t) == delegate.unavailable.end();
    return seats;
}

TEST(Musts, AgreeWithTryingEverythingOnRandomFairs) {
    int answers[4] = {};
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Instance fair = RandomFair{seed}.make();
        fair.slots.resize(3);  // few enough to try everything, and to clash
        for (auto& person : fair.participants) {
            person.no_rush = false;
            for (auto& delegate : person.delegates) std::erase_if(delegate.unavailable, [](int t) { return t >= 3; });
        }
        for (auto& place : fair.places) std::erase_if(place.closed, [](int t) { return t >= 3; });
        for (auto& meeting : fair.meetings)
            if (meeting.slots) std::erase_if(*meeting.slots, [](int t) { return t >= 3; });
        const Reduced reduced = reduce(fair, nullptr);
        std::vector<int> wanted;
        for (int m = 0; m < reduced.meetings && wanted.size() < 7; ++m)
            if (reduced.wishes[static_cast<std::size_t>(m)].possible) wanted.push_back(m);
        const MustsFinding finding = examine_together(fair, wanted);
        ++answers[static_cast<int>(finding.answer)];
        ASSERT_EQ(finding.answer == MustsAnswer::possible, fit(reduced, wanted));
        if (finding.answer == MustsAnswer::hall_set) {
            ASSERT_GT(static_cast<int>(finding.hall_set.meetings.size()), finding.hall_set.seats);
            ASSERT_FALSE(fit(reduced, finding.hall_set.meetings));
            if (!finding.hall_set.participants.empty()) {
                ASSERT_LE(finding.hall_set.seats, seats_of(fair, finding.hall_set));
            }
        }
        if (finding.answer != MustsAnswer::clashing) continue;
        ASSERT_TRUE(finding.minimal);
        ASSERT_FALSE(fit(reduced, finding.clashing));
        for (const int spared : finding.clashing) {
            std::vector<int> rest = finding.clashing;
            std::erase(rest, spared);
            ASSERT_TRUE(fit(reduced, rest));
        }
    }
    EXPECT_GT(answers[static_cast<int>(MustsAnswer::possible)], 50);
    EXPECT_GT(answers[static_cast<int>(MustsAnswer::hall_set)], 20);
    EXPECT_GT(answers[static_cast<int>(MustsAnswer::clashing)], 5);
    EXPECT_EQ(answers[static_cast<int>(MustsAnswer::not_settled)], 0);
}

}  // namespace
}  // namespace hoicho::scheduling::programme
