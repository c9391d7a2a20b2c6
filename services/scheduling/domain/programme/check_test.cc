/// The referee: every rule broken on purpose, every figure counted by hand.
#include "scheduling/domain/programme/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scheduling/domain/programme/small_fair.h"

namespace hoicho::scheduling::programme {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> broken(const Instance& fair, std::vector<Entry> entries, const Programme* previous = nullptr) {
    std::vector<std::string> out;
    for (const Broken& one : check(fair, {.instance = "small fair", .meetings = std::move(entries)}, previous).broken)
        out.emplace_back(name_of(one.rule));
    return out;
}

Figures figures(const Instance& fair, std::vector<Entry> entries, const Programme* previous = nullptr) {
    return check(fair, {.instance = "", .meetings = std::move(entries)}, previous).figures;
}

TEST(Check, FindsNothingWrongWithAProperMorning) {
    EXPECT_THAT(broken(small_fair(), {held(van_ho, aeon, 0), held(dong_trieu, big_c, 0), held(dong_trieu, aeon, 1)}),
                IsEmpty());
}

TEST(Check, NamesWhatIsUnknown) {
    EXPECT_THAT(broken(small_fair(), {{9, 0, 0}, {0, 4, 0}, {0, 0, 3}, {-1, 0, 0}}),
                ElementsAre("unknown", "unknown", "unknown", "unknown"));
    EXPECT_EQ(check(small_fair(), {.instance = "another fair", .meetings = {}}).broken.size(), 1U);
}

TEST(Check, RefusesAMeetingHeldTwice) {
    EXPECT_THAT(broken(small_fair(), {held(van_ho, aeon, 0), held(van_ho, aeon, 2)}), ElementsAre("twice"));
}

TEST(Check, RefusesAWithdrawnMeetingAndMissesAMust) {
    Instance fair = small_fair();
    wish(fair, van_ho, aeon).withdrawn = true;
    wish(fair, van_ho, big_c).must = true;
    wish(fair, van_ho, coop) = {.a = van_ho, .b = coop, .value = 1, .must = true, .withdrawn = true};
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 0)}), ElementsAre("withdrawn", "must"));
}

TEST(Check, KeepsToTheSlotsAndTheOrderAskedFor) {
    Instance fair = small_fair();
    wish(fair, van_ho, aeon).slots = {2, 3};
    wish(fair, van_ho, big_c).after = {meeting_of(van_ho, coop)};
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 1)}), ElementsAre("slot"));
    EXPECT_THAT(broken(fair, {held(van_ho, big_c, 1), held(van_ho, coop, 2)}), ElementsAre("order"));
    EXPECT_THAT(broken(fair, {held(van_ho, big_c, 2), held(van_ho, coop, 1), held(van_ho, aeon, 3)}), IsEmpty());
}

TEST(Check, SeesPeopleWhoWouldHaveToBeInTwoPlaces) {
    Instance fair = small_fair();
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 0), held(dong_trieu, aeon, 0)}), ElementsAre("clash"));
    person(fair, aeon).delegates.resize(2);
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 0), held(dong_trieu, aeon, 0)}), IsEmpty());
    person(fair, aeon).delegates[1].unavailable = {0};
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 0), held(dong_trieu, aeon, 0)}), ElementsAre("clash"));
}

TEST(Check, KeepsMeetingsAtTheBoothOfTheirExhibitor) {
    Instance fair = small_fair();
    EXPECT_THAT(broken(fair, {{meeting_of(van_ho, aeon), 0, dong_trieu}}), ElementsAre("place"));
    fair.places.front().owner = std::nullopt;
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 0)}), IsEmpty());
    EXPECT_THAT(broken(fair, {{meeting_of(van_ho, aeon), 0, dong_trieu}}), ElementsAre("place"));
}

TEST(Check, SeesClosedFullAndSteepPlaces) {
    Instance fair = small_fair();
    fair.places.front().closed = {0};
    fair.places.front().step_free = false;
    person(fair, aeon).step_free = true;
    person(fair, van_ho).delegates.resize(2);
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 0)}), ElementsAre("closed", "step_free"));
    EXPECT_THAT(broken(fair, {held(van_ho, big_c, 1), held(van_ho, coop, 1)}), ElementsAre("capacity"));
}

