/// What is refused before anybody plans with it, and that the message names the field to mend.
#include "scheduling/domain/programme/validate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scheduling/domain/programme/small_fair.h"

namespace hoicho::scheduling::programme {
namespace {

std::vector<std::string> fields(const Instance& fair) {
    std::vector<std::string> out;
    for (const Complaint& complaint : validate(fair)) out.push_back(complaint.field);
    return out;
}

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Validate, AcceptsAProperFairAndAnEmptyOne) {
    EXPECT_THAT(fields(small_fair()), IsEmpty());
    EXPECT_THAT(fields({}), IsEmpty());
}

TEST(Validate, NamesEveryNumberThatPointsNowhere) {
    Instance fair = small_fair();
    fair.meetings[2].b = 6;
    fair.meetings[3].after = {3, 9};
    fair.meetings[4].slots = {0, 4};
    fair.meetings[5].b = fair.meetings[5].a;
    fair.places[1].zone = 2;
    fair.places[2].owner = -1;
    fair.participants[0].delegates[0].unavailable = {-1};
    EXPECT_THAT(
        fields(fair),
        ElementsAre("places[1].zone", "places[2].owner", "participants[0].delegates[0].unavailable[0]", "meetings[2].b",
                    "meetings[3].after[0]", "meetings[3].after[1]", "meetings[4].slots[1]", "meetings[5].b"));
}

TEST(Validate, RefusesSlotsOutOfOrder) {
    Instance fair = small_fair();
    fair.slots[1].start_s = 1'199;
    EXPECT_THAT(fields(fair), ElementsAre("slots[1].start"));
    fair.slots[1].start_s = 1'200;
    EXPECT_THAT(fields(fair), IsEmpty());
    fair.slots[1].day = 2;
    EXPECT_THAT(fields(fair), ElementsAre("slots[2].day"));  // day 1 comes back after day 2
}

TEST(Validate, RefusesADayLongerThanItsMask) {
    Instance fair;
    for (int t = 0; t < slots_per_day_max; ++t) fair.slots.push_back({.day = 1, .start_s = t * 60, .duration_s = 60});
    EXPECT_THAT(fields(fair), IsEmpty());
    fair.slots.push_back({.day = 1, .start_s = slots_per_day_max * 60, .duration_s = 60});
    EXPECT_THAT(fields(fair), ElementsAre("slots[64].day"));
}

TEST(Validate, RefusesMoreThanTheBounds) {
    Instance fair;
    for (int t = 0; t < slots_max; ++t)
        fair.slots.push_back({.day = t / slots_per_day_max, .start_s = t * 60, .duration_s = 60});
    fair.participants.resize(participants_max);
    EXPECT_THAT(fields(fair), IsEmpty());
    fair.participants.resize(participants_max + 1);
    fair.slots.push_back({.day = 9, .start_s = 1'000'000, .duration_s = 60});
    EXPECT_THAT(fields(fair), ElementsAre("slots", "participants"));
}

TEST(Validate, RefusesMeetingsThatWaitForEachOther) {
    Instance fair = small_fair();
    fair.meetings[0].after = {1};
    fair.meetings[1].after = {2};
    EXPECT_THAT(fields(fair), IsEmpty());
    fair.meetings[2].after = {0};
    EXPECT_THAT(validate(fair), ElementsAre(Complaint{"meetings[0].after", "waits for itself in a circle"}));
}

TEST(Validate, RefusesWalksThatAreNoTableAndPacesThatAreNoNumber) {
    Instance fair = small_fair();
    fair.walk_s[1].pop_back();
    person(fair, aeon).pace = std::numeric_limits<double>::quiet_NaN();
    fair.objective.gap = -1;
    EXPECT_THAT(fields(fair), ElementsAre("walk_s[1]", "participants[3].pace", "objective.gap"));
}

}  // namespace
}  // namespace hoicho::scheduling::programme
