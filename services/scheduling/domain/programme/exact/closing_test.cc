/// The exact search against trying everything: the same best score, the same verdict.
#include "scheduling/domain/programme/exact/closing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "scheduling/domain/programme/check.h"
#include "scheduling/domain/programme/random.h"
#include "scheduling/domain/programme/small_fair.h"

namespace hoicho::scheduling::programme::exact {
namespace {

/// Four slots on one or two days, four people, up to five meetings, one or two pools of tables.
Instance tiny_fair(std::uint64_t seed) {
    Random random{seed};
    Instance fair = small_fair();
    fair.participants.resize(4);
    fair.places.clear();
    fair.meetings.clear();
    fair.walk_s = {{0, 0}, {0, 0}};
    fair.places.push_back({.name = "tables", .zone = 0, .capacity = 1 + random.below(2), .owner = {}});
    if (random.below(2) == 0)
        fair.places.push_back(
            {.name = "ramp", .zone = 1, .capacity = 1, .step_free = false, .owner = {}, .closed = {1}});
    if (random.below(2) == 0) fair.slots[2].day = fair.slots[3].day = 2;
    if (random.below(2) == 0) fair.limits.max_gap_spread = random.below(2);
    const bool all_musts = random.below(2) == 0;
    for (auto& person : fair.participants) {
        person.count_gaps = random.below(4) != 0;
        person.step_free = random.below(4) == 0;
        if (random.below(3) == 0) person.delegates.front().unavailable = {random.below(4)};
        if (random.below(4) == 0) person.delegates.push_back({});
        if (random.below(4) == 0) person.max_meetings = 2;
    }
    const int meetings = 2 + random.below(4);
    for (int m = 0; m < meetings; ++m) {
        Meeting meeting{.a = random.below(4), .b = 0};
        meeting.b = (meeting.a + 1 + random.below(3)) % 4;
        meeting.value = random.below(4);
        meeting.must = all_musts || random.below(4) == 0;
        if (random.below(4) == 0) meeting.slots = {random.below(4), 3};
        if (meeting.slots && meeting.slots->front() == 3) meeting.slots = {3};
        if (m > 0 && random.below(4) == 0) meeting.after.push_back(random.below(m));
        fair.meetings.push_back(meeting);
    }
    return fair;
}

/// Tries every slot and place for every meeting.
void try_all(const Instance& fair, Programme& programme, std::size_t meeting, std::optional<std::int64_t>& best) {
    if (meeting == fair.meetings.size()) {
        const Judgement judgement = check(fair, programme);
        if (judgement.broken.empty() && (!best || judgement.figures.score > *best)) best = judgement.figures.score;
        return;
    }
    if (!fair.meetings[meeting].must) try_all(fair, programme, meeting + 1, best);
    for (int t = 0; t < static_cast<int>(fair.slots.size()); ++t)
        for (int k = 0; k < static_cast<int>(fair.places.size()); ++k) {
            programme.meetings.push_back({static_cast<int>(meeting), t, k});
            try_all(fair, programme, meeting + 1, best);
            programme.meetings.pop_back();
        }
}

/// Closes the fair and compares with trying everything.
/// @return  whether there is a programme at all
bool closes_as_trying_all_does(const Instance& fair) {
    std::optional<std::int64_t> best;
    Programme programme{.instance = fair.name, .meetings = {}};
    try_all(fair, programme, 0, best);

    const Reduced reduced = reduce(fair, nullptr);
    const GapBound bound = gap_bound(reduced);
    const bool impossible = std::any_of(reduced.wishes.begin(), reduced.wishes.end(),
                                        [](const Wish& w) { return w.must && !w.possible; });
    if (impossible || bound.overbooked != none || bound.unspread != none) {
        EXPECT_FALSE(best);
        return false;
    }
    Closing closing{reduced, bound};
    for (int i = 0; i < 100 && !closing.finished(); ++i) closing.work(1'000);
    EXPECT_EQ(closing.verdict(), best ? Verdict::optimal : Verdict::infeasible);
    if (!best) return false;
    EXPECT_EQ(closing.score_bound(), best);
    EXPECT_EQ(closing.score(), best);
    EXPECT_TRUE(closing.found());
    programme.meetings = closing.found().value_or(programme.meetings);
    const Judgement judgement = check(fair, programme);
    EXPECT_TRUE(judgement.broken.empty());
    EXPECT_EQ(judgement.figures.score, best);
    EXPECT_LE(bound.gaps, judgement.figures.gaps);
    return true;
}

TEST(Closing, FindsWhatTryingEverythingFinds) {
    int feasible = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        feasible += closes_as_trying_all_does(tiny_fair(seed));
    }
    EXPECT_GT(feasible, 5);
    EXPECT_LT(feasible, 145);
}

/// A host, up to three guests with no other meeting and mostly alike, and somebody with whom the host has to finish
/// before or after one of them, or not at all.
Instance hosted_fair(std::uint64_t seed) {
    Random random{seed};
    Instance fair = small_fair();
    fair.walk_s = {{0, 0}, {0, 0}};
    fair.places = {{.name = "tables", .zone = 0, .capacity = 1 + random.below(2), .owner = {}}};
    fair.participants.assign(5, {.name = "anybody"});
    if (random.below(3) == 0) fair.participants[0].delegates.push_back({});
    if (random.below(3) == 0) fair.participants[0].delegates.front().unavailable = {random.below(4)};
    if (random.below(2) == 0) fair.slots[2].day = fair.slots[3].day = 2;
    if (random.below(2) == 0) fair.limits.max_gap_spread = random.below(2);
    const bool all_musts = random.below(2) == 0;
    fair.meetings.clear();
    for (int guest = 1; guest <= 3; ++guest)
        fair.meetings.push_back({.a = 0, .b = guest, .value = 2, .must = all_musts || random.below(4) == 0});
    fair.meetings.push_back({.a = 4, .b = 0, .value = random.below(4), .must = all_musts});
    if (random.below(2) == 0) fair.meetings.push_back({.a = 4, .b = 3, .value = 1, .must = all_musts});
    if (random.below(4) == 0) fair.meetings[1].value = 3;
    if (random.below(4) == 0) fair.meetings[2].slots = {0, 3};
    if (random.below(4) == 0) fair.participants[1].delegates.front().unavailable = {random.below(4)};
    if (random.below(3) == 0) fair.meetings[3].after = {1};
    if (random.below(3) == 0) fair.meetings[2].after = {3};
    return fair;
}

/// Guests in the order of their numbers and counts beside order rules take no best programme away.
TEST(Closing, LosesNothingWhereGuestsAreAlike) {
    int feasible = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        feasible += closes_as_trying_all_does(hosted_fair(seed));
    }
    EXPECT_GT(feasible, 50);
    EXPECT_LT(feasible, 150);
}

/// Two hosts, five guests each, one table, nine slots: one meeting too many, of which nobody's own diary tells. The
/// guests are alike, so that their permutations need not be refuted one by one.
TEST(Closing, RefutesGuestsWhoAreAlikeAtOnce) {
    Instance fair = small_fair();
    fair.walk_s = {{0, 0}, {0, 0}};
    fair.places = {{.name = "table", .zone = 0, .capacity = 1, .owner = {}}};
    fair.participants.assign(12, {.name = "anybody"});
    fair.slots.resize(9);
    for (int t = 0; t < 9; ++t)
        fair.slots[static_cast<std::size_t>(t)] = {.day = 1, .start_s = t * 1'200, .duration_s = 1'200};
    fair.meetings.clear();
    for (int guest = 2; guest < 12; ++guest) fair.meetings.push_back({.a = guest % 2, .b = guest, .must = true});
    const Reduced reduced = reduce(fair, nullptr);
    const GapBound bound = gap_bound(reduced);
    ASSERT_EQ(bound.overbooked, none);
    Closing closing{reduced, bound};
    closing.work(1'000'000);
    EXPECT_EQ(closing.verdict(), Verdict::infeasible);
    EXPECT_LT(closing.conflicts(), 200);  // 57 seen, 532 without an order among guests
}

/// Three people who all must meet each other within two slots: nobody has too many meetings, only together they do.
TEST(Closing, ProvesWhatNoSinglePersonShows) {
    Instance fair = small_fair();
    fair.places = {{.name = "tables", .zone = 0, .capacity = 9, .owner = {}}};
    fair.meetings = {{.a = 0, .b = 1, .must = true}, {.a = 1, .b = 2, .must = true}, {.a = 2, .b = 0, .must = true}};
    for (auto& meeting : fair.meetings) meeting.slots = {1, 2};
    Reduced reduced = reduce(fair, nullptr);
    GapBound bound = gap_bound(reduced);
    EXPECT_EQ(bound.overbooked, none);
    Closing closing{reduced, bound};
    closing.work(1'000);
    EXPECT_EQ(closing.verdict(), Verdict::infeasible);
}

/// Seven people, everybody with everybody, as many slots: with three tables somebody pauses in every slot, which is a
/// gap in all but the first and the last. So many meetings a person that clauses count people, not meetings.
TEST(Closing, CountsPeopleWhereTheyHaveManyMeetings) {
    Instance fair = small_fair();
    fair.walk_s = {{0, 0}, {0, 0}};
    fair.places = {{.name = "tables", .zone = 0, .capacity = 3, .owner = {}}};
    fair.participants.assign(7, {.name = "anybody"});
    fair.slots.resize(7);
    for (int t = 0; t < 7; ++t)
        fair.slots[static_cast<std::size_t>(t)] = {.day = 1, .start_s = t * 1'200, .duration_s = 1'200};
    fair.meetings.clear();
    for (int a = 0; a < 7; ++a)
        for (int b = a + 1; b < 7; ++b) fair.meetings.push_back({.a = a, .b = b, .must = true});
    fair.objective = {.gap = 1};
    const auto closed = [&fair] {
        const Reduced reduced = reduce(fair, nullptr);
        const GapBound bound = gap_bound(reduced);
        Closing closing{reduced, bound};
        for (int i = 0; i < 100 && !closing.finished(); ++i) closing.work(1'000);
        return std::pair{closing.verdict(), closing.score_bound()};
    };
    EXPECT_EQ(closed(), (std::pair{Verdict::optimal, std::optional<std::int64_t>{-5}}));
    fair.places.front().capacity = 2;
    EXPECT_EQ(closed().first, Verdict::infeasible);
}

TEST(Closing, StopsAtAScoreThatSomebodyElseFound) {
    Instance fair = small_fair();
    fair.walk_s = {{0, 0}, {0, 0}};
    const Reduced reduced = reduce(fair, nullptr);
    const GapBound bound = gap_bound(reduced);
    Closing first{reduced, bound};
    first.work(10'000);
    ASSERT_EQ(first.verdict(), Verdict::optimal);
    Closing second{reduced, bound};
    second.note_score(first.score());
    second.work(10'000);
    EXPECT_EQ(second.verdict(), Verdict::optimal);
    EXPECT_FALSE(second.found());
}

TEST(Closing, LeavesAloneWhatItDoesNotKnow) {
    Instance fair = small_fair();  // its yard is too far to walk in a pause
    Reduced reduced = reduce(fair, nullptr);
    GapBound bound = gap_bound(reduced);
    EXPECT_EQ((Closing{reduced, bound}.verdict()), Verdict::not_tried);
    fair.walk_s = {{0, 0}, {0, 0}};
    reduced = reduce(fair, nullptr);
    EXPECT_EQ((Closing{reduced, bound}.verdict()), Verdict::open);
    const Programme before{.instance = fair.name, .meetings = {held(van_ho, aeon, 0)}};
    reduced = reduce(fair, &before);
    EXPECT_EQ((Closing{reduced, bound}.verdict()), Verdict::not_tried);
}

}  // namespace
}  // namespace hoicho::scheduling::programme::exact