TEST(Check, CountsMeetingsAgainstTheWishedMaximum) {
    Instance fair = small_fair();
    person(fair, aeon).max_meetings = 1;
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 0)}), IsEmpty());
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 0), held(dong_trieu, aeon, 1)}), ElementsAre("max_meetings"));
}

TEST(Check, KnowsThatTheYardIsTooFarForThePause) {
    Instance fair = small_fair();
    const std::vector<Entry> across{held(van_ho, aeon, 0), held(moc_chau, aeon, 1)};
    EXPECT_EQ(figures(fair, across).rushed, 1);
    fair.walk_s[0][1] = 180;  // exactly the pause
    EXPECT_EQ(figures(fair, across).rushed, 0);
    person(fair, aeon).pace = 1.01;
    person(fair, aeon).no_rush = true;
    EXPECT_THAT(broken(fair, across), ElementsAre("no_rush"));
    person(fair, aeon).delegates.resize(2);  // two people: one waits at the other booth already
    EXPECT_EQ(figures(fair, across).rushed, 0);
}

TEST(Check, CountsTheGapsOfThoseWhoCountThem) {
    Instance fair = small_fair();
    const std::vector<Entry> waiting{held(van_ho, aeon, 0), held(dong_trieu, aeon, 3), held(van_ho, big_c, 1),
                                     held(dong_trieu, big_c, 2)};
    EXPECT_EQ(figures(fair, waiting).gaps, 1);
    EXPECT_EQ(figures(fair, waiting).idle_slots, 2);
    EXPECT_EQ(figures(fair, waiting).gap_spread, 1);
    fair.limits.max_gap_spread = 0;
    EXPECT_THAT(broken(fair, waiting), ElementsAre("gap_spread"));
    fair.slots[2].day = fair.slots[3].day = 2;  // a night is no gap
    EXPECT_EQ(figures(fair, waiting).gaps, 0);
}

TEST(Check, ScoresByTheWeights) {
    const Figures f = figures(small_fair(), {held(van_ho, aeon, 0), held(moc_chau, aeon, 1), held(van_ho, big_c, 1),
                                             held(dong_trieu, big_c, 3)});
    EXPECT_EQ(f.value_held, 40);
    EXPECT_EQ(f.left_out, 1);  // Co.op
    EXPECT_EQ(f.score, 10 * 40 - 15 * 1 - 1 * 1 - 20 * 1 - 100 * 1);
    EXPECT_DOUBLE_EQ(f.satisfaction_min, 0.0);
    EXPECT_DOUBLE_EQ(f.satisfaction_mean, (2.0 + 1.0 + 1.0 + 2.0 + 2.0) / 3.0 / 6.0);
}

TEST(Check, ComparesWithTheProgrammeBefore) {
    Instance fair = small_fair();
    fair.freeze_before_slot = 1;
    wish(fair, moc_chau, coop).withdrawn = true;
    const Programme before{.instance = "",
                           .meetings = {held(van_ho, aeon, 0), held(dong_trieu, big_c, 1), held(moc_chau, coop, 2),
                                        held(van_ho, coop, 3)}};
    const std::vector<Entry> now{held(van_ho, aeon, 0), held(dong_trieu, big_c, 2), held(van_ho, big_c, 1)};
    const Figures f = figures(fair, now, &before);
    EXPECT_EQ(f.moved, 1);
    EXPECT_EQ(f.cancelled, 1);
    EXPECT_EQ(f.withdrawn, 1);
    EXPECT_EQ(f.added, 1);
    EXPECT_EQ(f.people_disturbed, 4);
    EXPECT_EQ(f.score,
              300 - 2 * 100 - 30 - 100);  // 3 meetings, HTX Moc Chau and Co.op left out, one moved, one cancelled
    EXPECT_THAT(broken(fair, now, &before), IsEmpty());
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 1), held(dong_trieu, big_c, 0)}, &before), ElementsAre("frozen"));
    EXPECT_THAT(broken(fair, {held(van_ho, aeon, 0), held(dong_trieu, coop, 0)}, &before), ElementsAre("frozen"));
}

}  // namespace
}  // namespace hoicho::scheduling::programme
